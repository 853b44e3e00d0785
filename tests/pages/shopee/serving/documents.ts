import type { PageConfig } from '../client/config.ts';
import type { SimulatedShopee } from '../inbox.ts';

/** As strict as a real application's: nothing inline, nothing from elsewhere. */
export function policy(host: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' wss://${host}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function chatPage(shopee: SimulatedShopee): string {
  return application(shopee, 'Webchat', 'v1.2', 'chat-page.ts');
}

/** A page of the Seller Centre, with the mini chat at its edge as on any. */
export function sellerCentrePage(shopee: SimulatedShopee): string {
  const orders = '<main><h1>Seller Centre</h1><table><tr><td>2411230001</td><td>Dikemas</td></tr></table></main>';
  return application(shopee, 'Shopee Seller Centre', 'v1.2/mini', 'mini-page.ts', orders);
}

/** How the real one looks, and where it is, was not recorded. */
export function signInPage(shopee: SimulatedShopee): string {
  const form = '<form><input name="user"><input name="password" type="password"><button>Log in</button></form>';
  return page(shopee.options.language, 'Log in', form);
}

function application(
  { options }: SimulatedShopee,
  title: string,
  version: PageConfig['version'],
  script: string,
  body = '',
): string {
  const { sources } = options;
  const config: PageConfig = {
    layout: options.layout,
    language: options.language,
    timeZone: options.timeZone,
    row: options.row,
    sections: options.sections,
    sectionLagMs: options.sectionLagMs,
    area: options.area,
    automaticMarks: options.automaticMarks,
    fibers: options.fibers,
    // JSON knows no infinity, and "all of them" is a fair wish.
    rowsInPage: Math.min(options.rowsInPage, 1_000_000),
    messagesInPage: Math.min(options.messagesInPage, 1_000_000),
    salt: options.salt,
    version,
    listCall: options.listCall,
    listMethod: options.listMethod,
    calls: options.calls,
    conversationsPerPage: options.conversationsPerPage,
    pageSize: options.pageSize,
    socketAfterMs: options.socketAfterMs,
    handSource: sources.hand,
    automaticSources: [sources['auto-reply'], sources.faq, sources.broadcast],
    miniOpenBy: options.miniOpenBy,
    clockAheadMs: options.now() - Date.now(),
  };
  const data = JSON.stringify(config).replaceAll('<', '\\u003c');
  return page(
    options.language,
    title,
    `${body}<script type="application/json" id="page-config">${data}</script>`,
    `<link rel="stylesheet" href="/page-files/page.css"><script type="module" src="/page-files/shopee/client/${script}"></script>`,
  );
}

function page(language: string, title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}
