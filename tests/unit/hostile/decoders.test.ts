import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { gunzip } from '../../../lib/platforms/bytedance-im/gunzip';
import { unpackLz4 } from '../../../lib/platforms/bytedance-im/unpack-lz4';
import { feige } from '../../../lib/platforms/feige/feige';
import { feigeNumbers } from '../../../lib/platforms/feige/numbers';
import type { Notes } from '../../../lib/platforms/notes';
import type { Exchange, Platform } from '../../../lib/platforms/platform';
import { shopee } from '../../../lib/platforms/shopee/shopee';
import { tiktokShop } from '../../../lib/platforms/tiktok-shop/tiktok-shop';
import { tokopedia } from '../../../lib/platforms/tokopedia/tokopedia';
import { wants } from '../../../lib/platforms/wants';
import { bytesOf, initUrl, lz4, noon, socketUrl } from '../platforms/build-frames';
import { api } from '../platforms/shopee/build-answers';
import { operation, socketUrl as tokopediaSocket } from '../platforms/tokopedia/build-answers';
import { checkDecoded, readAll } from './check';
import { spoiledBytes, spoiledJson } from './mutate';
import { bounded, nastyText, note, outcomes, patienceMs, share, some } from './runs';
import { builtFrames, frameSeeds, jsonSeeds } from './seeds';

/** Exchanges of one platform, good ones gone wrong, with the notes that a good beginning of the page leaves. */
function holds(name: string, part: number, platform: Pick<Platform, 'network'>, exchange: fc.Arbitrary<Exchange>) {
  const counted = outcomes(name);
  const begin = jsonSeeds.shopee.conversations;
  it(`${name}: whatever comes, reading it ends, throws nothing, and gives only what can be recorded`, {
    timeout: patienceMs,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(some(exchange), fc.boolean(), async (many, known) => {
        const notes: Notes = new Map();
        const first = { url: `${api}/conversations`, via: 'xhr', body: JSON.stringify(begin), at: noon } as const;
        if (known) await readAll([() => platform.network.decode(first, notes)]);
        const decoded = await readAll(
          many.map(one => () => {
            for (const want of wants) want(one.url);
            return platform.network.decode(one, new Map(notes));
          }),
        );
        many.forEach(({ at }, i) => {
          checkDecoded(decoded[i] ?? [], at, counted);
        });
      }),
      share(part),
    );
    expect(counted.inputs).toBeGreaterThan(0);
    // Were all of them refused at the door, nothing behind it would have been tried.
    if (counted.inputs > 500) expect(counted.told['with rows'] ?? 0).toBeGreaterThan(counted.inputs / 50);
  });
}

const text = (urls: readonly string[], via: Exchange['via'], body: fc.Arbitrary<string>): fc.Arbitrary<Exchange> =>
  fc.record({ url: fc.constantFrom(...urls), via: fc.constant(via), body, at: fc.constant(noon + 500) });
const bytes = (url: string, via: Exchange['via'], body: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Exchange> =>
  fc.record({ url: fc.constant(url), via: fc.constant(via), body, at: fc.constant(noon + 500) });
/** Any address with any body. */
const anything: fc.Arbitrary<Exchange> = fc.record({
  url: fc.oneof(nastyText, fc.webUrl({ withQueryParameters: true })),
  via: fc.constantFrom<Exchange['via']>('fetch', 'xhr', 'socket', 'event'),
  body: fc.oneof(nastyText, fc.uint8Array({ maxLength: 80 })),
  at: fc.constant(noon),
});

const feigeSocket = 'wss://ws.fxg.jinritemai.com/ws/v2?aid=1383&fpid=92';
const feigeInit = 'https://imapi.example/pigeon_im/v2/message/get_by_user_init';

for (const [name, platform, socket, init, json] of [
  ['TikTok Shop', tiktokShop, socketUrl, initUrl, jsonSeeds.tiktokShop],
  ['Feige', feige, feigeSocket, feigeInit, jsonSeeds.feige],
] as const) {
  const of = name === 'Feige' ? 'feige' : 'tiktok';
  const answers = Object.entries(json).map(([url, seed]) => text([url], 'xhr', spoiledJson([seed])));
  holds(
    name,
    0.22,
    platform,
    fc.oneof(
      { weight: 4, arbitrary: bytes(socket, 'socket', spoiledBytes(frameSeeds[of].frames)) },
      { weight: 3, arbitrary: bytes(init, 'fetch', spoiledBytes(frameSeeds[of].responses)) },
      { weight: 4, arbitrary: bytes(init, 'fetch', builtFrames(of)) },
      { weight: 4, arbitrary: fc.oneof(...answers) },
      { weight: 1, arbitrary: anything },
    ),
  );
}

const shopeeAnswers = Object.entries(jsonSeeds.shopee).map(([path, seed]) =>
  text([`${api}/${path}`], 'xhr', spoiledJson([seed])),
);
const heard = text(['event:__CHAT_GLOBAL__.socket message'], 'event', spoiledJson(jsonSeeds.shopeeEvents));
holds(
  'Shopee',
  0.19,
  shopee,
  fc.oneof(
    ...shopeeAnswers.map(arbitrary => ({ weight: 4, arbitrary })),
    { weight: 4, arbitrary: heard },
    { weight: 1, arbitrary: anything },
  ),
);

const tokopediaAnswers = Object.entries(jsonSeeds.tokopedia).map(([name, seed]) =>
  text([operation(name)], 'fetch', spoiledJson([seed])),
);
const pushed = text([tokopediaSocket], 'socket', spoiledJson(jsonSeeds.tokopediaSocket));
holds(
  'Tokopedia',
  0.13,
  tokopedia,
  fc.oneof(...[...tokopediaAnswers, pushed].map(arbitrary => ({ weight: 4, arbitrary })), {
    weight: 1,
    arbitrary: anything,
  }),
);

const score = 'https://fxg.jinritemai.com/governance/shop/experiencescore/getAnalysisScore';
holds(
  "Feige's own numbers",
  0.03,
  { network: { wants: () => true, decode: exchange => feigeNumbers.decode(exchange) } },
  text([score], 'fetch', spoiledJson(jsonSeeds.feigeScore)),
);

const packed = outcomes('LZ4 and gzip');
it('what is packed unpacks, or is refused: no block or stream makes unpacking throw or go on for ever', {
  timeout: patienceMs,
}, async () => {
  const plain = Uint8Array.from({ length: 200 }, (_, i) => (i * 7) & 0xff);
  const blocks = [lz4(plain), lz4(plain, 90), lz4(bytesOf(w => w.tag(6, 2).string('x'.repeat(40)))), new Uint8Array()];
  const streams = [gzipSync(plain), gzipSync(new Uint8Array(5000))];
  await fc.assert(
    fc.asyncProperty(some(spoiledBytes(blocks)), spoiledBytes(streams), async (many, stream) => {
      const unpacked = bounded(() => many.map(block => unpackLz4(block)));
      for (const one of unpacked) note(packed, one ? 'unpacked' : 'refused');
      // A stream takes a while to open.
      note(packed, (await gunzip(stream)) ? 'unpacked' : 'refused');
      packed.inputs += many.length + 1;
    }),
    share(0.04),
  );
  expect(packed.told.refused).toBeGreaterThan(0);
});
