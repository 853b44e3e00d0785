import { BinaryReader } from '@bufbuild/protobuf/wire';

/** What a page asks, by field number. */
export type Asked = ReadonlyMap<number, bigint | Uint8Array>;

/** A request is built like a response: the body at 8, in it the command's own number. */
export function askedOf(request: Uint8Array, cmd: number): Asked {
  const body = fields(request).get(8);
  const own = body instanceof Uint8Array ? fields(body).get(cmd) : undefined;
  return own instanceof Uint8Array ? fields(own) : new Map();
}

function fields(bytes: Uint8Array): Map<number, bigint | Uint8Array> {
  const reader = new BinaryReader(bytes);
  const found = new Map<number, bigint | Uint8Array>();
  while (reader.pos < reader.len) {
    const [no, type] = reader.tag();
    found.set(no, type === 0 ? BigInt(reader.int64()) : reader.bytes());
  }
  return found;
}

export function whole(asked: Asked, no: number): bigint {
  const value = asked.get(no);
  return typeof value === 'bigint' ? value : 0n;
}

export function words(asked: Asked, no: number): string {
  const value = asked.get(no);
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : '';
}
