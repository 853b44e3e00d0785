import { describe, expect, it } from 'vitest';
import type { SimulatedConversation } from '../pages/tokopedia/chat/conversation.ts';
import type { TokopediaOptions } from '../pages/tokopedia/chat/options.ts';
import { SimulatedTokopedia } from '../pages/tokopedia/inbox.ts';
import type { BrowserName, ChatPage } from './browser.ts';
import { eventually } from './browser-eventually.ts';
import { kept } from './everything-kept.ts';
import { loggedLines, loggedMessages, rowsOf, sentLines } from './in-the-log.ts';
import { metersOf, rowsIn, textOf } from './in-the-popup.ts';
import { browsers, playOn, type SceneOn } from './scene.ts';
import { sideBySide } from './side-by-side.ts';

interface OnTokopedia extends SceneOn<SimulatedTokopedia> {
  readonly tokopedia: SimulatedTokopedia;
  /** Opens the page, and in it a chat the shop has answered: nothing else tells which shop it is. */
  openChat(): Promise<ChatPage>;
  /** The chat's messages are asked for only now. */
  looksInto(...chats: SimulatedConversation[]): Promise<void>;
}

/** A seller at work in the legacy chat, where one buyer was answered yesterday. */
async function onTokopedia(
  name: BrowserName,
  { before, ...options }: Partial<TokopediaOptions> & { before?: (tokopedia: SimulatedTokopedia) => void },
  act: (scene: OnTokopedia) => Promise<void>,
): Promise<void> {
  const tokopedia = new SimulatedTokopedia(options);
  const known = tokopedia.buyer('Galih Pranowo');
  const yesterday = Date.now() - 20 * 3_600_000;
  tokopedia.buyerWrites(known, { at: yesterday, quiet: true });
  tokopedia.sellerAnswers(known, { at: yesterday + 600_000, quiet: true });
  before?.(tokopedia);
  await playOn(name, tokopedia, scene =>
    act({
      ...scene,
      tokopedia,
      async openChat() {
        const chat = await scene.openChat();
        tokopedia.sellerOpens(known);
        const isSeen = async () => (await loggedMessages(scene.browser)).length >= known.replies.length;
        await eventually(isSeen, { within: 15_000, what: 'the first chat in the log' });
        return chat;
      },
      async looksInto(...chats) {
        for (const c of chats) {
          tokopedia.sellerOpens(c);
          const ids = new Set(tokopedia.sent.filter(({ conversation }) => conversation === c.id).map(({ id }) => id));
          const isSeen = async () => (await loggedMessages(scene.browser)).filter(({ id }) => ids.has(id)).length;
          await eventually(async () => (await isSeen()) === ids.size, {
            within: 10_000,
            what: `the chat with ${c.name}`,
          });
        }
      },
    }),
  );
}

describe.each(browsers)('in %s', name => {
  it('a buyer writes: badge and popup say so within a second; the seller answers: the rate counts it; of bad input and text nothing stays', async () => {
    await onTokopedia(name, {}, async ({ tokopedia, browser, openChat, openPopup, looksInto }) => {
      const buyer = tokopedia.buyer('Umi Kalsum');
      const chat = await openChat();
      const popup = await openPopup();
      const asked = tokopedia.buyerWrites(buyer, { text: 'where is my parcel, it is blue' });
      const badge = async () => (await browser.badge()).text === '1';
      const row = async () => (await rowsIn(popup))[0]?.conversation === buyer.id;
      await Promise.all([
        eventually(badge, { within: 1000, what: 'the badge' }),
        eventually(row, { within: 1000, what: 'the row' }),
      ]);
      expect((await metersOf(popup))['tokopedia/reply-rate']).toMatchObject({ now: 100, counted: 1, waiting: 1 });

      const push = JSON.parse(tokopedia.pushOf(asked));
      const bad = [
        { ...push, data: { ...push.data, message: { timestamp_unix: 'tomorrow' } } },
        { ...push, data: { ...push.data, message: { timestamp_unix: Date.UTC(2099, 0, 1) } } },
        { ...push, data: [] },
      ];
      for (const text of bad) tokopedia.pushText(JSON.stringify(text));
      tokopedia.pushText('{"code":103,"data":{"msg_id":31');
      const counted = async () => (await rowsOf<{ notUnderstood: number }>(browser, 'watch'))[0]?.notUnderstood ?? 0;
      await eventually(async () => (await counted()) > 0, { within: 8_000, what: 'what was not understood, counted' });

      tokopedia.buyerReads(buyer);
      tokopedia.sellerAnswers(buyer, { text: 'on its way to you' });
      await eventually(async () => (await rowsIn(popup)).length === 0, { within: 1000, what: 'the row gone' });
      await eventually(async () => (await browser.badge()).text === '', { within: 1000, what: 'the badge empty' });
      expect((await metersOf(popup))['tokopedia/reply-rate']).toMatchObject({ now: 100, counted: 2, waiting: 0 });

      // A push bears no id: the history gives it, and the message stays one.
      await looksInto(buyer);
      const logged = await loggedMessages(browser);
      expect(loggedLines(logged)).toEqual(sentLines(tokopedia.sent));
      expect(new Set(logged.map(({ shop }) => shop))).toEqual(
        new Set([`tokopedia/ID/${tokopedia.options.shopUserId}`]),
      );

      const everything = await browser.beside<string>(kept);
      expect(everything).toContain(buyer.id);
      expect([...tokopedia.texts].filter(text => everything.includes(text))).toEqual([]);
      const stats = await chat.evaluate<Record<string, number>>('window.__inboxStats');
      expect(stats).toMatchObject({ otherChanges: 0, clicks: 0, focuses: 0, keys: 0 });
      expect(chat.errors).toEqual([]);
    });
  });
});

