/**
 * The bytes of a typed array or buffer in memory of this world's own; `null` for anything else. In Firefox what comes from
 * the page belongs to another realm, where `instanceof` is false (pitfalls C14).
 */
export function ownBytes(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  const tag = Object.prototype.toString.call(value);
  if (tag !== '[object Uint8Array]' && tag !== '[object ArrayBuffer]') return null;
  try {
    return copied(new Uint8Array(value as ArrayBuffer | Uint8Array));
  } catch {
    return null;
  }
}

/** A text in UTF-8, in memory of this world's own. In a content script of Firefox `TextEncoder` is the page's. */
export function utf8Of(text: string): Uint8Array {
  return copied(new TextEncoder().encode(text));
}

/** Bytes of the page's realm lie behind a wrapper there, and reading one of them takes a hundred times as long as here. */
function copied(theirs: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(theirs.length);
  bytes.set(theirs);
  return bytes;
}
