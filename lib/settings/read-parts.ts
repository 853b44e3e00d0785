import * as v from 'valibot';

/** Reads one part; what cannot be read is absent and its path named. */
export type Reader<T> = (raw: unknown, path: string, unreadable: string[]) => T | undefined;

/** A value as a whole. */
export function part<T>(schema: v.GenericSchema<unknown, T>): Reader<T> {
  return (raw, path, unreadable) => {
    const parsed = v.safeParse(schema, raw);
    if (parsed.success) return parsed.output;
    unreadable.push(path);
    return undefined;
  };
}

type Parts<R> = { [K in keyof R]?: R[K] extends Reader<infer T> ? T : never };

/** An object whose named parts are read each by itself. What it holds besides is passed over: a newer version's, perhaps. */
export function partsOf<R extends Record<string, Reader<unknown>>>(readers: R): Reader<Parts<R>> {
  return (raw, path, unreadable) => {
    if (!isRecord(raw)) return nothing(path, unreadable);
    const read = Object.entries(readers).flatMap(([name, reader]) => {
      const value = name in raw ? reader(raw[name], join(path, name), unreadable) : undefined;
      return value === undefined ? [] : [[name, value] as const];
    });
    // Each entry came from the reader of its own name.
    return Object.fromEntries(read) as Parts<R>;
  };
}

/** An object from names of one sort to parts of one sort, each read by itself. */
export function eachOf<K extends string, T>(isName: (name: string) => name is K, reader: Reader<T>) {
  return (raw: unknown, path: string, unreadable: string[]): Readonly<Partial<Record<K, T>>> | undefined => {
    if (!isRecord(raw)) return nothing(path, unreadable);
    const read: Partial<Record<K, T>> = {};
    for (const [name, value] of Object.entries(raw)) {
      const at = join(path, name);
      if (!isName(name)) unreadable.push(at);
      else {
        const one = reader(value, at, unreadable);
        if (one !== undefined) read[name] = one;
      }
    }
    return read;
  };
}

/** A list, each entry read by itself. */
export function listOf<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (raw, path, unreadable) => {
    if (!Array.isArray(raw)) return nothing(path, unreadable);
    return raw.flatMap((value: unknown, index) => {
      const one = reader(value, join(path, String(index)), unreadable);
      return one === undefined ? [] : [one];
    });
  };
}

export const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const join = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);

function nothing(path: string, unreadable: string[]): undefined {
  unreadable.push(path);
  return undefined;
}
