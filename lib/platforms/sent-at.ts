import { sentMs, toMs } from './instant-ms';

/** `[sentAt, sentAt + uncertain]`, ms since the epoch. Without `uncertain` it is exact. */
export interface SentAt {
  readonly sentAt: number;
  readonly uncertain?: number;
}

const secondMs = 1000;
const iso = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)$/;

/**
 * When something was sent, from a count of s, ms, µs or ns (the unit by its size), its digits as text, or an ISO instant
 * with its zone. `arrivedAt`, ms, bounds it: a value read in the wrong unit can look plausible. `null` for anything else;
 * a time without a zone would be read in the computer's own.
 */
export function readSentAt(value: unknown, arrivedAt: number): SentAt | null {
  if (typeof value === 'number') return ofCount(toMs(value), value < 1e10, arrivedAt);
  if (typeof value !== 'string') return null;
  // Beyond 2^53 a number would lose its last digits; those below the ms are not needed.
  if (/^(?:\d{10}|\d{13}|\d{16}|\d{19})$/.test(value)) {
    return ofCount(toMs(Number(value.slice(0, 13))), value.length === 10, arrivedAt);
  }
  const [, whole, fraction = '', zone] = iso.exec(value) ?? [];
  if (whole === undefined || zone === undefined) return null;
  const ms = Date.parse(`${whole}.${fraction.padEnd(3, '0').slice(0, 3)}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}`);
  return ofCount(ms, fraction === '', arrivedAt);
}

function ofCount(ms: number | null, inSeconds: boolean, arrivedAt: number): SentAt | null {
  const sentAt = ms === null || Number.isNaN(ms) ? null : sentMs(ms, arrivedAt);
  if (sentAt === null) return null;
  return inSeconds ? { sentAt, uncertain: secondMs - 1 } : { sentAt };
}
