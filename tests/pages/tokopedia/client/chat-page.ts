import { followOrders } from '../../client/follow-orders.ts';
import { soon } from '../../client/rendering.ts';
import { keepStats } from '../../client/stats.ts';
import { type ListedChat, list, type Reply, replies } from './calls.ts';
import type { PageConfig } from './config.ts';
import type { PageOrder } from './orders.ts';
import { conversationAt, renderPage } from './render-page.ts';

const config: PageConfig = JSON.parse(document.getElementById('page-config')?.textContent ?? '{}');
const { stats, own } = keepStats();
const chats = new Map<string, ListedChat>();
let openId: string | undefined;
let thread: Reply[] = [];

const renderSoon = soon(() =>
  own(() => {
    const rows = [...chats.values()].map(({ msgID, attributes }) => ({
      id: String(msgID),
      name: attributes.contact.name,
      preview: attributes.lastReplyMessage,
      unread: attributes.unreads,
    }));
    const lines = thread.map(({ replyId, msg, role }) => ({
      id: String(replyId),
      text: msg,
      isOurs: role === 'Shop Owner',
    }));
    renderPage(document, { rows, thread: lines }, config.salt);
  }),
);

async function loadAll() {
  for (let page = 1, more = true; more; page += 1) {
    const answer = await list(config, page);
    for (const chat of answer.list) chats.set(String(chat.msgID), chat);
    more = answer.hasNext;
    renderSoon();
  }
}

async function open(id: string) {
  openId = id;
  thread = await replies(config, id);
  renderSoon();
}

/** A push bears words but no name and no id: the page asks for the list's first page where it meets somebody new. */
async function take(text: string) {
  const { code, data } = JSON.parse(text);
  if (code !== 103) return;
  stats.pushes += 1;
  const id = String(data.msg_id);
  const known = chats.get(id);
  if (known === undefined) {
    for (const chat of (await list(config, 1)).list) chats.set(String(chat.msgID), chat);
  } else {
    known.attributes.lastReplyMessage = data.message.words;
    known.attributes.unreads = data.from_role === 'User' && openId !== id ? known.attributes.unreads + 1 : 0;
  }
  if (openId === id) thread.push({ replyId: `new-${stats.pushes}`, msg: data.message.words, role: data.from_role });
  renderSoon();
}

function connect(isFirst: boolean) {
  const socket = new WebSocket(`wss://${config.socketHost}/connect`);
  socket.addEventListener('open', () => {
    stats.loaded = true;
    if (!isFirst) void loadAll().catch(() => undefined);
  });
  socket.addEventListener('message', ({ data }) => void take(String(data)).catch(() => (stats.notDecoded += 1)));
  socket.addEventListener('close', () => setTimeout(connect, 1000, false));
}

document.addEventListener('click', ({ target }) => {
  const id = conversationAt(target);
  if (id !== undefined) void open(id).catch(() => undefined);
});

followOrders<PageOrder>(order => {
  if (order.do === 'sign-in-page') location.assign('/login');
  else void open(order.conversation).catch(() => undefined);
});
void loadAll().then(
  () => connect(true),
  () => undefined,
);
