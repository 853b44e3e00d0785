import * as v from 'valibot';
import type { Observation } from '../../chat/observation';
import { bodyCap } from '../bytedance-im/limits';
import { ownBytes } from '../bytedance-im/own-bytes';
import type { Exchange, NotUnderstood } from '../platform';

/** Reads the `data` of an answer; `null` where it is not of the shape that is known. */
export type ReadData = (data: unknown, at: number) => readonly Observation[] | null;

const envelope = v.looseObject({ code: v.optional(v.number()), data: v.optional(v.unknown()) });

/** Opens one of the platform's JSON answers and hands its `data` on. Never throws. */
export function decodeJson({ body, at }: Exchange, read: ReadData): readonly Observation[] | NotUnderstood {
  const bytes = typeof body === 'string' ? null : ownBytes(body);
  const size = typeof body === 'string' ? body.length : (bytes?.length ?? 0);
  if (size > bodyCap) return { notUnderstood: 'size', size };
  try {
    const text = bytes ? new TextDecoder('utf-8', { fatal: true }).decode(bytes) : body;
    const answer = v.safeParse(envelope, JSON.parse(String(text), exactNumbers));
    if (!answer.success) return { notUnderstood: 'json', size };
    const { code, data } = answer.output;
    // 98001002 is a stale signature; no code but 0 was seen with an answer (tiktok-shop.md section 3).
    if (code !== undefined && code !== 0) return { notUnderstood: `code ${code}`, size };
    return read(data, at) ?? { notUnderstood: 'data', size };
  } catch {
    return { notUnderstood: 'json', size };
  }
}

/** Ids exceed 2^53. One that is written as a number is taken by its digits, before rounding. */
function exactNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value) || !Number.isInteger(value)) return value;
  return context?.source ?? value;
}
