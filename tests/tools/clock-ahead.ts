import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dayMs = 86_400_000;

export interface WorldClock {
  /** How far (ms) it is ahead of this computer's, less than a day. */
  readonly aheadMs: number;
  /** ms. */
  now(): number;
  /** A moment of its yesterday or today by local clock, `HH:MM:SS`, in ms. */
  yesterdayAt(clock: string): number;
  todayAt(clock: string): number;
}

/** A clock that shows this local time now, `HH:MM:SS`, in a place so far (ms) ahead of Greenwich. */
export function clockShowing(local: string, zoneMs: number): WorldClock {
  const sinceMidnight = (Date.now() + zoneMs) % dayMs;
  const aheadMs = (msOf(local) - sinceMidnight + dayMs) % dayMs;
  const now = () => Date.now() + aheadMs;
  const todayAt = (clock: string) => Math.floor((now() + zoneMs) / dayMs) * dayMs - zoneMs + msOf(clock);
  return { aheadMs, now, todayAt, yesterdayAt: clock => todayAt(clock) - dayMs };
}

function msOf(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** What takes the place of `Date`; only what asks for the present differs. */
const aheadDate = (aheadMs: number) => `(Real => {
  const now = () => Real.now() + ${aheadMs};
  return new Proxy(Real, {
    construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [now()] : args, as),
    apply: () => String(new Real(now())),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
})`;

/** Stands before a script of the extension's own: its clock, and its alarms, which go by the browser's. */
const before = (aheadMs: number) => `if (!globalThis.lekasClock) {
  globalThis.lekasClock = true;
  globalThis.Date = ${aheadDate(aheadMs)}(Date);
  const { alarms } = globalThis.browser ?? globalThis.chrome ?? {};
  if (alarms) {
    const { create, get, getAll } = alarms;
    const shown = alarm => alarm && { ...alarm, scheduledTime: alarm.scheduledTime + ${aheadMs} };
    const set = ({ when, ...rest }) => (when === undefined ? rest : { ...rest, when: when - ${aheadMs} });
    alarms.create = (...args) => create.call(alarms, ...args.map(arg => (typeof arg === 'object' ? set(arg) : arg)));
    alarms.get = async name => shown(await get.call(alarms, name));
    alarms.getAll = async () => (await getAll.call(alarms)).map(shown);
  }
}
`;

/**
 * A copy of a built extension whose clock is ahead, so that rules with hours can be tried at any hour. The page's own clock
 * is the page's affair: the script that runs in its world gets another clock without the page getting it.
 */
export async function withClockAhead(extensionDir: string, aheadMs: number): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'lekas-clock-'));
  await cp(extensionDir, copy, { recursive: true });
  for (const file of await readdir(copy, { recursive: true })) {
    if (!file.endsWith('.js')) continue;
    const path = join(copy, file);
    const script = await readFile(path, 'utf8');
    const isInPage = file.endsWith('chat-network.js');
    const changed = isInPage ? `(Date => {${script}\n})(${aheadDate(aheadMs)}(Date));` : before(aheadMs) + script;
    await writeFile(path, changed);
  }
  return copy;
}
