import type { Observation } from '../../chat/observation';
import { readExactJson } from '../exact-json';
import { recordOf } from '../json-record';
import type { Exchange, NotUnderstood } from '../platform';

/** Reads the `data` of an answer; `null` where it is not of the shape that is known. */
export type ReadData = (data: unknown, at: number) => readonly Observation[] | null;

/** Opens one of the platform's JSON answers and hands its `data` on. Never throws. */
export function decodeJson({ body, at }: Exchange, read: ReadData): readonly Observation[] | NotUnderstood {
  const opened = readExactJson(body);
  if ('notUnderstood' in opened) return opened;
  const { json, size } = opened;
  const answer = recordOf(json);
  if (!answer || !(answer.code === undefined || typeof answer.code === 'number'))
    return { notUnderstood: 'json', size };
  const { code, data } = answer;
  // 98001002 is a stale signature; no code but 0 was seen with an answer (tiktok-shop.md section 3).
  if (code !== undefined && code !== 0) return { notUnderstood: `code ${code}`, size };
  return read(data, at) ?? { notUnderstood: 'data', size };
}
