import { decodeIm } from '../../../lib/platforms/bytedance-im/decode-im';
import type { Decoded, Exchange } from '../../../lib/platforms/platform';
import { finish, isSteps, type Steps } from '../../../lib/platforms/steps';
import { tiktokShopDialect } from '../../../lib/platforms/tiktok-shop/dialect';

/** What an exchange told, read in one go. */
export const whole = (result: Decoded | Steps<Decoded>): Decoded => (isSteps(result) ? finish(result) : result);

/** The same where something is waited for in between, as for what is gzipped. */
export async function wholeLater<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await step.value;
  }
}

/** By the reading of the shared format that its recording gives. */
export const decodedIm = (exchange: Exchange): Decoded => whole(decodeIm(exchange, tiktokShopDialect));

export const decodedImLater = (exchange: Exchange): Promise<Decoded> =>
  wholeLater(decodeIm(exchange, tiktokShopDialect));
