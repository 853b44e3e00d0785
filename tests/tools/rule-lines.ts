/** What a meter of the popup says of itself, for machines. */
export interface MeterReading {
  readonly rule: string;
  /** `null` where nothing counts yet. */
  readonly percent: number | null;
  readonly counted: number;
  readonly waiting: number;
  /** ms since the epoch; `null` where nobody waits. */
  readonly firstDeadline: number | null;
}

/** Reads all meters of a popup; evaluated in its page. */
export const readMeters = `[...document.querySelectorAll('[role=meter][data-rule]')].map(meter => {
  const number = name => {
    const text = meter.getAttribute(name);
    return text === null || text === '' || Number.isNaN(Number(text)) ? null : Number(text);
  };
  return {
    rule: meter.getAttribute('data-rule'),
    percent: number('aria-valuenow'),
    counted: number('data-counted') ?? 0,
    waiting: number('data-waiting') ?? 0,
    firstDeadline: number('data-first-deadline'),
  };
})`;

/** `tiktok-shop/12h 100.0 % · 3 counted · 1 waiting, first deadline in 11:58:12` */
export function ruleLine(meter: MeterReading, now: number): string {
  const rate = meter.percent === null ? 'no chats yet' : `${meter.percent.toFixed(1)} %`;
  return `${meter.rule} ${rate} · ${meter.counted} counted · ${meter.waiting} waiting${deadline(meter, now)}`;
}

function deadline({ waiting, firstDeadline }: MeterReading, now: number): string {
  if (waiting === 0 || firstDeadline === null) return '';
  const left = firstDeadline - now;
  return `, first deadline ${left >= 0 ? `in ${clock(left)}` : `${clock(-left)} ago`}`;
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map(part => String(part).padStart(2, '0')).join(':');
}
