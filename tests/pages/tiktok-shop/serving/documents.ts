import type { InboxOptions } from '../chat/options.ts';
import type { PageConfig } from '../client/config.ts';
import type { SimulatedInbox } from '../inbox.ts';

/** As strict as a real application's: nothing inline, nothing from elsewhere. */
export function policy({ host, imHost, socketHost }: InboxOptions): string {
  const connect = `'self' https://${imHost} wss://${host} wss://${socketHost}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function chatPage(inbox: SimulatedInbox, url: URL): string {
  const { options } = inbox;
  const asked = url.searchParams.get('oec_seller_id');
  const config: PageConfig = {
    sellerId: options.sellerId,
    region: options.region,
    imHost: options.imHost,
    calls: options.calls,
    heartbeatMs: options.heartbeatMs,
    layout: options.layout,
    language: options.language,
    timeZone: options.timeZone,
    react: options.react,
    expandos: options.expandos,
    translations: options.translations,
    // JSON knows no infinity, and "all of them" is a fair wish.
    rowsInPage: Math.min(options.rowsInPage, 1_000_000),
    salt: options.salt,
    // A stale shop in the address opens the same dialog as a stale sign-in.
    signedOut: !inbox.signedIn || (asked !== null && asked !== options.sellerId),
    clockAheadMs: options.now() - Date.now(),
  };
  const data = JSON.stringify(config).replaceAll('<', '\\u003c');
  return page(
    options.language,
    'Customer messages | Seller Center',
    `<script type="application/json" id="page-config">${data}</script>`,
    '<link rel="stylesheet" href="/pigeon-pc/inbox.css"><script type="module" src="/pigeon-pc/tiktok-shop/client/inbox-page.ts"></script>',
  );
}

/** Another page under `/chat/`, with a conversation on it that is none: the robot's settings. */
export function assistantPage({ options }: SimulatedInbox): string {
  const sample = '<div class="chatd-message chatd-message--left"><pre>Contoh pertanyaan</pre></div>';
  return page(options.language, 'Chat assistant | Seller Center', `<h1>Chat assistant</h1>${sample}`);
}

export function signInPage(): string {
  const form = '<form><input name="email"><input name="password" type="password"><button>Log in</button></form>';
  return page('en', 'TikTok Shop Seller Log In | Cross Border', form);
}

/** Seller Center's home shows the official rate. */
export function homePage({ options }: SimulatedInbox): string {
  const label = options.language === 'zh' ? '12 小时响应率' : '12-hour response rate';
  return page(options.language, 'Seller Center', `<main><p>${label} <span>94%</span></p></main>`);
}

function page(language: string, title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}
