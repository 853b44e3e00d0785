/** As much of the protobuf wire format as the page needs, written for the page alone. */
export type Value = bigint | Uint8Array;

/** All fields of a message by number. Throws on what is no message. */
export function fieldsOf(bytes: Uint8Array): Map<number, Value[]> {
  const fields = new Map<number, Value[]>();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error('cut off');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new Error('varint too long');
  };
  // Tags and lengths are small numbers; making each a bigint would be most of the page's work at the start.
  const small = (): number => {
    const byte = bytes[at] ?? 0x80;
    if (byte >= 0x80) return Number(varint());
    at += 1;
    return byte;
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new Error('cut off');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const byWireType: Record<number, () => Value> = {
    0: varint,
    1: () => take(8),
    2: () => take(small()),
    5: () => take(4),
  };
  while (at < bytes.length) {
    const tag = small();
    const value = byWireType[tag & 7]?.();
    if (value === undefined || tag < 8) throw new Error('no such wire type');
    const known = fields.get(tag >>> 3);
    if (known === undefined) fields.set(tag >>> 3, [value]);
    else known.push(value);
  }
  return fields;
}

export type Fields = ReturnType<typeof fieldsOf>;

const decoder = new TextDecoder();

export function textAt(fields: Fields, no: number): string {
  const value = fields.get(no)?.at(-1);
  return value instanceof Uint8Array ? decoder.decode(value) : '';
}

export function intAt(fields: Fields, no: number): bigint {
  const value = fields.get(no)?.at(-1);
  return typeof value === 'bigint' ? BigInt.asIntN(64, value) : 0n;
}

export function partsAt(fields: Fields, no: number): Uint8Array[] {
  return (fields.get(no) ?? []).filter(value => value instanceof Uint8Array);
}

export function mapAt(fields: Fields, no: number): Record<string, string> {
  return Object.fromEntries(
    partsAt(fields, no).map(bytes => {
      const pair = fieldsOf(bytes);
      return [textAt(pair, 1), textAt(pair, 2)];
    }),
  );
}

/** A message of whole numbers, texts and parts, for what the page sends. */
export function messageOf(fields: Readonly<Record<number, bigint | string | Uint8Array>>): Uint8Array {
  const out: number[] = [];
  const varint = (value: bigint) => {
    let rest = BigInt.asUintN(64, value);
    for (; rest > 0x7fn; rest >>= 7n) out.push(Number(rest & 0x7fn) | 0x80);
    out.push(Number(rest));
  };
  for (const [no, value] of Object.entries(fields)) {
    varint(BigInt(Number(no) * 8 + (typeof value === 'bigint' ? 0 : 2)));
    if (typeof value === 'bigint') {
      varint(value);
      continue;
    }
    const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
    varint(BigInt(bytes.length));
    out.push(...bytes);
  }
  return Uint8Array.from(out);
}
