import type { TokopediaOptions } from '../chat/options.ts';
import type { PageConfig } from '../client/config.ts';
import type { SimulatedTokopedia } from '../inbox.ts';

/** As strict as a real application's: nothing inline, nothing from elsewhere. */
export function policy({ graphqlHost, socketHost }: TokopediaOptions): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' https://${graphqlHost} wss://${socketHost}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function chatPage({ options }: SimulatedTokopedia): string {
  const { graphqlHost, socketHost, calls, salt } = options;
  const config: PageConfig = { graphqlHost, socketHost, calls, salt };
  const data = JSON.stringify(config).replaceAll('<', '\\u003c');
  return page(
    'Chat',
    `<script type="application/json" id="page-config">${data}</script>`,
    '<script type="module" src="/page-files/tokopedia/client/chat-page.ts"></script>',
  );
}

/** Questions under products: another page, whose data are not recorded. */
export function discussionsPage(): string {
  return page('Diskusi', '<main><h1>Diskusi</h1><p>Apakah tersedia warna lain?</p></main>');
}

/** What it looks like, and where it is, was not recorded. */
export function signInPage(): string {
  return page('Masuk', '<form><input name="email"><button>Masuk</button></form>');
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${title}</title>
<link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}
