import { chance } from '../../people/chance.ts';
import { inventedName } from '../people/names.ts';
import { phrase } from '../people/phrases.ts';
import type { SimulatedChat } from './conversation.ts';
import type { PlatformScript } from './platform-script.ts';

export interface SeedOptions {
  conversations?: number;
  messages?: number;
  seed?: number;
  /** How far back the history reaches. */
  days?: number;
  /** The moment it ends at. */
  until?: number;
}

const dayMs = 86_400_000;

/**
 * A repeatable past: in every chat, stretches of question and answer spread over the days. Most answers come within three
 * minutes, some later; now and then a robot, a promise, a transfer or a line of the platform comes between.
 */
export function seedHistory(workbench: PlatformScript, options: SeedOptions = {}): void {
  const { conversations = 200, messages = 4_000, seed = 1, days = 14, until = workbench.options.now() } = options;
  const random = chance(seed);
  const known = workbench.conversations.length;
  for (let n = 0; n < conversations; n += 1) {
    const share = Math.floor(((n + 1) * messages) / conversations) - Math.floor((n * messages) / conversations);
    oneChat(workbench, known + n, share, { random, spanMs: days * dayMs, until: until - n * 7_000 });
  }
}

interface Course {
  random: () => number;
  spanMs: number;
  until: number;
}

function oneChat(workbench: PlatformScript, n: number, count: number, { random, spanMs, until }: Course): void {
  const start = Math.floor(until - spanMs * (0.2 + 0.8 * random()));
  const tags = random() < 0.2 ? ['重复来访'] : [];
  const { agents } = workbench.options;
  const agent = agents[n % agents.length];
  const chat = workbench.buyer(inventedName(n), start, { tags, ...(agent && { agent: agent.name }) });
  // A stretch is two or three minutes of talk; the pauses between share out the rest, so that all lies before `until`.
  const talkMs = Array.from(
    { length: count },
    () => 2_000 + Math.floor(random() * (random() < 0.85 ? 140_000 : 500_000)),
  );
  const pauses = Array.from({ length: count }, () => (random() < 0.75 ? 0 : random()));
  const pauseTotal = pauses.reduce((sum, pause) => sum + pause, 0.2);
  const free = Math.max(0, until - start - talkMs.reduce((sum, ms) => sum + ms, 0));
  let at = start;
  for (let i = 0; i < count; i += 1) {
    at = Math.min(until, Math.floor(at + (talkMs[i] ?? 0) + ((pauses[i] ?? 0) / pauseTotal) * free));
    const isLast = i === count - 1;
    oneMessage(workbench, chat, { i, isLast }, random(), at);
  }
}

/** Most chats end answered; a few of these are closed. */
function oneMessage(
  workbench: PlatformScript,
  chat: SimulatedChat,
  { i, isLast }: { i: number; isLast: boolean },
  dice: number,
  at: number,
): void {
  const how = { at, quiet: true };
  const isWaiting = chat.waitingSinceS !== undefined;
  if (i === 0 && dice < 0.3) workbench.greets(chat, how);
  else if (i === 1 && dice < 0.3) workbench.assigns(chat, { ...how, agent: chat.agent.name });
  else if (isLast && isWaiting && dice < 0.8) workbench.sellerAnswers(chat, how);
  else if (isLast && !isWaiting && i > 3 && dice < 0.3) workbench.closes(chat, how);
  else if (isLast && !isWaiting && i > 3) workbench.sellerAnswers(chat, how);
  else if (!isWaiting && dice < 0.04 && i > 3) workbench.showsContext(chat, how);
  else if (!isWaiting) workbench.buyerWrites(chat, { ...how, ...asked(dice) });
  else if (dice < 0.08) workbench.robotAnswers(chat, how);
  else if (dice < 0.12) workbench.warns(chat, how);
  else if (dice < 0.16) workbench.pushesCard(chat, how);
  else if (dice < 0.25) workbench.buyerWrites(chat, how);
  else if (dice < 0.3) workbench.promises(chat, how);
  else workbench.sellerAnswers(chat, { ...how, text: phrase('answered', Math.floor(dice * 997)) });
}

function asked(dice: number): { kind?: 'sticker' | 'image' | 'product-card'; text?: string } {
  if (dice > 0.97) return { kind: 'sticker' };
  if (dice > 0.93) return { kind: 'image' };
  if (dice > 0.89) return { kind: 'product-card' };
  return { text: phrase('asked', Math.floor(dice * 997)) };
}
