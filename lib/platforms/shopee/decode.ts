import { readExactJson } from '../exact-json';
import type { Notes } from '../notes';
import { type Decoded, type Exchange, notOurs } from '../platform';
import { isSteps, type Steps } from '../steps';
import { calls } from './calls';
import { decodeLive } from './live';
import { markBursts } from './mark-bursts';

// Both prefixes, and the mini chat's variants of the same calls (shopee.md section 3).
const callPath = /^\/webchat\/api\/(?:coreapi\/)?v1\.2\/(?:mini\/)?(.+)$/;

/** Reads one exchange of Shopee's chat by its address. Never throws. */
export function* decode(exchange: Exchange, notes: Notes): Steps<Decoded> {
  const told = yield* read(exchange, notes);
  return 'notUnderstood' in told || 'notOurs' in told ? told : [...told, ...markBursts(told, notes)];
}

function* read(exchange: Exchange, notes: Notes): Steps<Decoded> {
  if (exchange.via === 'event') return decodeLive(exchange, notes);
  const path = callPath.exec(URL.parse(exchange.url, 'https://relative.invalid')?.pathname ?? '')?.[1] ?? '';
  for (const { path: pattern, read: readCall, kin } of calls) {
    const found = pattern.exec(path);
    if (!found) continue;
    const opened = readExactJson(exchange.body);
    if ('notUnderstood' in opened) return kin ? notOurs : opened;
    const { json, size } = opened;
    const told = readCall(json, {
      at: exchange.at,
      notes,
      conversation: found[1] ?? '',
    });
    const seen = isSteps(told) ? yield* told : told;
    return seen ?? (kin ? notOurs : { notUnderstood: 'data', size });
  }
  return notOurs;
}
