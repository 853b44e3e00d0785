import type { SeenConversation, SeenMessage } from '@/lib/chat/observation';
import type { ShopId } from '@/lib/chat/shop';
import { chance } from '../chance';

/** A shop and what became of its buyers, in a few numbers. */
export interface ShopStory {
  readonly shop: ShopId;
  readonly seed: number;
  readonly days: number;
  readonly chatsADay: number;
  /** How many wait now. */
  readonly waiting: number;
  /** How many were promised an answer that has not come. */
  readonly promised?: number;
  readonly buyers: readonly string[];
  /** Share of chats that are answered within minutes; the rest takes hours, or is forgotten. */
  readonly quick: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What pages and network would have told of the shop until `now` (ms), oldest first. */
export function told(story: ShopStory, now: number): (SeenMessage | SeenConversation)[] {
  const random = chance(story.seed);
  const chats = Array.from({ length: story.days * story.chatsADay }, (_, index) => {
    const start = now - (story.days - index / story.chatsADay) * day + random() * hour;
    return answeredChat(story, `done-${index}`, busyTime(start, random), now, random);
  });
  const waiting = Array.from({ length: story.waiting }, (_, index) => waitingChat(story, index, now, random));
  const promised = Array.from({ length: story.promised ?? 0 }, (_, index) => promisedChat(story, index, now));
  return [...chats, ...waiting, ...promised].flat();
}

// Buyers write in the evening more than at night.
function busyTime(at: number, random: () => number): number {
  const inDay = at % day;
  const isNight = inDay > 17 * hour && inDay < 23 * hour;
  return isNight && random() < 0.75 ? at - 7 * hour : at;
}

function answeredChat(
  { quick, buyers }: ShopStory,
  conversation: string,
  start: number,
  now: number,
  random: () => number,
) {
  const fate = random();
  const wait =
    fate < quick
      ? (8 + random() ** 3 * 400) * 1000
      : fate < quick + 0.7 * (1 - quick)
        ? random() ** 2 * 11 * hour
        : fate < quick + 0.85 * (1 - quick)
          ? 12 * hour + random() * 9 * hour
          : null;
  const base = { is: 'message', sense: 'network', conversation, kind: 'text' } as const;
  const asks = 1 + Math.floor(random() * 3);
  const said: SeenMessage[] = Array.from({ length: asks }, (_, i) => ({
    ...base,
    id: `${i + 1}`,
    author: 'buyer',
    sentAt: Math.round(start + i * 4000),
  }));
  if (random() < 0.1) said.push({ ...base, id: '7', author: 'robot', sentAt: Math.round(start + 9000) });
  const reply = wait === null ? null : Math.round(start + asks * 4000 + wait);
  if (reply !== null && reply < now) {
    said.push({ ...base, id: '9', author: 'seller', agent: random() < 0.6 ? 'Ayu' : 'Rizky', sentAt: reply });
  }
  const who = pick(buyers, random);
  return [...said.filter(({ sentAt }) => sentAt < now), named(conversation, who, Math.min(now, Math.round(start)))];
}

function waitingChat({ buyers }: ShopStory, index: number, now: number, random: () => number) {
  const conversation = `waits-${index}`;
  const ages = [25_000, 100_000, 165_000, 6 * minute, 42 * minute, 3 * hour, 9.6 * hour, 11.4 * hour, 13 * hour];
  const age = (ages[index % ages.length] ?? hour) + Math.floor(index / ages.length) * 7 * minute;
  const base = { is: 'message', sense: 'network', conversation, kind: 'text' } as const;
  const said: SeenMessage[] = [{ ...base, id: '1', author: 'buyer', sentAt: Math.round(now - age) }];
  if (index % 3 === 1) said.push({ ...base, id: '2', author: 'buyer', sentAt: Math.round(now - age * 0.6) });
  if (index % 4 === 2) said.push({ ...base, id: '3', author: 'robot', sentAt: Math.round(now - age * 0.9) });
  const who = index === 4 ? undefined : (buyers[index % buyers.length] ?? pick(buyers, random));
  return [...said, named(conversation, who, now)];
}

function promisedChat({ buyers }: ShopStory, index: number, now: number) {
  const conversation = `promised-${index}`;
  const base = { is: 'message', sense: 'network', conversation, kind: 'text' } as const;
  const said: SeenMessage[] = [
    { ...base, id: '1', author: 'buyer', sentAt: now - (9 + index) * minute },
    { ...base, id: '2', author: 'seller', promise: true, sentAt: now - (7 + index) * minute },
  ];
  return [...said, named(conversation, buyers[index % buyers.length], now)];
}

function named(conversation: string, buyer: string | undefined, at: number): SeenConversation {
  return { is: 'conversation', sense: 'page', conversation, at, ...(buyer !== undefined && { buyer }) };
}

const pick = <T>(list: readonly T[], random: () => number) => list[Math.floor(random() * list.length)] as T;
