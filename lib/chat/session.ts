import type { Message } from './message';

/**
 * Gives every message of a conversation (in order) its session id. Greetings, automatic answers and page sightings
 * come without one although they belong to a session that has one (bytedance-im.md section 6, `talk_id`); without
 * this a robot's line would cut the seller's answer from the question. They take the id of the message before them,
 * else of the one after, as long as no more than `gap` ms of silence and no closing notice lie between.
 */
export function withSessions(messages: readonly Message[], gap: number): Message[] {
  const sessions: (string | undefined)[] = messages.map(({ session }) => session);
  let last: string | undefined;
  let lastAt = Number.NEGATIVE_INFINITY;
  messages.forEach((message, index) => {
    if (message.sentAt - lastAt > gap) last = undefined;
    sessions[index] ??= last;
    last = message.kind === 'close' ? undefined : sessions[index];
    lastAt = message.sentAt;
  });
  let next: string | undefined;
  let nextAt = Number.POSITIVE_INFINITY;
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index];
    if (!message) continue;
    if (nextAt - message.sentAt > gap || message.kind === 'close') next = undefined;
    sessions[index] ??= next;
    next = sessions[index];
    nextAt = message.sentAt;
  }
  return messages.map((message, index) => {
    const session = sessions[index];
    return session === undefined || session === message.session ? message : { ...message, session };
  });
}

/**
 * Cuts a conversation (in order, sessions given, no `system` among them) where the session id changes, or where the
 * platform gave none and nobody wrote for more than `gap` ms. Design section 6, point 1.
 */
export function cutSessions(messages: readonly Message[], gap: number): Message[][] {
  const sessions: Message[][] = [];
  let before: Message | undefined;
  for (const message of messages) {
    const named = before?.session !== undefined || message.session !== undefined;
    const same = before && (named ? before.session === message.session : message.sentAt - before.sentAt <= gap);
    if (same) sessions.at(-1)?.push(message);
    else sessions.push([message]);
    before = message;
  }
  return sessions;
}
