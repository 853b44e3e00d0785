import type { Rule } from './rule';

/** The words for what is wrong with a rule; each names a message of the catalogue. */
export type RuleErrorKey =
  | 'rule_id_error'
  | 'rule_measure_error'
  | 'rule_limit_error'
  | 'rule_unit_error'
  | 'rule_zone_error'
  | 'rule_hours_error'
  | 'rule_window_error'
  | 'rule_weight_error'
  | 'rule_robot_error'
  | 'rule_excludes_error'
  | 'rule_unanswered_error'
  | 'rule_sessionGap_error'
  | 'rule_target_error';

type Checked<T> = { ok: true; rule: T } | { ok: false; field: string; key: RuleErrorKey };

interface Check {
  readonly field: string;
  readonly key: RuleErrorKey;
  holds(rule: Rule): boolean;
}

const among = (allowed: readonly unknown[], value: unknown) => allowed.includes(value);
const isPositive = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value > 0;
const isShare = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1;
const isWeight = (value: unknown) => value === undefined || isShare(value);

const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** `24:00` ends a day and begins none. From a time to the same time is no hour at all. */
function areHours(hours: Rule['hours']): boolean {
  if (hours === undefined) return true;
  const { from, to } = hours;
  return clock.test(from) && (clock.test(to) || to === '24:00') && from !== to;
}

function isZone(zone: unknown): boolean {
  if (typeof zone !== 'string' || zone === '') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const checks: readonly Check[] = [
  { field: 'id', key: 'rule_id_error', holds: ({ id }) => typeof id === 'string' && /^[\w-]+\/[\w-]+$/.test(id) },
  { field: 'measure', key: 'rule_measure_error', holds: ({ measure }) => among(['share', 'mean'], measure) },
  {
    field: 'limit',
    key: 'rule_limit_error',
    holds: ({ measure, limit }) => (limit === undefined ? measure === 'mean' : isPositive(limit)),
  },
  {
    field: 'unit',
    key: 'rule_unit_error',
    holds: ({ unit }) => among(['message', 'round', 'first-response', 'whole-session'], unit),
  },
  { field: 'zone', key: 'rule_zone_error', holds: ({ zone }) => isZone(zone) },
  { field: 'hours', key: 'rule_hours_error', holds: ({ hours }) => areHours(hours) },
  {
    field: 'window.days',
    key: 'rule_window_error',
    holds: ({ window }) => Number.isInteger(window?.days) && window.days >= 1 && window.days <= 366,
  },
  {
    field: 'window.newestQuarterWeight',
    key: 'rule_weight_error',
    holds: ({ window }) => isWeight(window.newestQuarterWeight),
  },
  { field: 'robot', key: 'rule_robot_error', holds: ({ robot }) => among(['answers', 'excludes', 'ignored'], robot) },
  {
    field: 'excludes',
    key: 'rule_excludes_error',
    holds: ({ excludes }) =>
      Array.isArray(excludes) && excludes.every(reason => among(['holiday', 'blocked', 'seller-started'], reason)),
  },
  {
    field: 'unansweredCountsAs',
    key: 'rule_unanswered_error',
    holds: ({ unansweredCountsAs: seconds }) => seconds === undefined || isPositive(seconds),
  },
  {
    field: 'sessionGap',
    key: 'rule_sessionGap_error',
    holds: ({ sessionGap }) => sessionGap === undefined || isPositive(sessionGap),
  },
  {
    field: 'target',
    key: 'rule_target_error',
    holds: ({ measure, target }) => (measure === 'share' ? isShare(target) : isPositive(target)),
  },
];

/** Whether a rule, a seller's own perhaps, can be counted by; else the first field that is wrong, with the key of its words. */
export function checkRule<T extends Rule>(rule: T): Checked<T> {
  const wrong = checks.find(({ holds }) => !holds(rule));
  return wrong ? { ok: false, field: wrong.field, key: wrong.key } : { ok: true, rule };
}
