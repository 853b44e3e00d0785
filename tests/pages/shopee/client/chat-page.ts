import { followOrders } from '../../client/follow-orders.ts';
import { onScroll, soon } from '../../client/rendering.ts';
import { keepStats } from '../../client/stats.ts';
import { list, login, older, opened, send, unread } from './calls.ts';
import { Chats } from './chats.ts';
import type { PageConfig } from './config.ts';
import { conversationAt, heightOfItem } from './conversation-list.ts';
import { IoSocket } from './io-socket.ts';
import { hashedClass } from './names.ts';
import type { PageOrder } from './orders.ts';
import { renderPage } from './render-page.ts';
import { heightOfThreadItem, threadItems } from './thread.ts';
import { messageIn } from './understand.ts';
import { firstAt, placed } from './virtual.ts';

const config: PageConfig = JSON.parse(document.getElementById('page-config')?.textContent ?? '{}');
const chats = new Chats(config);
const look = { ...config, now: () => Date.now() + config.clockAheadMs };
const { stats: counted, own } = keepStats();
const stats = Object.assign(counted, { listed: 0, refused: 0, connected: false });
const renderSoon = soon(() => own(render));
let isListed = false;
let openId: string | undefined;
let listTop = 0;
/** Infinity: the newest is in view. */
let threadTop = Number.POSITIVE_INFINITY;

function render() {
  const items = isListed ? chats.items(config.sections) : undefined;
  const messages = openId === undefined ? [] : chats.messages(openId);
  const inThread = placed(threadItems(messages, look), heightOfThreadItem);
  const view = {
    items,
    firstItem: firstAt(placed(items ?? [], heightOfItem).all, listTop, 4),
    open: openId === undefined ? undefined : { conversationId: openId, name: chats.name(openId), messages },
    firstMessage: firstAt(inThread.all, Math.min(threadTop, Math.max(0, inThread.total - 700)), 2),
  };
  const { list: grid, thread } = renderPage(document, view, look);
  onScroll(grid, () => grid && scrolledList(grid));
  onScroll(thread, () => thread && scrolledThread(thread));
  if (thread !== undefined && threadTop === Number.POSITIVE_INFINITY) thread.scrollTop = thread.scrollHeight;
}

function scrolledList(grid: HTMLElement) {
  listTop = grid.scrollTop;
  renderSoon();
  if (grid.scrollHeight - grid.scrollTop < 2 * grid.clientHeight) void nextPage().catch(refused);
}

function scrolledThread(thread: HTMLElement) {
  const isAtEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 8;
  threadTop = isAtEnd ? Number.POSITIVE_INFINITY : thread.scrollTop;
  renderSoon();
  if (thread.scrollTop < 40) void loadOlder().catch(refused);
}

let cursor: string | undefined;
let hasMore = true;
let isPaging = false;

/** The next page of the list, from the last row's newest message on. */
async function nextPage() {
  if (isPaging || !hasMore) return;
  isPaging = true;
  const page = await list(config, cursor).finally(() => {
    isPaging = false;
  });
  hasMore = page.length === config.conversationsPerPage;
  cursor = page.at(-1)?.latest_message_id ?? cursor;
  chats.takeList(page);
  stats.listed += page.length;
  renderSoon();
}

async function listAgain() {
  chats.takeList(await list(config));
  if (config.sections) {
    chats.takeList(await list(config, undefined, 'unreplied'), true);
    chats.takeList(await list(config, undefined, 'manually_replied'), false);
  }
  renderSoon();
}

const finished = new Set<string>();
let isLoading = false;

async function loadOlder() {
  const id = openId;
  if (id === undefined || isLoading || finished.has(id)) return;
  isLoading = true;
  const page = await older(config, id, chats.messages(id)[0]?.id).finally(() => {
    isLoading = false;
  });
  if (page.length < config.pageSize) finished.add(id);
  chats.takeMessages(page);
  renderSoon();
}

async function open(id: string) {
  openId = id;
  threadTop = Number.POSITIVE_INFINITY;
  chats.markRead(id);
  renderSoon();
  const page = await older(config, id);
  if (page.length < config.pageSize) finished.add(id);
  chats.takeMessages(page);
  renderSoon();
  await opened(config, id);
}

async function take(data: unknown) {
  if (!isMessage(data)) return;
  const message = messageIn(JSON.parse(data.message_content));
  if (message === undefined) return;
  stats.pushes += 1;
  // Somebody new: the list knows the name.
  if (!chats.has(message.conversationId)) await listAgain();
  chats.takePush(message, openId);
  if (chats.isByHand(message)) {
    if (config.sectionLagMs > 0) setTimeout(replied, config.sectionLagMs, message.conversationId);
    else chats.markReplied(message.conversationId);
  }
  renderSoon();
}

function replied(id: string) {
  chats.markReplied(id);
  renderSoon();
}

function isMessage(data: unknown): data is { message_content: string } {
  return typeof data === 'object' && data !== null && 'message_type' in data && data.message_type === 'message';
}

/** What a page does without a sign-in is not recorded; this one goes on showing what it has. */
function refused() {
  stats.refused += 1;
}

function obey(order: PageOrder) {
  if (order.do === 'list-again') void listAgain().catch(refused);
  if (order.do === 'open') void open(order.conversation).catch(refused);
  if (order.do === 'send') void sendTo(order.conversation, order.text);
  if (order.do === 'sign-out' && order.how === 'redirect') location.assign('/account/signin');
  if (order.do === 'layout') look.layout = order.layout;
  renderSoon();
}

function sendTo(id: string, text: string) {
  return send(config, id, chats.buyerOf(id), text).catch(refused);
}

document.addEventListener('click', event => {
  const id = conversationAt(event.target);
  if (id !== undefined) void open(id).catch(refused);
  const target = event.target instanceof Element ? event.target : null;
  const box = target?.parentElement?.querySelector('textarea');
  if (!target?.classList.contains(hashedClass('sendButton', look)) || !box?.value || openId === undefined) return;
  void sendTo(openId, box.value);
  box.value = '';
});

function connect() {
  const socket = new IoSocket();
  let isFirst = true;
  socket.on('message', data => void take(data).catch(refused));
  socket.on('connect', () => {
    if (!isFirst) void listAgain().catch(refused);
    isFirst = false;
    stats.connected = true;
    stats.loaded = true;
  });
  socket.on('disconnect', () => {
    stats.connected = false;
  });
  socket.open(`wss://${location.host}/socket.io/?EIO=4&transport=websocket`);
  Object.assign(window, { __CHAT_GLOBAL__: { socket } });
}

async function start() {
  own(render);
  await login(config);
  await nextPage();
  isListed = true;
  if (config.sections) await listAgain();
  renderSoon();
  setTimeout(connect, config.socketAfterMs);
  setInterval(() => void unread(config).catch(refused), 30_000);
}

followOrders<PageOrder>(obey);
void start().catch(refused);
