import { bodyCap } from './body-cap';
import { ownBytes } from './own-bytes';
import type { Exchange, NotUnderstood } from './platform';

/** What a JSON answer holds, and its size in bytes (or characters of a text). */
export interface ExactJson {
  readonly json: unknown;
  readonly size: number;
}

/**
 * Opens a JSON answer. A whole number beyond 2^53, as ids are, comes as the text of its digits: read as a number it would
 * be another one. Never throws; what is too large or no JSON is not understood.
 */
export function readExactJson(body: Exchange['body']): ExactJson | NotUnderstood {
  const bytes = typeof body === 'string' ? null : ownBytes(body);
  const size = typeof body === 'string' ? body.length : (bytes?.length ?? 0);
  if (size > bodyCap) return { notUnderstood: 'size', size };
  try {
    const text = bytes ? new TextDecoder('utf-8', { fatal: true }).decode(bytes) : body;
    return { json: JSON.parse(String(text), exactNumbers), size };
  } catch {
    return { notUnderstood: 'json', size };
  }
}

function exactNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value) || !Number.isInteger(value)) return value;
  return context?.source ?? value;
}
