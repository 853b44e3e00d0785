import type { NextDue, Sign } from '../messaging/protocol';

interface TellerArgs {
  beat(sign: Sign): Promise<NextDue>;
  /** Told when something is due next, after each sign that was heard. */
  onDue(when: number | null): void;
}

/** A sign of life is sent at least this often (ms) while something happens on the page. */
const beatMs = 30_000;

/** Returns what sends a page's sign when it says something new or has not been sent for a while, and gives it back. */
export function signTeller({ beat, onDue }: TellerArgs): (sign: Sign) => Sign {
  let last = '';
  let lastAt = 0;
  return sign => {
    // How far what is whole reaches by now is no news worth a message of its own.
    const text = JSON.stringify({ ...sign, whole: sign.whole?.from });
    const now = Date.now();
    // That no chat is shown needs no repeating.
    const isOld = now - lastAt >= beatMs && sign.health.state !== 'closed';
    if (text === last && !isOld) return sign;
    last = text;
    lastAt = now;
    // One that is not heard is sent again with the next change, or asked for by the background.
    beat(sign).then(
      ({ nextDueAt }) => onDue(nextDueAt),
      () => {
        last = '';
      },
    );
    return sign;
  };
}
