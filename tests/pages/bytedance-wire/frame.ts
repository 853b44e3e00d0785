import { gzipSync } from 'node:zlib';
import { int, map, message, part, text } from './fields.ts';
import { lz4Block } from './lz4-block.ts';

export type Encoding = 'plain' | 'lz4' | 'gzip';

export interface FrameOptions {
  encoding?: Encoding | undefined;
  /** What `payload_encoding` says; by default the obvious word. The real values were never recorded. */
  encodingName?: string | undefined;
  payloadType?: string | undefined;
}

const pack = {
  plain: (payload: Uint8Array) => payload,
  lz4: lz4Block,
  gzip: (payload: Uint8Array) => new Uint8Array(gzipSync(payload)),
} satisfies Record<Encoding, (payload: Uint8Array) => Uint8Array>;

const usualName = { plain: '', lz4: 'lz4', gzip: 'gzip' } satisfies Record<Encoding, string>;

let sequence = 1;

/** `Frame`: the socket's envelope around a response. */
export function frame(payload: Uint8Array, options: FrameOptions = {}): Uint8Array {
  const encoding = options.encoding ?? 'plain';
  return rawFrame(pack[encoding](payload), { ...options, encodingName: options.encodingName ?? usualName[encoding] });
}

/** The envelope around bytes that are already packed, or that are no payload at all. */
export function rawFrame(packed: Uint8Array, options: FrameOptions = {}): Uint8Array {
  sequence += 1;
  return message(
    int(1, sequence),
    int(2, 7_000_000_000 + sequence),
    int(3, 10_001),
    int(4, 1),
    map(5, { 'X-Log-Kind': 'push' }),
    text(6, options.encodingName ?? ''),
    text(7, options.payloadType ?? 'pb'),
    part(8, packed),
  );
}
