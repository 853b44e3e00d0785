import * as v from 'valibot';
import { senses } from '../chat/message';
import { isShopId, type ShopId } from '../chat/shop';
import type { Sign } from './protocol';

const name = v.pipe(v.string(), v.maxLength(64));

const instant = v.pipe(v.number(), v.integer(), v.minValue(Date.UTC(2015, 0, 1)));

const missing = v.pipe(v.array(name), v.maxLength(32));

const health = v.variant('state', [
  v.strictObject({ state: v.literal('watching') }),
  v.strictObject({
    state: v.literal('partly'),
    blind: v.picklist(senses),
    why: name,
    missing: v.exactOptional(missing),
  }),
  v.strictObject({ state: v.literal('not-recognised'), missing }),
  v.strictObject({ state: v.literal('signed-out') }),
  v.strictObject({ state: v.literal('closed') }),
]);

const sign = v.strictObject({
  shops: v.pipe(v.array(v.custom<ShopId>(isShopId)), v.maxLength(64)),
  health,
  notUnderstood: v.pipe(v.number(), v.integer(), v.minValue(0)),
  whole: v.exactOptional(
    v.pipe(
      v.strictObject({ from: instant, to: instant }),
      v.check(({ from, to }) => from <= to),
    ),
  ),
});

/** A sign of life from a page; `null` where it is none. */
export function readSign(raw: unknown): Sign | null {
  const parsed = v.safeParse(sign, raw);
  return parsed.success ? parsed.output : null;
}
