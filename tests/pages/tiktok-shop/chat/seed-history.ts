import { chance } from '../../people/chance.ts';
import { inventedName } from '../people/names.ts';
import { phrase } from '../people/phrases.ts';
import type { InboxScript } from './script.ts';

export interface SeedOptions {
  conversations?: number;
  messages?: number;
  seed?: number;
  /** How far back the history reaches. */
  days?: number;
  /** The moment it ends at. */
  until?: number;
}

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/**
 * A repeatable past: in every chat, stretches of question and answer spread over the days. Most answers come within the
 * hour, some within the half day, a few too late; now and then a robot or a greeting comes between.
 */
export function seedHistory(inbox: InboxScript, options: SeedOptions = {}): void {
  const { conversations = 500, messages = 10_000, seed = 1, days = 14, until = inbox.options.now() } = options;
  const random = chance(seed);
  const known = inbox.conversations.length;
  for (let n = 0; n < conversations; n += 1) {
    const share = Math.floor(((n + 1) * messages) / conversations) - Math.floor((n * messages) / conversations);
    oneChat(inbox, inventedName(known + n), share, { random, spanMs: days * dayMs, until: until - n * 7_000 });
  }
}

interface Course {
  random: () => number;
  spanMs: number;
  until: number;
}

function oneChat(inbox: InboxScript, name: string, count: number, { random, spanMs, until }: Course): void {
  const start = Math.floor(until - spanMs * (0.2 + 0.8 * random()));
  const conversation = inbox.buyer(name, start);
  // The steps share out the span, so that the last message always lies before `until`.
  const steps = Array.from({ length: count }, () => (random() < 0.6 ? 0.02 + random() * 0.1 : random()));
  const total = steps.reduce((sum, step) => sum + step, random() * 0.3);
  let at = start;
  for (let i = 0; i < count; i += 1) {
    at = Math.floor(at + ((steps[i] ?? 0) / total) * (until - start));
    const how = { at, quiet: true };
    const dice = random();
    if (i === 0 && dice < 0.2 && count > 3) {
      if (dice < 0.06) inbox.sellerStarts(conversation, how);
      else inbox.greets(conversation, how);
      i += 1;
    } else if (i % 2 === 0) inbox.buyerWrites(conversation, { ...how, ...asked(dice) });
    else if (dice < 0.1) inbox.robotAnswers(conversation, how);
    else if (dice < 0.15) inbox.buyerWrites(conversation, how);
    else if (dice < 0.18) inbox.systemNotice(conversation, how);
    else if (dice < 0.24 && conversation.waitingSinceS === undefined) inbox.closeSession(conversation, how);
    else inbox.sellerAnswers(conversation, { ...how, text: phrase('answered', Math.floor(dice * 997)) });
  }
}

function asked(dice: number): { kind?: 'sticker' | 'image' | 'product-card'; text?: string } {
  if (dice < 0.04) return { kind: 'sticker' };
  if (dice < 0.08) return { kind: 'image' };
  if (dice < 0.11) return { kind: 'product-card' };
  return { text: phrase('asked', Math.floor(dice * 997)) };
}
