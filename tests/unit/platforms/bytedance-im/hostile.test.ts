import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gunzip } from '../../../../lib/platforms/bytedance-im/gunzip';
import { unpackLz4 } from '../../../../lib/platforms/bytedance-im/unpack-lz4';
import { enter, Misread, wireOf } from '../../../../lib/platforms/bytedance-im/wire';
import {
  buyerExt,
  bytesOf,
  conversation,
  frame,
  lz4,
  message,
  nested,
  number,
  onHttp,
  onSocket,
  push,
  response,
  text,
} from '../build-frames';
import { decodedIm, decodedImLater } from '../decoded';

const megabyte = 1024 * 1024;

/** One of the three outcomes, and nothing thrown. */
function outcome(decoded: ReturnType<typeof decodedIm>): 'read' | 'not ours' | 'not understood' {
  if ('notOurs' in decoded) return 'not ours';
  return 'notUnderstood' in decoded ? 'not understood' : 'read';
}

describe('a frame that was cut short', () => {
  it.each([
    ['plain', frame(push())],
    ['LZ4', frame(lz4(push()), 'lz4')],
    ['gzip', frame(gzipSync(push()), 'gzip')],
  ])('at any byte (%s) is never read as a message', async (_, whole) => {
    const outcomes = new Set<string>();
    for (let length = 0; length < whole.length; length++) {
      const decoded = await decodedImLater(onSocket(whole.slice(0, length)));
      outcomes.add(outcome(decoded));
      if (Array.isArray(decoded)) throw new Error(`read at ${length}`);
    }
    expect([...outcomes].sort()).toEqual(['not ours', 'not understood']);
  });

  it('is not understood even where the frame is whole and its payload was cut', () => {
    const payload = push();
    // Only without its last field, 7 bytes of time stamp, would it be a shorter answer that is whole.
    for (let length = 1; length < payload.length - 7; length++) {
      expect(outcome(decodedIm(onSocket(frame(payload.slice(0, length)))))).toBe('not understood');
    }
  });
});

describe('too much of it', () => {
  it('refuses a body of 5 MB by its size', () => {
    const body = new Uint8Array(5 * megabyte);
    expect(decodedIm(onSocket(body))).toEqual({ notUnderstood: 'size', size: 5 * megabyte });
    expect(decodedIm(onHttp(body))).toEqual({ notUnderstood: 'size', size: 5 * megabyte });
  });

  it('refuses an LZ4 block that would grow beyond 4 MiB, and opens one that just does not', () => {
    const grown = (size: number) => lz4(new Uint8Array(size), size - 2);
    expect(unpackLz4(grown(4 * megabyte))?.length).toBe(4 * megabyte);
    expect(unpackLz4(grown(4 * megabyte + 1))).toBeNull();
    expect(outcome(decodedIm(onSocket(frame(grown(64 * megabyte), 'lz4'))))).toBe('not understood');
  });

  it('refuses a gzip stream that is larger than it says, and one that says too much', async () => {
    const bomb = gzipSync(new Uint8Array(16 * megabyte));
    expect(outcome(await decodedImLater(onSocket(frame(bomb, 'gzip'))))).toBe('not understood');
    expect(await gunzip(bomb)).toBeNull();
    const boast = gzipSync(push());
    boast.set(
      [0, 1, 0, 0].map((byte, i) => byte + (boast.at(i - 4) ?? 0)),
      boast.length - 4,
    );
    expect(await gunzip(gzipSync(push()))).toEqual(push());
    expect(await gunzip(boast)).toBeNull();
    const liar = bomb.slice();
    liar.set([100, 0, 0, 0], liar.length - 4);
    expect(outcome(await decodedImLater(onSocket(frame(liar, 'gzip'))))).toBe('not understood');
  });

  it('gives up a list of more messages than any page asks for', () => {
    const many = bytesOf(w => {
      for (let i = 0; i < 10_001; i++) nested(1, number(6, 50001))(w);
    });
    const body = bytesOf(w => {
      w.tag(6, 2).fork();
      w.tag(200, 2).bytes(many);
      w.join();
    });
    expect(outcome(decodedIm(onHttp(body)))).toBe('not understood');
  });

  it('does not read a message whose ext never ends, nor an id as long as a book', () => {
    const ext = Array.from({ length: 600 }, (_, i) => [`key ${i}`, 'x'] as const);
    const answer = response(200, [message(1, { ext }), message(1, { conversation: 'c'.repeat(200) })]);
    expect(decodedIm(onHttp(answer))).toEqual([
      { is: 'not-understood', what: 'message' },
      { is: 'not-understood', what: 'message' },
    ]);
  });

  it('does not follow groups nested in groups', () => {
    const deep = bytesOf(w => {
      for (let i = 0; i < 1000; i++) w.tag(99, 3);
    });
    expect(outcome(decodedIm(onHttp(deep)))).toBe('not understood');
  });
});

