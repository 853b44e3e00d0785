import { openFrame } from '../../bytedance-wire/client/open-frame.ts';
import { pushed } from '../../bytedance-wire/client/understand.ts';
import { keepSocket } from '../../client/socket.ts';
import { keepStats } from '../../client/stats.ts';
import { ask, history, init, markRead, poll, send, type Token } from './calls.ts';
import { Chats } from './chats.ts';
import type { PageConfig } from './config.ts';
import { conversationAt, rowHeightPx } from './conversation-list.ts';
import { hashedClass } from './names.ts';
import type { PageOrder } from './orders.ts';
import { renderPage } from './render-page.ts';

const config: PageConfig = JSON.parse(document.getElementById('page-config')?.textContent ?? '{}');
const chats = new Chats(config.translations);
const look = { ...config, now: () => Date.now() + config.clockAheadMs };
const { stats, own } = keepStats();
let openId: string | undefined;
let firstRow = 0;
let signedOut = config.signedOut;
let cursor = 0n;

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
  const open = openId === undefined ? undefined : { conversationId: openId, name: chats.name(openId) };
  const messages = openId === undefined ? [] : chats.messages(openId);
  const view = { rows: chats.rows(), firstRow, open: open && { ...open, messages }, signedOut };
  const { list, scroller } = renderPage(document, view, look);
  onScroll(list, () => {
    const first = Math.max(0, Math.floor(list.scrollTop / rowHeightPx) - 5);
    if (Math.abs(first - firstRow) < 5 && first !== 0) return;
    firstRow = first;
    renderSoon();
  });
  if (scroller !== null) onScroll(scroller, () => scroller.scrollTop < 40 && void loadOlder().catch(refused));
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
  const page = await history(config, id, chats.oldestIndex(id));
  isLoading = false;
  if (!page.more) finished.add(id);
  chats.takePage(page);
  renderSoon();
}

async function open(id: string) {
  openId = id;
  chats.markRead(id);
  renderSoon();
  const page = await history(config, id, 0n);
  if (!page.more) finished.add(id);
  chats.takePage(page);
  renderSoon();
  await markRead(config, id);
}

async function learnNames() {
  const ids = chats.nameless();
  if (ids.length === 0) return;
  const body = { imcloud_conversation_ids: ids };
  type Infos = { user_infos: { imcloud_conversation_id: string; nickname: string }[] };
  const { user_infos } = await ask<Infos>('/shop/user/mget_info_v2', config, body);
  chats.nameBuyers(new Map(user_infos.map(info => [info.imcloud_conversation_id, info.nickname])));
  renderSoon();
}

/** Fetches page after page; each is taken in and shown by itself, so that no single task grows long. */
async function loadAll() {
  let next = 0n;
  for (let more = true; more; ) {
    const page = await init(config, next);
    chats.takePage(page);
    renderSoon();
    ({ next, more, reached: cursor } = page);
  }
  await learnNames();
}

/** The regular poll: nearly always empty. */
async function catchUp() {
  const page = await poll(config, cursor);
  cursor = page.reached;
  if (page.messages.length === 0) return;
  chats.takePage(page);
  renderSoon();
}

async function take(bytes: Uint8Array) {
  const push = pushed(await openFrame(bytes));
  if (push === undefined) return;
  stats.pushes += 1;
  cursor = push.cursor;
  chats.takePush(push.message, openId);
  renderSoon();
  await learnNames();
}

/** A call that fails for want of a sign-in opens the dialog; any other failure is the page's own affair. */
function refused(reason: unknown) {
  if (!/refused: (1|100|98001002)$/.test(String(reason))) return;
  signedOut = true;
  renderSoon();
}

function obey(order: PageOrder) {
  if (order.do === 'sign-out' && order.how === 'sign-in-page') location.assign('/account/login');
  if (order.do === 'sign-out') signedOut = true;
  if (order.do === 'reorder') chats.mix(order.seed);
  if (order.do === 'layout') look.layout = order.layout;
  if (order.do === 'empty') {
    openId = undefined;
    chats.clear();
  }
  renderSoon();
}

document.addEventListener('click', event => {
  const id = conversationAt(event.target);
  if (id !== undefined) void open(id).catch(refused);
  const target = event.target instanceof Element ? event.target : null;
  const box = target?.parentElement?.querySelector('textarea');
  if (!target?.classList.contains(hashedClass('send', look)) || !box?.value || openId === undefined) return;
  void send(config, openId, box.value).catch(refused);
  box.value = '';
});

async function start() {
  own(render);
  if (signedOut) return;
  await ask('/multi_shop/user/get_info_list', config);
  const { websocket_url, token } = await ask<Token>('/shop/user/get_token', config);
  const metrics = () => ask('/shop/user/get_shop_live_metrics', config).catch(() => undefined);
  const waiting = () => ask('/shop/conversation/get_wait_user_count', config).catch(() => undefined);
  void Promise.all([waiting(), metrics()]);
  setInterval(() => void Promise.all([waiting(), metrics()]), 30_000);
  const opened = keepSocket(() => `${websocket_url}&token=${token}`, config.heartbeatMs, {
    binary: bytes => void take(bytes).catch(() => (stats.notDecoded += 1)),
    text: text => (stats.notDecoded += text === 'hi' ? 0 : 1),
    again: () => void loadAll().catch(refused),
  });
  await Promise.all([loadAll(), opened]);
  stats.loaded = true;
  setInterval(() => void catchUp().catch(refused), 60_000);
}

void keepSocket(() => `wss://${location.host}/page-orders`, config.heartbeatMs, {
  binary: () => undefined,
  text: text => text !== 'hi' && obey(JSON.parse(text)),
  again: () => undefined,
});
void start().catch(refused);
