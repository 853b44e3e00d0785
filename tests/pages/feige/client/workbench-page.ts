import { openFrame } from '../../bytedance-wire/client/open-frame.ts';
import { pushed } from '../../bytedance-wire/client/understand.ts';
import { keepSocket } from '../../client/socket.ts';
import { keepStats } from '../../client/stats.ts';
import { callsOf } from './calls.ts';
import { conversationOf } from './chat-message.ts';
import { Chats } from './chats.ts';
import type { PageConfig } from './config.ts';
import { conversationAt, rowHeightPx } from './conversation-list.ts';
import type { PageLook } from './look.ts';
import { hashedClass } from './names.ts';
import type { Bounce, PageOrder } from './orders.ts';
import type { PageView } from './page-view.ts';
import { renderPage } from './render-page.ts';
import { hangObjects } from './sdk-objects.ts';
import { directTransport } from './transport.ts';
import { pseudoRow, rowsOf, threadOf } from './view-of-chats.ts';
import { workerTransport } from './worker-transport.ts';

const config: PageConfig = JSON.parse(document.getElementById('page-config')?.textContent ?? '{}');
const { stats: kept, own } = keepStats();
const stats = Object.assign(kept, { sdkUses: 0 });
// A test looks at the tab's own window, wherever the chat sits.
if (window.parent !== window) Object.assign(window.parent, { __inboxStats: stats });
const chats = new Chats();
const look: PageLook = {
  ...config,
  now: () => Date.now() + config.clockAheadMs,
  later: (ms, change) => void setTimeout(() => own(change), ms),
};
const transport =
  config.calls === 'worker'
    ? workerTransport('/pigeon-pc/feige/client/transport-worker.ts')
    : directTransport(config.calls);
const calls = callsOf(transport, config);
const startedAt = look.now();
let tab: PageView['tab'] = 'current';
let openId: string | undefined;
let firstRow = 0;

// A message channel, as React's scheduler uses: unlike frames and timers it runs in a hidden tab too.
const channel = new MessageChannel();
let isDue = false;
channel.port1.onmessage = () => {
  isDue = false;
  own(render);
};

function renderSoon() {
  if (isDue) return;
  isDue = true;
  channel.port2.postMessage(null);
}

const watched = new WeakSet<Element>();

function render() {
  const shown = chats.all.filter(chat => chat.current === (tab === 'current'));
  const isSplit = look.layout === 'boxes' || look.layout === 'sections';
  const pseudo = config.pseudoRows.map(name => pseudoRow(name, startedAt));
  const rows = [...rowsOf(shown, openId, isSplit), ...(tab === 'current' && stats.loaded ? pseudo : [])];
  const open = openId === undefined ? undefined : threadOf(chats.chat(openId));
  const { list, messages } = renderPage(document, { tab, rows, firstRow, open }, look);
  onScroll(list, () => {
    const first = Math.max(0, Math.floor(list.scrollTop / rowHeightPx) - 5);
    if (Math.abs(first - firstRow) < 5 && first !== 0) return;
    firstRow = first;
    renderSoon();
  });
  if (messages !== undefined) onScroll(messages, () => messages.scrollTop < 40 && void loadOlder().catch(refused));
}

function onScroll(element: Element, run: () => void) {
  if (watched.has(element)) return;
  watched.add(element);
  element.addEventListener('scroll', run, { passive: true });
}

const finished = new Set<string>();
let isLoading = false;

async function loadOlder() {
  const id = openId;
  if (id === undefined || isLoading || finished.has(id)) return;
  isLoading = true;
  const page = await calls.history(id, chats.oldestIndex(id)).finally(() => {
    isLoading = false;
  });
  if (!page.more) finished.add(id);
  chats.takePage(page);
  renderSoon();
}

async function open(id: string) {
  keepDraft();
  openId = id;
  chats.chat(id).unread = 0;
  renderSoon();
  const page = await calls.history(id, 0n);
  if (!page.more) finished.add(id);
  chats.takePage(page);
  renderSoon();
  await calls.markRead(id);
  await calls.suggestions(id);
}

