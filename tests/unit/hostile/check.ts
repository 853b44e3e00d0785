import { shopParts } from '../../../lib/chat/shop';
import { readBatch } from '../../../lib/messaging/observation-schema';
import type { Decoded, PageReading } from '../../../lib/platforms/platform';
import { isSteps, type Steps } from '../../../lib/platforms/steps';
import { bounded, note, type Outcomes } from './runs';

/** Words that stand in every seed's messages: no observation may hold them. */
export const secret = /words nobody keeps|must never come out/;

/** Reads until it is done or waits for something. */
function readOn<T>(steps: Steps<T>): IteratorResult<undefined | Promise<void>, T> {
  let next = steps.next();
  while (!next.done && !next.value) next = steps.next();
  return next;
}

/**
 * Reads each to the end; what is waited for in between is waited for. Throws where a step does not end: many are guarded
 * together, for a guard costs more than an input.
 */
export async function readAll<T>(reads: readonly (() => T | Steps<T>)[]): Promise<T[]> {
  const begun = bounded(() =>
    reads.map(read => {
      const result = read();
      return isSteps(result) ? { steps: result, next: readOn(result) } : { value: result };
    }),
  );
  const results: T[] = [];
  for (const one of begun) {
    if ('value' in one) {
      results.push(one.value);
      continue;
    }
    let { next } = one;
    while (!next.done) {
      await next.value;
      next = bounded(() => readOn(one.steps));
    }
    results.push(next.value);
  }
  return results;
}

/** Throws unless what was told at `at` (ms) can be recorded, or is named as not understood; and counts it. */
export function checkDecoded(decoded: Decoded, at: number, counted: Outcomes): void {
  counted.inputs++;
  if ('notOurs' in decoded) note(counted, 'passed over');
  else if ('notUnderstood' in decoded) {
    const { notUnderstood, encoding = '', size } = decoded;
    if (!(notUnderstood.length > 0 && notUnderstood.length <= 64)) throw new Error(`named at length: ${notUnderstood}`);
    if (encoding.length > 128 || !Number.isFinite(size)) throw new Error('no size, or too long an encoding');
    note(counted, 'not understood');
  } else {
    const hasRows = decoded.some(({ is }) => is === 'message' || is === 'conversation' || is === 'official');
    note(counted, hasRows ? 'with rows' : 'read');
    checkObservations(decoded, at);
  }
}

/** The same of a look at a page. */
export function checkReading(reading: PageReading, at: number, counted: Outcomes): void {
  counted.inputs++;
  if (reading.is !== 'read') {
    note(counted, reading.is);
    return;
  }
  note(counted, reading.missing.length > 0 ? 'with something missing' : 'all recognised');
  if (reading.missing.includes('page')) throw new Error('the reader threw, and was caught only at its door');
  if (reading.missing.length > 32 || reading.missing.some(name => name.length > 64)) throw new Error('no sign of life');
  checkObservations(reading.observations, at);
}

function checkObservations(observations: Extract<Decoded, readonly unknown[]>, at: number): void {
  for (const seen of observations) {
    switch (seen.is) {
      case 'message':
      case 'conversation':
      case 'official': {
        const { refused } = readBatch([seen], at);
        if (refused > 0) throw new Error(`would be refused: ${JSON.stringify(seen)}`);
        break;
      }
      case 'shop':
        if (!shopParts(`shopee/${seen.market ?? 'XX'}/${seen.seller}`)) throw new Error(`no shop: ${seen.seller}`);
        if ((seen.account ?? '').length > 64) throw new Error(`no account: ${seen.account}`);
        break;
      case 'cursor':
        if (!/^-?\d{1,20}$/.test(seen.next)) throw new Error(`no cursor: ${seen.next}`);
        break;
      default:
        if (seen.what.length === 0 || seen.what.length > 64) throw new Error(`named at length: ${seen.what}`);
    }
  }
  const text = JSON.stringify(observations.map(seen => (seen.is === 'conversation' ? { ...seen, buyer: '' } : seen)));
  if (secret.test(text)) throw new Error(`text came out: ${text}`);
}
