import type { InPageAnswer, InPageAsk } from '../platforms/platform';

export interface LookCaps {
  readonly elements: number;
  readonly steps: number;
  readonly characters: number;
}

const usualCaps: LookCaps = { elements: 2000, steps: 32, characters: 64 };

/**
 * Answers a question about properties that the page's own script has put on elements: one answer per element, in
 * document order. It runs in the page's own world and knows no platform. Objects of the page may be hostile: every
 * access is guarded, and only short text and exact numbers leave. All values of an answer come from one object, the
 * nearest in which any was found, so that none is a neighbour's.
 */
export function lookInPage(document: Document, ask: InPageAsk, caps: LookCaps = usualCaps): InPageAnswer[] {
  let elements: Element[];
  try {
    elements = Array.from(document.querySelectorAll(ask.selector)).slice(0, caps.elements);
  } catch {
    return [];
  }
  return elements.map(element => {
    try {
      return answer(element, ask, caps);
    } catch {
      return {};
    }
  });
}

function answer(element: Element, ask: InPageAsk, caps: LookCaps): InPageAnswer {
  for (const name of Object.getOwnPropertyNames(element)) {
    if (!ask.properties.some(prefix => name.startsWith(prefix))) continue;
    let object = property(element, name);
    for (let step = 0; step <= Math.min(ask.up, caps.steps) && isObject(object); step++) {
      const found = pickFrom(object, ask, caps);
      if (found) return found;
      object = property(object, 'return');
    }
  }
  return {};
}

function pickFrom(object: unknown, { pick }: InPageAsk, caps: LookCaps): InPageAnswer | null {
  const found: Record<string, string> = {};
  let any = false;
  for (const name of Object.keys(pick)) {
    for (const path of pick[name] ?? []) {
      const value = follow(object, path.split('.'), 0, caps);
      if (value === null) continue;
      found[name] = value;
      any = true;
      break;
    }
  }
  return any ? found : null;
}

function follow(from: unknown, path: readonly string[], depth: number, caps: LookCaps): string | null {
  const key = path[depth];
  if (key === undefined) return told(from, caps);
  if (!isObject(from)) return null;
  if (key !== '*') return follow(property(from, key), path, depth + 1, caps);
  const length = property(from, 'length');
  if (typeof length !== 'number') return null;
  for (let i = 0; i < Math.min(length, caps.steps); i++) {
    const value = follow(property(from, String(i)), path, depth + 1, caps);
    if (value !== null) return value;
  }
  return null;
}

/** A number that was rounded is no id: only exact ones leave. */
function told(value: unknown, { characters }: LookCaps): string | null {
  const exact = typeof value === 'string' || typeof value === 'bigint' || Number.isSafeInteger(value);
  if (!exact) return null;
  const text = String(value);
  return text !== '' && text.length <= characters ? text : null;
}

function property(object: unknown, name: string): unknown {
  try {
    return (object as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
