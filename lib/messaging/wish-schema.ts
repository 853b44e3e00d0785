import * as v from 'valibot';
import { isClockLength, isLabel, longestLabel } from '../chat/case';
import { healthActions } from '../chat/health-action';
import { setAsideReasons } from '../chat/set-aside';
import { isShopId, type ShopId } from '../chat/shop';

const shop = v.custom<ShopId>(isShopId);

// As long as a page's script may name one: Feige's are long.
const conversation = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

const snooze = v.object({
  chat: v.exactOptional(v.object({ shop, conversation })),
  case: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  minutes: v.picklist([0, 5, 15, 60]),
});

const label = v.pipe(v.string(), v.maxLength(longestLabel + 20), v.check(isLabel));
const hours = v.pipe(v.number(), v.check(isClockLength));
const caseId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

// Whether the last word can have been then is for the log to say; of an address too long nothing is kept.
const newCase = v.object({ label, lastWordAt: v.number(), hours, page: v.exactOptional(v.string()) });

const caseChange = v.object({
  id: caseId,
  label: v.exactOptional(label),
  lastWordAt: v.exactOptional(v.number()),
  hours: v.exactOptional(hours),
  isDone: v.exactOptional(v.boolean()),
});

const mark = v.object({
  shop,
  conversation,
  setAside: v.exactOptional(v.nullable(v.picklist(setAsideReasons))),
  blocked: v.exactOptional(v.nullable(v.boolean())),
});

const sound = v.object({ volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) });

const help = v.object({ shop, action: v.picklist(healthActions) });

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

// Whether the value can be is for the log to say, which names what it refuses.
const typed = v.object({ shop, rule: name, value: v.number(), at: v.number(), days: v.exactOptional(v.number()) });

const kept = v.object({ shop, metric: name, day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)) });

/** What a screen of ours asked for; `null` where it is nothing of the kind. */
export const readSnooze = (raw: unknown) => readAs(snooze, raw);
export const readNewCase = (raw: unknown) => readAs(newCase, raw);
export const readCaseChange = (raw: unknown) => readAs(caseChange, raw);
export const readMark = (raw: unknown) => readAs(mark, raw);
export const readSound = (raw: unknown) => readAs(sound, raw);
export const readTyped = (raw: unknown) => readAs(typed, raw);
export const readKept = (raw: unknown) => readAs(kept, raw);
export const readHelp = (raw: unknown) => readAs(help, raw);

function readAs<T>(schema: v.GenericSchema<unknown, T>, raw: unknown): T | null {
  const parsed = v.safeParse(schema, raw);
  return parsed.success ? parsed.output : null;
}
