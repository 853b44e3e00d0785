/** An object of a JSON answer. Nothing is known of its fields until each has been looked at. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function recordOf(value: unknown): JsonRecord | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;
}

/** The first of the values that is an id, as text; empty where none is. 0 is how platforms write "none". */
export function idOf(...values: readonly unknown[]): string {
  for (const value of values) {
    const text = typeof value === 'string' || Number.isSafeInteger(value) ? String(value) : '';
    if (/^[\w-]{1,64}$/.test(text) && !/^(?:0+|-.*)$/.test(text)) return text;
  }
  return '';
}

/** A whole number that counts something; `null` for anything else. */
export function countOf(value: unknown): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 1_000_000 ? Number(value) : null;
}

/** A name that is shown to people, cut to a length that fits; empty where there is none. */
export function nameOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 120) : '';
}
