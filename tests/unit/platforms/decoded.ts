import { decodeIm } from '../../../lib/platforms/bytedance-im/decode-im';
import type { Decoded, Exchange } from '../../../lib/platforms/platform';
import { finish, isSteps, type Steps } from '../../../lib/platforms/steps';

/** What an exchange told, read in one go. */
export const whole = (result: Decoded | Steps<Decoded>): Decoded => (isSteps(result) ? finish(result) : result);

export const decodedIm = (exchange: Exchange): Decoded => whole(decodeIm(exchange));
