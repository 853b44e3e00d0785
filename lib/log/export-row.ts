import * as v from 'valibot';
import { isClockLength, isLabel, longestLabel, longestPage } from '../chat/case';
import { authors, guesses, kinds, senses } from '../chat/message';
import { setAsideReasons } from '../chat/set-aside';
import { isShopId, type ShopId } from '../chat/shop';

/** Bumped when older Lekas could not read what is written. */
export const exportVersion = 2;

const shop = v.custom<ShopId>(isShopId);
/** As pages and networks name things; `~` begins the name of a message that no platform id is known for. */
const id = v.pipe(v.string(), v.regex(/^~?[\w:.-]{1,80}$/));
/** As long, and of the same letters, as a page's script may name a conversation. */
const chat = v.pipe(v.string(), v.regex(/^[\w:.=-]{1,128}$/));
const instant = v.pipe(v.number(), v.integer(), v.minValue(Date.UTC(2015, 0, 1)));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
const excludedReasons = ['by-hand', 'blocked', 'holiday', 'seller-started', 'hours', 'robot'] as const;
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));
const sum = v.pipe(v.number(), v.finite());

const head = v.object({ is: v.literal('lekas'), version: v.pipe(v.number(), v.integer()), exportedAt: instant });

const end = v.strictObject({ is: v.literal('end'), rows: count });

// Strict: a field that is not named here, a message's text above all, makes the row one that is not ours.
const message = v.strictObject({
  is: v.literal('message'),
  shop,
  conversation: chat,
  id,
  session: v.exactOptional(id),
  author: v.picklist(authors),
  guess: v.exactOptional(v.picklist(guesses)),
  agent: v.exactOptional(id),
  kind: v.picklist(kinds),
  promise: v.exactOptional(v.literal(true)),
  sentAt: instant,
  uncertain: v.exactOptional(count),
  order: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
  sense: v.picklist(senses),
});

const conversation = v.strictObject({
  is: v.literal('conversation'),
  shop,
  conversation: chat,
  buyer: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  unread: v.exactOptional(count),
  blocked: v.exactOptional(v.boolean()),
  waiting: v.exactOptional(v.boolean()),
  waitingSince: v.exactOptional(instant),
  waitingUncertain: v.exactOptional(count),
  seenAt: v.exactOptional(instant),
});

/** What the seller says of a conversation. */
const mark = v.strictObject({
  is: v.literal('mark'),
  shop,
  conversation: chat,
  setAside: v.exactOptional(v.picklist(setAsideReasons)),
  blocked: v.exactOptional(v.boolean()),
});

/** A message whose time cannot be. */
const untimely = v.strictObject({
  is: v.literal('untimely'),
  shop,
  conversation: chat,
  id,
  sentAt: v.pipe(v.number(), v.finite()),
  why: v.picklist(['ahead', 'before-2015'] as const),
});

const shopRow = v.strictObject({ is: v.literal('shop'), shop, firstSeenAt: instant });

const coverage = v.strictObject({ is: v.literal('coverage'), shop, from: instant, to: instant });

/** A stretch that history has filled. */
const filled = v.strictObject({ is: v.literal('filled'), shop, from: instant, to: instant });

const official = v.strictObject({
  is: v.literal('official'),
  shop,
  metric: v.pipe(v.string(), v.maxLength(128)),
  source: v.picklist(['seen', 'typed'] as const),
  day,
  at: instant,
  value: v.pipe(v.number(), v.finite(), v.minValue(0)),
  within: v.pipe(v.number(), v.finite(), v.minValue(0)),
  days: v.exactOptional(count),
});

/** Days whose messages are gone: what they counted cannot be counted again. */
const tally = v.strictObject({
  is: v.literal('tally'),
  shop,
  rule: v.pipe(v.string(), v.maxLength(128)),
  day,
  onTime: count,
  late: count,
  missed: count,
  waiting: count,
  took: count,
  tookMs: sum,
  times: v.record(v.string(), count),
  timesMs: sum,
  excluded: v.record(v.picklist(excludedReasons), count),
});

/** Something with a clock that the seller entered. */
const trackedCase = v.strictObject({
  is: v.literal('case'),
  id,
  label: v.pipe(v.string(), v.maxLength(longestLabel), v.check(isLabel)),
  lastWordAt: instant,
  hours: v.pipe(v.number(), v.check(isClockLength)),
  trackedAt: instant,
  changedAt: instant,
  page: v.exactOptional(v.pipe(v.string(), v.maxLength(longestPage), v.startsWith('https://'))),
  doneAt: v.exactOptional(instant),
});

const settings = v.strictObject({ is: v.literal('settings'), settings: v.record(v.string(), v.unknown()) });

const row = v.variant('is', [
  message,
  conversation,
  mark,
  untimely,
  shopRow,
  coverage,
  filled,
  official,
  tally,
  trackedCase,
  settings,
]);

export type ExportRow = v.InferOutput<typeof row>;
export type ExportEnd = v.InferOutput<typeof end>;

/** The first line: whose file it is, and of which version; `null` where it is not ours. */
export function readHead(raw: unknown): { readonly version: number } | null {
  const parsed = v.safeParse(head, raw);
  return parsed.success ? parsed.output : null;
}

/** One line that is not the first; `null` where it is none of ours. */
export function readRow(raw: unknown): ExportRow | ExportEnd | null {
  const parsed = v.safeParse(isEnd(raw) ? end : row, raw);
  return parsed.success ? parsed.output : null;
}

const isEnd = (raw: unknown) => typeof raw === 'object' && raw !== null && 'is' in raw && raw.is === 'end';