/** Fetches page after page; each is taken in and shown by itself, so that no single task grows long. */
async function loadAll() {
  for (let next = 0n, more = config.init; more; ) {
    const page = await calls.init(next);
    chats.takePage(page);
    ({ next, more } = page);
    renderSoon();
  }
  for (let pageNo = 1, left = 1; left > 0; pageNo += 1) {
    const { items, total } = await calls.list('current', pageNo);
    chats.takeList(items, true);
    left = items.length === 0 ? 0 : total - pageNo * config.listPageSize;
    renderSoon();
  }
  stats.loaded = true;
  renderSoon();
}

/** The first page only: a chat that is not on it may still be there. */
async function refresh() {
  chats.takeList((await calls.list('current', 1)).items, true);
  renderSoon();
}

async function take(bytes: Uint8Array) {
  const push = pushed(await openFrame(bytes));
  if (push === undefined) return;
  stats.pushes += 1;
  chats.takePush(push.message, openId);
  if (push.message.type < 50000 && chats.chat(conversationOf(push.message)).name === '') await refresh();
  renderSoon();
}

/** A call that fails for want of a sign-in sends the page away; any other failure is the page's own affair. */
function refused(reason: unknown) {
  if (/refused: (10005|1|100)$/.test(String(reason))) leave('sign-in-page');
}

function leave(to: Bounce) {
  const path = to === 'home' ? '/ffa/mshop/homepage/index' : '/login/common';
  (window.top ?? window).location.assign(`https://fxg.jinritemai.com${path}`);
}

function obey(order: PageOrder) {
  if (order.do === 'leave') leave(order.to);
  if (order.do === 'refresh') void refresh().catch(refused);
  if (order.do === 'layout') look.layout = order.layout;
  if (order.do === 'open') void open(order.conversation).catch(refused);
  if (order.do === 'draft') chats.chat(order.conversation).draft = order.text;
  if (order.do === 'empty') {
    openId = undefined;
    chats.clear();
  }
  renderSoon();
}

const composer = () => document.querySelector('textarea');

/** What stands in the composer stays with its chat. */
function keepDraft() {
  if (openId !== undefined) chats.chat(openId).draft = composer()?.value ?? '';
}

document.addEventListener('click', event => {
  const target = event.target instanceof Element ? event.target : null;
  const id = conversationAt(target);
  if (id !== undefined) void open(id).catch(refused);
  const clicked = (thing: string) => target?.classList.contains(hashedClass(thing, look)) === true;
  if (clicked('activeTab') || clicked('lastTab')) void showTab(clicked('lastTab') ? 'last' : 'current').catch(refused);
  const box = composer();
  if (!clicked('send') || !box?.value || openId === undefined) return;
  void calls.send(openId, box.value).catch(refused);
  box.value = '';
});

async function showTab(which: PageView['tab']) {
  tab = which;
  renderSoon();
  if (which === 'last') chats.takeList((await calls.list('last', 1)).items, false);
  renderSoon();
}

async function start() {
  own(render);
  hangObjects(config, { chats: () => chats.all, openId: () => openId, used: () => (stats.sdkUses += 1) });
  await calls.currentUser();
  await calls.onlineService();
  transport.socket(config.socketUrl, config.heartbeatMs, {
    binary: bytes => void take(bytes).catch(() => (stats.notDecoded += 1)),
    text: text => (stats.notDecoded += text === 'hi' ? 0 : 1),
    again: () => void loadAll().catch(refused),
  });
  await loadAll();
  setInterval(() => void refresh().catch(refused), config.listEveryMs);
  // Waiting times run on by themselves.
  setInterval(renderSoon, 1000);
}

void keepSocket(() => `wss://${location.host}/page-orders`, config.heartbeatMs, {
  binary: () => undefined,
  text: text => text !== 'hi' && obey(JSON.parse(text)),
  again: () => undefined,
});
void start().catch(refused);
