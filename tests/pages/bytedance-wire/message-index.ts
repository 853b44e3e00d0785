import type { WireMessage } from './message-body.ts';

/** A message's index: its time in µs, 11 to 100 ms later, and never that of the message before it. */
export function messageIndex(id: string, atMs: number, before: WireMessage | undefined): bigint {
  const delayMs = 11n + (BigInt(id) % 90n);
  const index = (BigInt(atMs) + delayMs) * 1000n;
  if (before !== undefined && index <= before.index && atMs >= before.createTimeMs) return before.index + 1n;
  return index;
}
