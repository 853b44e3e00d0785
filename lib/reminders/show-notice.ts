import { browser } from 'wxt/browser';
import type { NoticeRow } from '../log/log-db';
import type { Notice } from './notice-of';

const prefix = 'due ';

/** The name of the notification that shows a notice. Each has its own: some systems show no pop-up for one that is replaced. */
export const noticeId = (n: number): string => `${prefix}${n}`;

/** Whether a notification is one of our reminders. */
export const isNoticeId = (id: string): boolean => id.startsWith(prefix);

/** The reminders that are on the screen, by name. */
export async function openNotices(): Promise<string[]> {
  return Object.keys((await browser.notifications.getAll()) ?? {}).filter(isNoticeId);
}

/**
 * Brings what is on the screen to what the row says; does nothing where it is so already. Returns the row as it is then; one that
 * could not be shown stays `due` and is tried again.
 */
export async function showNotice(row: NoticeRow, notice: Notice | null, open: readonly string[]): Promise<NoticeRow> {
  const id = noticeId(row.n);
  const others = open.filter(other => other !== id);
  if (row.state === 'over' || !notice) {
    await clear(open);
    return { ...row, state: 'over' };
  }
  if (row.state === 'shown') return row;
  await clear(others);
  if (row.how === 'new' || row.how === 'more') {
    await browser.notifications.create(id, optionsOf(notice));
    return { ...row, state: 'shown' };
  }
  // Firefox cannot change a notification without popping it up again: one that names somebody who no longer waits goes.
  if (typeof browser.notifications.update === 'function') await browser.notifications.update(id, optionsOf(notice));
  else if (row.how === 'renamed') {
    await clear([id]);
    return { ...row, state: 'over' };
  }
  return { ...row, state: 'shown' };
}

async function clear(ids: readonly string[]): Promise<void> {
  for (const id of ids) await browser.notifications.clear(id);
}

/** Firefox refuses options it does not know (P-E1), so only those that every browser takes. */
function optionsOf({ title, message }: Notice) {
  return { type: 'basic', iconUrl: browser.runtime.getURL('/icon/128.png'), title, message } as const;
}
