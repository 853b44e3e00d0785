import * as v from 'valibot';
import type { Counting } from '../rules/counting';
import { eachOf, listOf, part, partsOf, type Reader } from './read-parts';

const isRuleId = (name: string): name is string => /^[\w-]{1,32}\/[\w-]{1,64}$/.test(name);

const holiday = v.object({ from: v.number(), to: v.nullable(v.number()) });
const hours = v.nullable(v.object({ from: v.string(), to: v.string() }));
const unit = v.picklist(['message', 'round', 'first-response', 'whole-session']);

/**
 * How one shop is counted, as stored, part by part. Only the shape is looked at here: whether a zone exists or a target
 * can be reached is for `rulesFor`, which names what it refuses.
 */
export const readCounting: Reader<Counting> = partsOf({
  readings: eachOf(isRuleId, part(v.string())),
  units: eachOf(isRuleId, part(unit)),
  targets: eachOf(isRuleId, part(v.number())),
  hours: eachOf(isRuleId, part(hours)),
  zone: part(v.string()),
  holidays: listOf(part(holiday)),
});
