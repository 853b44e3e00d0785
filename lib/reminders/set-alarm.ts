import { browser } from 'wxt/browser';

/** The shortest time (ms) ahead that browsers grant an alarm. Below it they make it longer, each its own way. */
const floorMs = 30_000;

/**
 * Sets the alarm for `when` (ms), or clears it for `null`. One that stands already is left alone: setting it anew at
 * every start would push it before itself for ever.
 */
export async function setAlarm(name: string, when: number | null, now: number): Promise<void> {
  const before = await browser.alarms.get(name);
  if (when === null) {
    if (before) await browser.alarms.clear(name);
    return;
  }
  const at = Math.max(when, now + floorMs);
  // One that rings no later than a floor's length off is near enough: it asks again when it does.
  if (before && before.scheduledTime >= now && Math.abs(before.scheduledTime - at) < 1000) return;
  if (before && before.scheduledTime >= now && before.scheduledTime < at && when <= now + floorMs) return;
  await browser.alarms.create(name, { when: at });
}

/**
 * An alarm that rings every `minutes`, made once. Set again where it would first ring later than that: a clock that was set back
 * leaves it waiting for an hour that is far off again.
 */
export async function keepAlarm(name: string, minutes: number, now: number): Promise<void> {
  const before = await browser.alarms.get(name);
  const next = now + minutes * 60_000;
  if (before?.periodInMinutes === minutes && before.scheduledTime <= next + floorMs) return;
  await browser.alarms.create(name, { when: next, periodInMinutes: minutes });
}