sideBySide(
  'discussions are not the chat; who has heard a machine waits, who is blocked or was only addressed does not; the page is not seen',
  async name => {
    const before = (tokopedia: SimulatedTokopedia) => {
      const [robotOnly, addressed, answers, opposite, blocked] = ['Bagas', 'Laras', 'Intan', 'Wening', 'Tono'].map(n =>
        tokopedia.buyer(n),
      );
      if (!robotOnly || !addressed || !answers || !opposite || !blocked) throw new Error('five buyers');
      const at = Date.now() - 60_000;
      tokopedia.buyerWrites(robotOnly, { at, quiet: true });
      tokopedia.robotAnswers(robotOnly, { quiet: true });
      tokopedia.broadcast([addressed, answers], { at, quiet: true });
      tokopedia.buyerWrites(answers, { at: at + 9_000, kind: 'image', quiet: true });
      tokopedia.buyerWrites(opposite, { at, quiet: true });
      tokopedia.sellerAnswers(opposite, { at: at + 30_000, quiet: true, toldOpposite: true });
      tokopedia.buyerWrites(blocked, { at, quiet: true });
    };
    await onTokopedia(name, { before }, async ({ tokopedia, browser, openChat, openPopup, looksInto }) => {
      const discussions = await browser.open(tokopedia.discussionsUrl);
      await discussions.waitFor('document.readyState === "complete"');
      const popup = await openPopup();
      await eventually(async () => (await textOf(popup)).includes('No shop yet'), { what: 'that there is no shop' });

      await openChat();
      await looksInto(...tokopedia.conversations);
      const waiting = async () => new Set((await rowsIn(popup)).map(({ conversation }) => conversation));
      const idsOf = (...names: string[]) => new Set(names.map(n => tokopedia.conversationWith(n).id));
      await eventually(async () => (await rowsIn(popup)).length === 3, { what: 'the three who wait' });
      expect(await waiting()).toEqual(idsOf('Bagas', 'Intan', 'Tono'));
      tokopedia.blocks(tokopedia.conversationWith('Tono'));
      await looksInto(tokopedia.conversationWith('Tono'));
      await eventually(async () => (await rowsIn(popup)).length === 2, { what: 'the one who is blocked, gone' });
      expect(await waiting()).toEqual(idsOf('Bagas', 'Intan'));
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(tokopedia.sent));

      await eventually(async () => (await textOf(popup)).includes('Seeing only part of your chat'), {
        within: 10_000,
        what: 'that it sees the messages and not the page',
      });
      expect(await textOf(popup)).not.toContain('Watching your chat');
    });
  },
);

const forms: readonly Partial<TokopediaOptions>[] = [
  { envelope: 'list', calls: 'xhr', numbersAs: 'text', times: 'ns' },
  { times: 's' },
];

for (const options of forms) {
  const title = `${JSON.stringify(options)}: reloaded, mixed and doubled, the worker killed between: the log is what was sent`;
  sideBySide(title, async name => {
    await onTokopedia(name, options, async ({ tokopedia, browser, openChat, looksInto }) => {
      const [first, second] = [tokopedia.buyer('Indah'), tokopedia.buyer('Joko')];
      const at = Date.now() - 60_000;
      const chat = await openChat();
      tokopedia.holdFrames();
      tokopedia.buyerWrites(first, { at });
      tokopedia.buyerWrites(second, { at: at + 5_000 });
      tokopedia.sellerAnswers(first, { at: at + 20_000 });
      tokopedia.releaseFrames({ shuffle: 7, duplicate: true });
      await browser.stopBackground();
      tokopedia.buyerWrites(first, { at: at + 40_000 });
      await chat.reload();
      await chat.waitFor('window.__inboxStats?.loaded === true', 15_000);
      await looksInto(first, second);
      await eventually(async () => (await browser.badge()).text === '2', { what: 'the badge' });
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(tokopedia.sent));
    });
  });
}
