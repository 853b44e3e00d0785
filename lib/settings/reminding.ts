import * as v from 'valibot';
import { type PlatformId, platformIds } from '../chat/shop';
import type { ChosenLeads } from '../rules/leads';

/** Hours in which nothing is said, on the seller's own clock. Half-open; they may cross midnight. */
export interface QuietHours {
  /** `22:00`. */
  readonly from: string;
  /** `07:00`; `24:00` is the day's end. */
  readonly to: string;
  /** IANA. */
  readonly zone: string;
}

/** How, when and of what the seller is reminded. */
export interface Reminding {
  /** Platforms whose deadlines are not reminded of; popup and badge still show them. */
  readonly silentPlatforms: readonly PlatformId[];
  /** The same of rules, by id. */
  readonly silentRules: readonly string[];
  /** By rule id, seconds before the deadline; a rule that is not named has its usual ones. */
  readonly leads: ChosenLeads;
  /** Seconds after a promise of an answer that has not come; `null`: of promises nothing is said. */
  readonly promiseAfter: number | null;
  readonly quiet: QuietHours | null;
  /** Whether a notification names the buyer: it may stand on a screen that others see. */
  readonly names: boolean;
  readonly sound: { readonly on: boolean /** 0 to 1. */; readonly volume: number };
}

export const usualReminding: Reminding = {
  silentPlatforms: [],
  silentRules: [],
  leads: {},
  // Ours: the platforms name no time (rules.md section 3, rule 113278).
  promiseAfter: 120,
  quiet: null,
  names: true,
  sound: { on: true, volume: 0.5 },
};

const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const ruleId = v.pipe(v.string(), v.maxLength(64));
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(604_800));

const leads = v.pipe(
  v.tuple([seconds, seconds]),
  v.check(([first, last]) => first >= last),
);

const quietHours = v.pipe(
  v.object({
    from: v.pipe(v.string(), v.regex(clock)),
    to: v.pipe(v.string(), v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)),
    zone: v.pipe(v.string(), v.check(isZone)),
  }),
  v.check(({ from, to }) => from !== to),
);

/** What of quiet hours cannot be: their zone, else their times; `null` where nothing is wrong. */
export function quietFault(quiet: QuietHours): 'hours' | 'zone' | null {
  if (!isZone(quiet.zone)) return 'zone';
  return v.is(quietHours, quiet) ? null : 'hours';
}

function isZone(zone: string): boolean {
  try {
    return zone !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

const usual = usualReminding;

/** Each field that cannot be read falls back alone: a wrong zone is no reason to forget the lead times. */
export const remindingSchema = v.object({
  silentPlatforms: v.fallback(v.array(v.picklist(platformIds)), [...usual.silentPlatforms]),
  silentRules: v.fallback(v.array(ruleId), [...usual.silentRules]),
  leads: v.fallback(v.record(ruleId, leads), {}),
  promiseAfter: v.fallback(v.nullable(seconds), usual.promiseAfter),
  quiet: v.fallback(v.nullable(quietHours), usual.quiet),
  names: v.fallback(v.boolean(), usual.names),
  sound: v.fallback(
    v.object({ on: v.boolean(), volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }),
    usual.sound,
  ),
});

/** The reminding settings as stored; `usualReminding` where there are none. */
export function readReminding(raw: unknown): Reminding {
  const parsed = v.safeParse(remindingSchema, raw ?? {});
  return parsed.success ? parsed.output : usualReminding;
}
