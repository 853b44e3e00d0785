import { type Browser, browser } from 'wxt/browser';
import type { Protocol } from './protocol';

type Kind = keyof Protocol;
type Data<K extends Kind> = Parameters<Protocol[K]>[0];
type Answer<K extends Kind> = ReturnType<Protocol[K]>;

/** What is sent with a message; nothing is said where the protocol asks for nothing. `tab`: to that tab, not to the background. */
type Sent<K extends Kind> = Parameters<Protocol[K]> extends [] ? [nothing?: undefined, tab?: number] : [data: Data<K>];

/** A message as it arrives. Who sent it is the browser's word; the rest is the sender's. */
interface Heard<K extends Kind> {
  readonly data: Data<K>;
  readonly sender: Browser.runtime.MessageSender;
}

type Handler<K extends Kind> = (heard: Heard<K>) => Answer<K> | Promise<Answer<K>>;

/** An answer on its way: what the handler gave, or that it failed. Nothing at all: nobody was there. */
type Reply = { readonly res?: unknown; readonly err?: string } | undefined;

const handlers = new Map<string, Handler<never>>();

/** Sends a message to the background, or to a tab. Rejects where nobody answers, and where answering failed. */
export async function sendMessage<K extends Kind>(type: K, ...[data, tab]: Sent<K>): Promise<Answer<K>> {
  const message = { type, data };
  const sending = tab === undefined ? browser.runtime.sendMessage(message) : browser.tabs.sendMessage(tab, message);
  const reply: Reply = await sending;
  if (!reply) throw new Error(`nobody answered to ${type}`);
  if (reply.err !== undefined) throw new Error(reply.err);
  return reply.res as Answer<K>;
}

/** Answers a kind of message from now on, alone in this context. Returns what ends that. */
export function onMessage<K extends Kind>(type: K, handler: Handler<K>): () => void {
  if (handlers.has(type)) throw new Error(`${type} is answered already`);
  if (handlers.size === 0) browser.runtime.onMessage.addListener(hear);
  handlers.set(type, handler);
  return () => {
    handlers.delete(type);
    if (handlers.size === 0) browser.runtime.onMessage.removeListener(hear);
  };
}

/** The one listener. It claims what it answers and nothing else: another context may be who is asked. */
function hear(message: unknown, sender: Browser.runtime.MessageSender, answer: (reply: Reply) => void): boolean {
  const { type, data } = Object(message) as { type?: unknown; data?: never };
  const handler = typeof type === 'string' ? handlers.get(type) : undefined;
  if (!handler) return false;
  void answered(handler, { data: data as never, sender }).then(answer);
  return true;
}

async function answered(handler: Handler<never>, heard: Heard<never>): Promise<Reply> {
  try {
    return { res: await handler(heard) };
  } catch (problem) {
    return { err: String(problem) };
  }
}
