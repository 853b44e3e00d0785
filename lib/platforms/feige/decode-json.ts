import type { Observation } from '../../chat/observation';
import { readExactJson } from '../exact-json';
import type { Exchange, NotUnderstood } from '../platform';

/** A JSON object whose fields are looked at one by one. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads what is inside an answer; `null` where it is not of the shape that is known. */
export type ReadAnswer = (answer: Fields, at: number) => readonly Observation[] | null;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object in a field; one without fields where there is none. */
export function fieldsIn(fields: Fields, name: string): Fields {
  const value = fields[name];
  return isFields(value) ? value : {};
}

/** Opens one of the platform's JSON answers. Never throws. */
export function decodeJson({ body, at }: Exchange, read: ReadAnswer): readonly Observation[] | NotUnderstood {
  const opened = readExactJson(body);
  if ('notUnderstood' in opened) return opened;
  const { json, size } = opened;
  if (!isFields(json)) return { notUnderstood: 'json', size };
  const { code } = json;
  // 10005: signed out (feige.md section 1, agreeing sources).
  if (code !== undefined && code !== 0) {
    return { notUnderstood: `code ${String(code).slice(0, 16)}`, size, ...(code === 10005 && { hint: 'signed-out' }) };
  }
  return read(json, at) ?? { notUnderstood: 'data', size };
}
