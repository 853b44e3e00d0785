import { followOrders } from '../../client/follow-orders.ts';
import { soon } from '../../client/rendering.ts';
import { keepStats } from '../../client/stats.ts';
import { list, login, older, opened } from './calls.ts';
import { Chats } from './chats.ts';
import type { PageConfig } from './config.ts';
import { miniConversationAt, renderMini } from './mini-panel.ts';
import type { PageOrder } from './orders.ts';

/** Recorded: it asks every three seconds. Our choice: whether its panel is open or not, and without a socket. */
const pollMs = 3_000;

const config: PageConfig = JSON.parse(document.getElementById('page-config')?.textContent ?? '{}');
const chats = new Chats(config);
const look = { ...config, now: () => Date.now() + config.clockAheadMs };
const { stats, own } = keepStats();
let isOpen = false;
let openId: string | undefined;

const renderSoon = soon(() => own(render));

function render() {
  const thread = openId === undefined ? [] : chats.messages(openId);
  renderMini(document, { isOpen, items: chats.items(false), thread }, look, config.miniOpenBy);
}

async function poll() {
  chats.takeList(await list(config));
  renderSoon();
}

async function open(id: string) {
  openId = id;
  chats.markRead(id);
  renderSoon();
  chats.takeMessages(await older(config, id));
  renderSoon();
  await opened(config, id);
}

document.addEventListener('click', event => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('.panel-item') !== null && target !== null) isOpen = !isOpen;
  const id = miniConversationAt(event.target);
  if (id !== undefined) void open(id).catch(() => undefined);
  renderSoon();
});

async function start() {
  own(render);
  await login(config);
  await poll();
  setInterval(() => void poll().catch(() => undefined), pollMs);
  stats.loaded = true;
}

followOrders<PageOrder>(order => {
  if (order.do === 'open') {
    isOpen = true;
    void open(order.conversation).catch(() => undefined);
  }
});
void start().catch(() => undefined);
