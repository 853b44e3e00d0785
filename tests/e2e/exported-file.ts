import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '@/lib/chat/message';
import type { ShopId } from '@/lib/chat/shop';
import { type PlainChat, rateOf } from '@/lib/rates/rate-of';
import type { Counting } from '@/lib/rules/counting';
import type { PublishedRule } from '@/lib/rules/rule';
import { rulesFor } from '@/lib/rules/rules-for';
import { plainChats } from '../unit/log/random-chats.ts';
import type { ExtensionBrowser, ExtensionPage } from './browser.ts';
import { eventually } from './browser-eventually.ts';

interface MarkRow {
  readonly is: 'mark';
  readonly conversation: string;
  readonly setAside?: string;
  readonly blocked?: boolean;
}

type Row =
  | (Message & { readonly is: 'message' })
  | MarkRow
  | { readonly is: 'settings'; readonly settings: { readonly counting?: Readonly<Record<string, Counting>> } };

/** What a seller has who has exported everything: the file, and what the reference makes of it and of nothing else. */
export interface ExportedFile {
  readonly path: string;
  readonly text: string;
  readonly shop: ShopId;
  /** The rules of its shop under the settings in the file. */
  readonly rules: readonly PublishedRule[];
  readonly chats: readonly PlainChat[];
}

/** Presses the button that exports everything and reads the file that the browser has saved. One shop is in it. */
export async function exportEverything(browser: ExtensionBrowser, settings: ExtensionPage): Promise<ExportedFile> {
  await settings.bringToFront();
  const path = await savedAfter(browser, () => settings.click('#data .data-actions button'));
  return readExported(path, await readFile(path, 'utf8'));
}

/** How a file that is saved is called and ends. */
const exported = { name: '.jsonl', isWhole: (text: string) => text.includes('"is":"end"') };
export const table = { name: '.csv', isWhole: (text: string) => text.endsWith('\r\n') };

/** Where the file is that the browser saves after `press`, once it is whole. */
export async function savedAfter(
  browser: ExtensionBrowser,
  press: () => Promise<unknown>,
  file = exported,
): Promise<string> {
  const before = await filesIn(browser);
  await press();
  let path = '';
  await eventually(
    async () => {
      const name = (await filesIn(browser)).find(one => one.endsWith(file.name) && !before.includes(one));
      path = join(browser.downloads, name ?? '');
      return name !== undefined && file.isWhole(await readFile(path, 'utf8'));
    },
    { within: 15_000, what: `a saved ${file.name}` },
  );
  // Another file of the same day would take its name.
  const aside = join(browser.downloads, `taken-${before.length}${file.name}`);
  await rename(path, aside);
  return aside;
}

// The folder is made with the first file.
const filesIn = ({ downloads }: ExtensionBrowser) => readdir(downloads).catch(() => [] as string[]);

function readExported(path: string, text: string): ExportedFile {
  const rows = text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row);
  const messages = rows.filter(row => row.is === 'message');
  const [shop] = messages.map(message => message.shop);
  if (!shop) throw new Error('the file holds no message');
  const counting = rows.find(row => row.is === 'settings')?.settings.counting?.[shop];
  const marks = rows
    .filter(row => row.is === 'mark')
    .map(({ conversation, setAside, blocked }) => ({
      id: conversation,
      byHand: setAside !== undefined,
      blocked,
      messages: [],
    }));
  return { path, text, shop, rules: rulesFor(shop, counting).rules, chats: plainChats(messages, marks) };
}

/** The rate now, and what becomes of it if all who wait are answered this moment, or if nobody ever is. */
export function ratesOf({ chats }: Pick<ExportedFile, 'chats'>, rule: PublishedRule, now: number) {
  const answered = chats.map(chat => {
    const session = chat.messages.at(-1)?.session;
    return { ...chat, messages: [...chat.messages, { at: now, by: 'seller' as const, session }] };
  });
  // Two days on nothing waits any more; the window is longer by as much, so that nothing is too old by then.
  const days = 2;
  const later = { ...rule, window: { ...rule.window, days: rule.window.days + days } };
  return {
    rate: rateOf(chats, rule, now),
    ifAllAnswered: rateOf(answered, rule, now).value,
    ifNoneAnswered: rateOf(chats, later, now + days * 86_400_000).value,
  };
}
