/**
 * The bytes of a typed array or buffer as one of this world's own; `null` for anything else. In Firefox what comes from
 * the page belongs to another realm, where `instanceof` is false (pitfalls C14).
 */
export function ownBytes(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  const tag = Object.prototype.toString.call(value);
  if (tag !== '[object Uint8Array]' && tag !== '[object ArrayBuffer]') return null;
  try {
    return new Uint8Array(value as ArrayBuffer | Uint8Array);
  } catch {
    return null;
  }
}
