import { expect, it } from 'vitest';
import { chance } from '../../tools/chance.ts';
import { eventually } from '../browser-eventually.ts';
import { loggedLines, loggedMessages, sentLines } from '../in-the-log.ts';
import { browsers, play } from '../scene.ts';

const chats = 1100;
const storyMs = 7_200_000;
/** Real time takes its own; as the story has it, this many times faster. */
const faster = 48;
/** A check is made after so much of the real time (ms). */
const checkEveryMs = 5000;

interface Act {
  readonly at: number;
  do(at: number): void;
}

it.each(browsers)(
  'a busy shop in %s: 0 missed, 0 twice, 0 stale badges',
  async name => {
    const seed = Date.now() % 100_000;
    const random = chance(seed);
    await play(name, {}, async ({ inbox, browser, openChat }) => {
      await openChat();
      await eventually(() => inbox.listeners > 0, { what: 'the page' });
      const begin = Date.now() - storyMs;
      const acts: Act[] = [];
      for (let i = 0; i < chats; i++) {
        const asked = Math.round(begin + random() * (storyMs - 60_000));
        const buyer = inbox.buyer(`Pembeli ${i}`, asked);
        // Nearly all are answered, so that who waits can be counted on a badge; some write twice, some meet a robot first.
        acts.push({ at: asked, do: at => void inbox.buyerWrites(buyer, { at }) });
        if (random() < 0.3) acts.push({ at: asked + 4000, do: at => void inbox.buyerWrites(buyer, { at }) });
        if (random() < 0.2) acts.push({ at: asked + 1500, do: at => void inbox.robotAnswers(buyer, { at }) });
        const answered = asked + 8000 + Math.round(random() * 200_000);
        if (answered < begin + storyMs && random() < 0.98) {
          acts.push({ at: answered, do: at => void inbox.sellerAnswers(buyer, { at }) });
        }
      }
      acts.sort((a, b) => a.at - b.at);

      const started = Date.now();
      const waiting = () => {
        const count = inbox.conversations.filter(c => c.waitingSinceS !== undefined).length;
        return count === 0 ? '' : count > 99 ? '99+' : String(count);
      };
      let checkedAt = started;
      let checks = 0;
      let paused = 0;
      const stale: string[] = [];
      for (const act of acts) {
        const when = started + paused + (act.at - begin) / faster;
        if (when > Date.now()) await new Promise(resolve => setTimeout(resolve, when - Date.now()));
        act.do(act.at);
        if (Date.now() - checkedAt < checkEveryMs) continue;
        // The story stands still while it is looked at: right within a second.
        const from = Date.now();
        checks++;
        const isRight = async () => (await browser.badge()).text === waiting();
        await eventually(isRight, { within: 1000 }).catch(async () => {
          stale.push(`${(await browser.badge()).text} for ${waiting()}`);
        });
        checkedAt = Date.now();
        paused += checkedAt - from;
      }
      const isAll = async () => loggedLines(await loggedMessages(browser)).length >= sentLines(inbox.sent).length;
      await eventually(isAll, { within: 10_000, every: 250, what: 'all' }).catch(() => {});
      const logged = loggedLines(await loggedMessages(browser));
      const sent = sentLines(inbox.sent);
      const [known, said] = [new Set(logged), new Set(sent)];
      const missed = sent.filter(line => !known.has(line));
      const twice = logged.length - known.size + logged.filter(line => !said.has(line)).length;
      const minutes = ((Date.now() - started) / 60_000).toFixed(1);
      console.log(
        `${name}: seed ${seed}, ${chats} chats, ${sent.length} messages, ${storyMs / 60_000} min in ${minutes}: ` +
          `${missed.length} missed, ${twice} duplicate, ${stale.length} stale badges in ${checks} looks`,
      );
      expect({ missed, twice, stale }).toEqual({ missed: [], twice: 0, stale: [] });
    });
  },
  600_000,
);
