import type { Observation } from '../../chat/observation';
import { readExactJson } from '../exact-json';
import { type JsonRecord, recordOf } from '../json-record';
import type { Exchange, NotUnderstood } from '../platform';

/** Reads what is inside an answer; `null` where it is not of the shape that is known. */
export type ReadAnswer = (answer: JsonRecord, at: number) => readonly Observation[] | null;

/** The object in a field; one without fields where there is none. */
export const inside = (answer: JsonRecord, name: string): JsonRecord => recordOf(answer[name]) ?? {};

/** Opens one of the platform's JSON answers. Never throws. */
export function decodeJson({ body, at }: Exchange, read: ReadAnswer): readonly Observation[] | NotUnderstood {
  const opened = readExactJson(body);
  if ('notUnderstood' in opened) return opened;
  const { json, size } = opened;
  const answer = recordOf(json);
  if (!answer) return { notUnderstood: 'json', size };
  const { code } = answer;
  // 10005: signed out (feige.md section 1, agreeing sources).
  if (code !== undefined && code !== 0) {
    const named = typeof code === 'number' || typeof code === 'string' ? String(code).slice(0, 16) : typeof code;
    return { notUnderstood: `code ${named}`, size, ...(code === 10005 && { hint: 'signed-out' }) };
  }
  return read(answer, at) ?? { notUnderstood: 'data', size };
}
