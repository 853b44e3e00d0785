import { pushAnswer, refusal, response } from './answers.ts';
import { int, message, part, text } from './fields.ts';
import { frame, rawFrame } from './frame.ts';
import { lz4Bomb } from './lz4-block.ts';
import type { WireMessage } from './message-body.ts';

/** Things that may come down a socket and must harm nobody. Each gives bytes for `pushRaw`. */
export const badInput = {
  truncated: (whole: Uint8Array) => whole.slice(0, Math.floor(whole.length * 0.6)),

  /** Well-formed, but far larger than a chat message ever is. */
  huge: (m: WireMessage, bytes = 5 * 1024 * 1024) =>
    frame(pushAnswer({ ...m, content: 'a'.repeat(bytes) }, { previous: 1n, next: 2n })),

  bomb: (unpackedBytes = 512 * 1024 * 1024) => rawFrame(lz4Bomb(unpackedBytes), { encodingName: 'lz4' }),

  /** Numbers where text and messages should be. */
  wrongFieldType: () => {
    const body = message(int(1, 5), part(3, new Uint8Array([1, 2, 3])), int(8, 77), int(9, 3), text(10, 'tomorrow'));
    return frame(response(500, message(int(2, 12), part(5, body), text(6, 'x'))));
  },

  json: () => new TextEncoder().encode(JSON.stringify({ cmd: 500, body: { messages: [] } })),

  jsonInFrame: () => rawFrame(new TextEncoder().encode('{"cmd":500,"body":{}}'), { payloadType: 'json' }),

  unknownEncoding: () =>
    rawFrame(
      Uint8Array.from({ length: 300 }, (_, i) => (i * 151) & 0xff),
      { encodingName: 'zstd' },
    ),

  emptyPayload: () => rawFrame(new Uint8Array(0)),

  expiredToken: () => frame(refusal(500, 100)),

  /** Groups inside groups, far deeper than any message of the platform. */
  deep: (levels = 2_000) => {
    let inner: Uint8Array = new Uint8Array(0);
    for (let i = 0; i < levels; i += 1) inner = message(part(5, inner));
    return frame(response(500, inner));
  },

  from2099: (m: WireMessage) => {
    const createTimeMs = Date.UTC(2099, 0, 1);
    const late = { ...m, id: `${BigInt(m.id) + 1n}`, createTimeMs, index: BigInt(createTimeMs) * 1000n };
    return frame(pushAnswer(late, { previous: 1n, next: 2n }));
  },
};
