import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** Invented values throughout; field numbers as in bytedance-im.md section 2. */
export const shop = '7490000000000000001';
export const person = '7490000000000000777';
export const buyerId = '7490000000000000555';
export const chat = '7490000000000009001';
export const noon = Date.UTC(2026, 10, 22, 5);

export interface BuiltMessage {
  conversation?: string;
  id?: string;
  /** µs; by default 40 ms after the time. */
  index?: number | null;
  type?: number;
  sender?: string;
  content?: string;
  ext?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  createTime?: number | string;
}

export const buyerExt = {
  type: 'text',
  sender_role: '1',
  attention: 'true',
  talk_id: '7490000000000004001',
  shop_id: shop,
};
export const sellerExt = {
  type: 'text',
  sender_role: '2',
  o_sender: person,
  talk_id: '7490000000000004001',
  shop_id: shop,
};
export const robotExt = { type: 'text', sender_role: '2', from: 'api', shop_id: shop };

type Write = (writer: BinaryWriter) => void;

export function bytesOf(write: Write): Uint8Array {
  const writer = new BinaryWriter();
  write(writer);
  return writer.finish();
}

export const text =
  (field: number, value: string): Write =>
  w =>
    w.tag(field, WireType.LengthDelimited).string(value);
export const number =
  (field: number, value: number | string): Write =>
  w =>
    w.tag(field, WireType.Varint).int64(value);
export const nested = (field: number, ...parts: readonly Write[]): Write => {
  return w => {
    w.tag(field, WireType.LengthDelimited).fork();
    for (const part of parts) part(w);
    w.join();
  };
};
export const map = (field: number, entries: readonly (readonly [string, string])[]): Write => {
  return w => {
    for (const [key, value] of entries) nested(field, text(1, key), text(2, value))(w);
  };
};

export function message(field: number, built: BuiltMessage = {}): Write {
  const createTime = built.createTime ?? noon;
  const index = built.index === undefined ? (Number(createTime) + 40) * 1000 : built.index;
  const ext = built.ext ?? buyerExt;
  return nested(
    field,
    text(1, built.conversation ?? chat),
    number(2, 2),
    number(3, built.id ?? '7490000000000100001'),
    ...(index === null ? [] : [number(4, index)]),
    number(5, chat),
    number(6, built.type ?? 1000),
    number(7, built.sender ?? buyerId),
    text(8, built.content ?? 'invented text that must never come out'),
    map(9, Array.isArray(ext) ? ext : Object.entries(ext)),
    number(10, createTime),
    number(12, 0),
    text(77, 'a field of next year'),
  );
}

export function conversation(field: number, ext: Readonly<Record<string, string>>, id = chat): Write {
  return nested(field, text(1, id), number(3, 2), nested(50, coreFields(ext, id)), number(10, 3));
}

export function coreFields(ext: Readonly<Record<string, string>>, id = chat): Write {
  return w => {
    text(1, id)(w);
    number(3, 2)(w);
    map(11, Object.entries(ext))(w);
  };
}

/** A bare response: `body` is the number of the command, its parts stand inside. */
export function response(body: number, parts: readonly Write[], status = 0): Uint8Array {
  return bytesOf(w => {
    number(1, body)(w);
    number(2, 12)(w);
    if (status !== 0) number(3, status)(w);
    text(4, 'OK')(w);
    nested(6, nested(body, ...parts))(w);
    number(9, noon)(w);
  });
}

export function push(built: BuiltMessage = {}, previous: number | string = 1, next: number | string = 2): Uint8Array {
  const parts = [text(2, built.conversation ?? chat), number(3, 2), number(4, 1), message(5, built)];
  return response(500, [...parts, number(6, previous), number(7, next)]);
}

export function frame(payload: Uint8Array, encoding = '', type = 'pb'): Uint8Array {
  return bytesOf(w => {
    number(1, 1)(w);
    number(2, '7490000000000200001')(w);
    number(3, 10001)(w);
    number(4, 1)(w);
    nested(5, text(1, 'key'), text(2, 'value'))(w);
    if (encoding) text(6, encoding)(w);
    if (type) text(7, type)(w);
    w.tag(8, WireType.LengthDelimited).bytes(payload);
  });
}

/** An LZ4 block of literals, after a run of the first byte and `repeat` (at least 4) more of it, where asked. */
export function lz4(bytes: Uint8Array, repeat = 0): Uint8Array {
  const out: number[] = [];
  const length = (value: number) => {
    for (let rest = value - 15; rest >= 0; rest -= 255) out.push(Math.min(rest, 255));
  };
  if (repeat > 0) {
    // One literal, then a match of itself at offset 1.
    out.push((1 << 4) | Math.min(repeat - 4, 15), bytes[0] ?? 0, 1, 0);
    length(repeat - 4);
  }
  const literals = repeat > 0 ? bytes.subarray(1 + repeat) : bytes;
  out.push(Math.min(literals.length, 15) << 4);
  if (literals.length >= 15) length(literals.length);
  return Uint8Array.from([...out, ...literals]);
}

export const socketUrl = 'wss://oec-im-frontier-va.tiktokglobalshop.com/ws/v2?fpid=92&aid=5341&device_platform=web';
export const initUrl = 'https://oec-im-tt-sg.tiktokglobalshopv.com/v2/message/get_by_user_init';

export const onSocket = (body: string | Uint8Array, at = noon + 500) =>
  ({ url: socketUrl, via: 'socket', body, at }) as const;
export const onHttp = (body: string | Uint8Array, at = noon + 500, url = initUrl) =>
  ({ url, via: 'fetch', body, at }) as const;
