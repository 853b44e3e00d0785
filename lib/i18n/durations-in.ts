import type { Locale } from './locale';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How a language writes stretches of time. */
export function durationsIn(locale: Locale) {
  const unit = (name: 'day' | 'hour' | 'minute' | 'second', digits = 1) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'narrow',
      minimumIntegerDigits: digits,
      maximumFractionDigits: 0,
      roundingMode: 'floor',
    });
  const [days, hours, minutes, seconds] = [unit('day'), unit('hour'), unit('minute'), unit('second')];
  const paddedMinutes = unit('minute', 2);
  const paddedHours = unit('hour', 2);
  const paddedSeconds = unit('second', 2);
  const ages = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });

  /** "2d 04h", "3h 05m", "3h", "42m", "8s": its two largest units, the smaller one only where it says something. */
  function duration(ms: number): string {
    if (ms >= day) return pair(days.format(ms / day), ms % day >= hour && paddedHours.format((ms % day) / hour));
    if (ms >= hour)
      return pair(hours.format(ms / hour), ms % hour >= minute && paddedMinutes.format((ms % hour) / minute));
    return ms >= minute ? minutes.format(ms / minute) : seconds.format(Math.max(0, ms) / second);
  }
  // Chinese writes no space inside of a stretch of time.
  const between = locale === 'zh-CN' ? '' : ' ';
  const pair = (large: string, small: string | false) => (small === false ? large : large + between + small);

  return {
    duration,
    /** As `duration`, but to the second below an hour: "3m 05s" is more than three minutes, and must not read as them. */
    exactly(ms: number): string {
      if (ms >= hour || ms < minute) return duration(ms);
      return pair(minutes.format(ms / minute), ms % minute >= second && paddedSeconds.format((ms % minute) / second));
    },
    /** As `duration`, but by the second when little is left: "09:41" under ten minutes. */
    timeLeft(ms: number): string {
      if (ms >= 10 * minute) return duration(ms);
      const whole = Math.max(0, Math.floor(ms / second));
      return [Math.floor(whole / 60), whole % 60].map(part => String(part).padStart(2, '0')).join(':');
    },
    /** "2 hr. ago". */
    age(ms: number): string {
      if (ms >= day) return ages.format(-Math.floor(ms / day), 'day');
      return ms >= hour ? ages.format(-Math.floor(ms / hour), 'hour') : ages.format(-Math.floor(ms / minute), 'minute');
    },
  };
}
