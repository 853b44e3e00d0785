import * as v from 'valibot';
import { healthActions } from '../chat/health-action';
import { isShopId, type ShopId } from '../chat/shop';

const shop = v.custom<ShopId>(isShopId);

const snooze = v.object({
  chat: v.exactOptional(v.object({ shop, conversation: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) })),
  minutes: v.picklist([0, 5, 15, 60]),
});

const sound = v.object({ volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) });

const help = v.object({ shop, action: v.picklist(healthActions) });

/** What a screen of ours asked for; `null` where it is nothing of the kind. */
export const readSnooze = (raw: unknown) => readAs(snooze, raw);
export const readSound = (raw: unknown) => readAs(sound, raw);
export const readHelp = (raw: unknown) => readAs(help, raw);

function readAs<T>(schema: v.GenericSchema<unknown, T>, raw: unknown): T | null {
  const parsed = v.safeParse(schema, raw);
  return parsed.success ? parsed.output : null;
}
