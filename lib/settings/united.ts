import { isRecord } from './read-parts';

/** What is in either of two trees of settings; what is in both is as in `mine`, part by part. */
export function united(mine: unknown, theirs: unknown): unknown {
  if (!isRecord(mine) || !isRecord(theirs)) return mine === undefined ? theirs : mine;
  const parts = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return Object.fromEntries(parts.map(part => [part, united(mine[part], theirs[part])]));
}
