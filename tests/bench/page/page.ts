import { join } from 'node:path';
import type { ChatPage, Work } from '../../e2e/browser.ts';
import { SimulatedInbox } from '../../pages/tiktok-shop/inbox.ts';
import { build, targets } from '../../tools/build.ts';
import { root } from '../../tools/run.ts';
import type { Bench, Figure, Stage } from '../figure.ts';
import { measured, ms } from '../measured.ts';

const runs = 9;
const messagesInRun = 100;
const changesInRun = 1000;

/** As most who watch for unread chats do it. */
const poll = `setInterval(() => {
  let waiting = 0;
  for (const row of document.querySelectorAll('[data-testid], [class*="unread"], [class*="badge"]')) {
    if (row.textContent.length > 0 && row.getBoundingClientRect().height > 0) waiting++;
  }
  window.__polled = waiting;
}, 1000);`;

/**
 * What the chat page's main thread has to do while messages come in and rows change: with Lekas, without it, and with a poll
 * in its place. Chromium tells how long tasks took; the other browser does not.
 */
export const page: Bench = {
  about: `main thread of the chat page per ${messagesInRun} messages and ${changesInRun} changes`,
  async *run(stage: Stage): AsyncIterable<Figure> {
    const built = await build('chrome');
    if (!built.ok) throw new Error(built.output);
    // The shipped build has no host permission of its own: the page without Lekas.
    const without = join(root, targets.chrome.folder);
    const scenes = {
      with: await openInbox(stage, 50),
      without: await openInbox(stage, 50, { extensionDir: without }),
      polled: await openInbox(stage, 50, { extensionDir: without, before: poll }),
    };
    const times = { with: [] as number[], without: [] as number[], polled: [] as number[] };
    const scripts = { with: [] as number[], without: [] as number[] };
    const longTasks = { with: 0, without: 0 };
    for (let run = -1; run < runs; run++) {
      for (const name of ['with', 'without', 'polled'] as const) {
        const { chat, inbox } = scenes[name];
        await chat.bringToFront();
        const work = await workOf(chat, () => stir(chat, inbox));
        if (run < 0) continue;
        times[name].push(work.taskMs);
        if (name === 'polled') continue;
        scripts[name].push(work.scriptMs);
        longTasks[name] += work.longTasksMs.length;
      }
    }
    const what = `${messagesInRun} messages and ${changesInRun} changes`;
    const floor = { what: 'the page without Lekas', took: measured(times.without) };
    yield {
      figure: `main thread of the page, ${what}`,
      took: measured(times.with),
      floor,
      atMost: 1.02,
      words:
        `scripts ${ms(measured(scripts.with).median)} and ${ms(measured(scripts.without).median)} ms; ` +
        `tasks over 50 ms: ${longTasks.with} and ${longTasks.without}`,
    };
    yield { figure: `the same, polled each second instead`, took: measured(times.polled), floor };
    for (const name of ['with', 'without', 'polled'] as const) scenes[name].inbox.close();
    yield* rows(stage);
  },
};

/** A change in a long list against one in a short list. */
async function* rows(stage: Stage): AsyncIterable<Figure> {
  const many = await openInbox(stage, 1000);
  const few = await openInbox(stage, 10);
  const [long, short]: [number[], number[]] = [[], []];
  for (let run = -1; run < runs; run++) {
    for (const [scene, times] of [
      [many, long],
      [few, short],
    ] as const) {
      await scene.chat.bringToFront();
      const { scriptMs } = await workOf(scene.chat, () => change(scene.chat, changesInRun));
      if (run >= 0) times.push(scriptMs);
    }
  }
  yield {
    figure: `scripts for ${changesInRun} changes in a list of 1,000`,
    took: measured(long),
    floor: { what: 'in a list of 10', took: measured(short) },
    atMost: 1.5,
  };
  many.inbox.close();
  few.inbox.close();
}

interface Opening {
  readonly extensionDir?: string;
  /** A script that runs in the page before its own. */
  readonly before?: string;
}

async function openInbox(stage: Stage, conversations: number, { extensionDir, before }: Opening = {}) {
  const inbox = new SimulatedInbox({ rowsInPage: conversations });
  inbox.seed({ conversations, messages: conversations * 2 });
  const browser = await stage.fresh({ sites: [inbox], ...(extensionDir !== undefined && { extensionDir }) });
  const chat = await browser.open('about:blank');
  if (before !== undefined) await chat.puppeteer.evaluateOnNewDocument(before);
  await chat.goto(inbox.url);
  await chat.waitFor('window.__inboxStats?.loaded === true', 60_000);
  await pause(2000);
  return { inbox, chat };
}

/** Messages by ten, and changes of the list's rows between them. */
async function stir(chat: ChatPage, inbox: SimulatedInbox): Promise<void> {
  for (let i = 0; i < messagesInRun; i++) {
    const conversation = inbox.conversations[(i * 7) % inbox.conversations.length];
    if (!conversation) throw new Error('nobody to write');
    if (i % 2 === 0) inbox.buyerWrites(conversation);
    else inbox.sellerAnswers(conversation);
    if (i % 10 === 9) await change(chat, changesInRun / 10);
  }
  await pause(300);
}

/** Changes as a page makes them when it draws anew: a text here, a class there, some at once. */
async function change(chat: ChatPage, count: number): Promise<void> {
  await chat.evaluate(`new Promise(resolve => {
    const rows = [...document.querySelectorAll('[data-testid]')];
    let done = 0;
    const some = () => {
      for (let i = 0; i < 20 && done < ${count}; i++, done++) {
        const row = rows[(done * 13) % rows.length];
        row.setAttribute('data-drawn', String(done));
        row.classList.toggle('drawn');
      }
      if (done < ${count}) setTimeout(some, 20);
      else resolve(true);
    };
    some();
  })`);
  await pause(100);
}

async function workOf(chat: ChatPage, act: () => Promise<void>): Promise<Work> {
  const before = await chat.work();
  await act();
  const after = await chat.work();
  if (!before || !after) throw new Error('this browser does not tell what the page’s main thread does');
  return {
    ...after,
    taskMs: after.taskMs - before.taskMs,
    scriptMs: after.scriptMs - before.scriptMs,
    longTasksMs: after.longTasksMs.slice(before.longTasksMs.length),
  };
}

const pause = (time: number) => new Promise(resolve => setTimeout(resolve, time));