describe('a wrong wire type', () => {
  it.each([
    ['the status', bytesOf(w => text(3, 'zero')(w))],
    ['the body', bytesOf(w => number(6, 5)(w))],
    ['the command inside the body', bytesOf(w => nested(6, number(500, 1))(w))],
    ['the list of messages', response(200, [number(1, 1)])],
    ['a link of the chain', response(500, [text(6, 'one')])],
  ])('of %s makes the answer not understood', (_, body) => {
    expect(outcome(decodedIm(onHttp(body)))).toBe('not understood');
  });

  it.each([
    ['the conversation', [number(1, 1)]],
    ['the sender', [text(7, 'x')]],
    ['the content', [number(8, 1)]],
    ['an entry of ext', [number(9, 1)]],
    ['a key of ext', [nested(9, number(1, 1))]],
    ['the time', [text(10, 'x')]],
  ])('of %s makes that message not understood', (_, parts) => {
    expect(decodedIm(onHttp(response(200, [nested(1, ...parts)])))).toEqual([
      { is: 'not-understood', what: 'message' },
    ]);
  });
});

describe('a length that lies', () => {
  it('does not reach into the neighbour', () => {
    // The id's number goes on after the message has ended.
    const short = bytesOf(w => w.tag(1, 2).bytes(Uint8Array.from([0x18, 0x81])));
    const neighbour = bytesOf(message(1));
    const both = bytesOf(w =>
      w.tag(6, 2).bytes(bytesOf(b => b.tag(200, 2).bytes(Uint8Array.from([...short, ...neighbour])))),
    );
    expect(decodedIm(onHttp(both))).toEqual([
      { is: 'not-understood', what: 'message' },
      expect.objectContaining({ is: 'message', author: 'buyer' }),
    ]);
  });

  it('never ends behind what it lies in', () => {
    const wire = wireOf(Uint8Array.from([5, 0, 0, 0, 0, 0, 0]));
    expect(() => enter(wire, (1 << 3) | 2, 4)).toThrow(Misread);
  });
});

describe('arbitrary bytes', () => {
  it('never make the decoder throw', async () => {
    const packed = fc.constantFrom('', 'gzip', 'lz4', 'pb');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), packed, async (bytes, encoding) => {
        expect(outcome(await decodedImLater(onSocket(bytes)))).toBeTypeOf('string');
        expect(outcome(await decodedImLater(onHttp(bytes)))).toBeTypeOf('string');
        expect(outcome(await decodedImLater(onSocket(frame(bytes, encoding))))).toBeTypeOf('string');
        unpackLz4(bytes);
      }),
      { numRuns: 500 },
    );
  });

  const state = conversation(2, { countdown: 'true', countdown_time: '1795323600' });
  const seeds = [
    push(),
    frame(push()),
    frame(lz4(push()), 'lz4'),
    frame(gzipSync(push()), 'gzip'),
    response(203, [message(1, { ext: buyerExt }), state, number(3, 5)]),
  ];

  it('in the middle of a good exchange never make it throw either', async () => {
    const change = fc.record({ at: fc.nat(), to: fc.nat(255), cut: fc.boolean() });
    const some = fc.array(change, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...seeds), some, async (seed, changes) => {
        let bytes = seed.slice();
        for (const { at, to, cut } of changes) {
          bytes[at % bytes.length] = to;
          if (cut && bytes.length > 20) bytes = bytes.slice(0, bytes.length - (at % 10));
        }
        expect(outcome(await decodedImLater(onSocket(bytes)))).toBeTypeOf('string');
        expect(outcome(await decodedImLater(onHttp(bytes)))).toBeTypeOf('string');
        expect(outcome(await decodedImLater(onSocket(frame(bytes, 'lz4'))))).toBeTypeOf('string');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an LZ4 block', () => {
  it('unpacks to what was packed, runs included', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 600 }), fc.integer({ min: 4, max: 600 }), (tail, run) => {
        const bytes = Uint8Array.from([...new Uint8Array(run + 1).fill(7), ...tail]);
        expect(unpackLz4(lz4(bytes))).toEqual(bytes);
        expect(unpackLz4(lz4(bytes, run))).toEqual(bytes);
      }),
    );
  });

  it.each([
    ['empty', []],
    ['with a match and nothing to match', [0x10, 65, 0, 0, 0x10, 65]],
    ['whose match lies before its beginning', [0x10, 65, 9, 0, 0x10, 65]],
    ['whose length never ends', [0xff, 255, 255]],
    ['whose literals are missing', [0x50, 65]],
    ['that ends with a match', [0x10, 65, 1, 0]],
    ['that is cut in an offset', [0x10, 65, 1]],
  ])('%s is none', (_, bytes) => {
    expect(unpackLz4(Uint8Array.from(bytes))).toBeNull();
  });
});
