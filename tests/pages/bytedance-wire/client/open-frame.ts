import { fieldsOf, partsAt, textAt } from './protobuf.ts';

const limit = 8 * 1024 * 1024;

/** The response inside a frame, unpacked the way its name says or the way that makes sense of it. */
export async function openFrame(bytes: Uint8Array): Promise<Uint8Array> {
  const frame = fieldsOf(bytes);
  const packed = partsAt(frame, 8)[0] ?? new Uint8Array(0);
  const named = textAt(frame, 6);
  if (named.includes('gzip') || (packed[0] === 0x1f && packed[1] === 0x8b)) return gunzip(packed);
  if (named.includes('lz4')) return unpackLz4(packed);
  return isMessage(packed) ? packed : unpackLz4(packed);
}

function isMessage(bytes: Uint8Array): boolean {
  try {
    return fieldsOf(bytes).has(6);
  } catch {
    return false;
  }
}

async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** LZ4 block data without a length: the size shows only at its end. */
export function unpackLz4(input: Uint8Array): Uint8Array {
  let out = new Uint8Array(Math.max(64, input.length * 4));
  let size = 0;
  let at = 0;
  const room = (more: number) => {
    if (size + more > limit) throw new Error('too large');
    if (size + more <= out.length) return;
    const wider = new Uint8Array(Math.max(out.length * 2, size + more));
    wider.set(out.subarray(0, size));
    out = wider;
  };
  const lengthFrom = (nibble: number): number => {
    let length = nibble;
    for (let byte = nibble === 15 ? 255 : 0; byte === 255; length += byte) byte = input[at++] ?? 0;
    return length;
  };
  while (at < input.length) {
    const token = input[at++] ?? 0;
    const literals = lengthFrom(token >> 4);
    if (at + literals > input.length) throw new Error('cut off');
    room(literals);
    out.set(input.subarray(at, at + literals), size);
    size += literals;
    at += literals;
    if (at >= input.length) break;
    const offset = (input[at++] ?? 0) | ((input[at++] ?? 0) << 8);
    const length = lengthFrom(token & 15) + 4;
    if (offset === 0 || offset > size) throw new Error('no such offset');
    room(length);
    for (let i = 0; i < length; i += 1, size += 1) out[size] = out[size - offset] ?? 0;
  }
  return out.subarray(0, size);
}
