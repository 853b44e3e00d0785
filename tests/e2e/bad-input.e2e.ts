import { describe, expect, it } from 'vitest';
import { badInput } from '../pages/bytedance-wire/bad-input.ts';
import { eventually } from './browser-eventually.ts';
import { loggedLines, loggedMessages, rowsOf, sentLines } from './in-the-log.ts';
import { browsers, play } from './scene.ts';

describe.each(browsers)('in %s', name => {
  it('bad frames are counted, the page is unharmed, and later messages are read', async () => {
    await play(name, {}, async ({ inbox, browser, openChat }) => {
      const buyer = inbox.buyer('Tirta');
      const chat = await openChat();
      const first = inbox.buyerWrites(buyer);
      const wire = inbox.wireOf(first);
      const bad = {
        'a truncated frame': badInput.truncated(inbox.frameOf(first)),
        'a frame of 5 MB': badInput.huge(wire),
        'an LZ4 bomb': badInput.bomb(),
        'a wrong field type': badInput.wrongFieldType(),
        'JSON where protobuf was': badInput.json(),
        'JSON in a frame': badInput.jsonInFrame(),
        'an unknown encoding': badInput.unknownEncoding(),
        'groups in groups': badInput.deep(),
        'a message from the year 2099': badInput.from2099(wire),
      };
      const counted = async () => (await rowsOf<{ notUnderstood: number }>(browser, 'watch'))[0]?.notUnderstood ?? 0;
      let before = await counted();
      const said: string[] = [];
      for (const [what, bytes] of Object.entries(bad)) {
        inbox.pushRaw(bytes);
        await eventually(async () => (await counted()) > before, { within: 8000, what: `${what}, counted` });
        said.push(`${what}: ${(await counted()) - before}`);
        before = await counted();
      }
      console.log(`${name}: not understood, by input: ${said.join(' · ')}`);
      inbox.sellerAnswers(buyer);
      inbox.buyerWrites(buyer);
      await eventually(async () => loggedLines(await loggedMessages(browser)).length === 3, { what: 'later messages' });
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(inbox.sent));
      expect(await chat.evaluate<number>('window.__inboxStats.otherChanges')).toBe(0);
      expect(chat.errors).toEqual([]);
    });
  });
});
