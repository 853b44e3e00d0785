import type { WorkbenchOptions } from '../chat/options.ts';
import type { PageConfig } from '../client/config.ts';
import type { SimulatedWorkbench } from '../workbench.ts';
import { hosts } from './hosts.ts';

/** As strict as a real application's: nothing inline, nothing from elsewhere. */
export function policy({ socketHost }: WorkbenchOptions): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' https://${hosts.calls} wss://${hosts.chat} wss://${socketHost}`,
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

export function chatPage(workbench: SimulatedWorkbench, url: URL): string {
  const { options } = workbench;
  const { layout, nickname, rowName, messageName, sides, headings, datedLabels, idLateMs, salt } = options;
  const config: PageConfig = {
    ...{ layout, nickname, rowName, messageName, sides, headings, datedLabels, idLateMs, salt },
    // JSON knows no infinity, and "all of them" is a fair wish.
    rowsInPage: Math.min(options.rowsInPage, 1_000_000),
    socketUrl: `wss://${options.socketHost}/ws/v2?aid=1383&fpid=92&device_platform=web&token=${workbench.token}`,
    shopId: options.shopId,
    selfId: url.searchParams.get('selfId') ?? workbench.agent().id,
    calls: options.calls,
    init: options.init,
    listPageSize: options.listPageSize,
    listEveryMs: options.listEveryMs,
    pseudoRows: options.pseudoRows,
    door: options.door,
    store: options.store,
    heartbeatMs: options.heartbeatMs,
    clockAheadMs: options.now() - Date.now(),
  };
  const data = JSON.stringify(config).replaceAll('<', '\\u003c');
  return page(
    '飞鸽工作台',
    `<script type="application/json" id="page-config">${data}</script>`,
    `${sheet}<script type="module" src="/pigeon-pc/feige/client/workbench-page.ts"></script>`,
  );
}

/** The page around a chat that sits in a frame: it has no list of its own. */
export function framePage({ options }: SimulatedWorkbench, url: URL): string {
  const inner = options.path.endsWith('/workspace') ? '/pc_seller_v2/main' : '/pc_seller_v2/main/workspace';
  const self = url.searchParams.get('selfId');
  const query = self === null ? '' : `?selfId=${encodeURIComponent(self)}`;
  const frame = `<iframe title="chat" src="${inner}${query}" style="width:100%;height:100vh;border:0"></iframe>`;
  return page('飞鸽工作台', frame, sheet);
}

/** An address of the same host that is no workbench in a browser, though it shows a row that looks like one. */
export function otherPage(): string {
  return page('飞鸽', '<div data-qa-id="qa-conversation-chat-item"><span title="示例买家">示例买家</span> 3分钟</div>');
}

export function signInPage(): string {
  const form = '<form><input name="mobile"><input name="code"><button>登录</button></form>';
  return page('抖店登录', form);
}

export function backOfficePage({ options }: SimulatedWorkbench): string {
  return page('抖店', `<main><h1>${options.shopName}</h1><p>今日待办</p></main>`);
}

/** Its numbers come by a call, which the page's own script makes. */
export function scorePage(): string {
  const script = '<script type="module" src="/pigeon-pc/feige/client/score-page.ts"></script>';
  return page('体验分', '<main><h1>商家体验分</h1><dl></dl></main>', script);
}

const sheet = '<link rel="stylesheet" href="/pigeon-pc/workbench.css">';

function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title>
<link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}
