/** What a time may be told in: `created_timestamp` in one of four units, or `created_at` alone. */
export type Unit = 's' | 'ms' | 'us' | 'ns' | 'iso';

const units: readonly Unit[] = ['s', 'ns', 'iso', 'ms', 'us'];

/** The unit of a chat's n-th message when each is told in another one. */
export function unitOf(n: number): Unit {
  return units[n % units.length] ?? 's';
}

/** What is left of a time once it is told in a unit. */
export function asTold(atMs: number, unit: Unit): number {
  return unit === 's' ? Math.floor(atMs / 1000) * 1000 : Math.floor(atMs);
}

export interface MessageTimes {
  created_timestamp?: number;
  created_at?: string;
}

/** A message's time. Finer units get the digits a real clock would have; fewer than half a ms, so that all ways to round agree. */
export function messageTimes(atMs: number, unit: Unit, timeZone: string): MessageTimes {
  const at = asTold(atMs, unit);
  switch (unit) {
    case 's':
      return { created_timestamp: at / 1000, created_at: isoIn(at, timeZone) };
    case 'ms':
      return { created_timestamp: at };
    case 'us':
      return { created_timestamp: at * 1000 + 214 };
    case 'ns':
      return { created_timestamp: Number(nanoOf(at)) };
    case 'iso':
      return { created_at: isoIn(at, timeZone) };
  }
}

/** ns since the epoch: 19 digits. */
export function nanoOf(atMs: number): bigint {
  return BigInt(atMs) * 1_000_000n + 214_375n;
}

/** ISO 8601 with the market's offset; ms only where there are some. */
export function isoIn(atMs: number, timeZone: string): string {
  const minutes = offsetMinutes(atMs, timeZone);
  const local = new Date(atMs + minutes * 60_000).toISOString().replace(/\.000Z$|Z$/, '');
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0');
  return `${local}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** Making a formatter costs more than using it a thousand times. */
const made = new Map<string, Intl.DateTimeFormat>();

function offsetMinutes(atMs: number, timeZone: string): number {
  const known = made.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  made.set(timeZone, known);
  const name = known.formatToParts(atMs).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
