import type { Text } from '../i18n/text-in';
import type { Reminder } from './due';

export interface Notice {
  /** Names the shop and chat to open, so that a click needs nothing remembered. */
  readonly id: string;
  readonly title: string;
  readonly message: string;
}

/** One notice for all that is due together, naming the most urgent; `null` when nothing is. */
export function noticeOf(reminders: readonly Reminder[], text: Text, now: number): Notice | null {
  const [first] = reminders;
  if (!first) return null;
  const id = `due ${first.shop} ${first.conversation}`;
  const buyer = first.buyer ?? text.t('waiting_buyer_unknown');
  const ahead = reminders.filter(({ is }) => is === 'ahead');
  const passed = chatsIn(reminders) - chatsIn(ahead);
  if (ahead.length === 0) {
    return {
      id,
      title: text.t('notice_passed_title', { count: passed }),
      message: text.t('notice_passed_body', { buyer }),
    };
  }
  const clock = text.clock(first.deadline, now);
  const title = text.t('notice_ahead_title', { count: chatsIn(ahead), buyer, clock });
  const body =
    chatsIn(ahead) === 1
      ? text.t('notice_one_body', { left: text.duration(first.deadline - now) })
      : text.t('notice_more_body', { buyer });
  return { id, title, message: passed === 0 ? body : `${body} ${text.t('notice_passed_title', { count: passed })}` };
}

/** Two rules may remind of one chat at the same moment; it is still one who waits. */
const chatsIn = (reminders: readonly Reminder[]) =>
  new Set(reminders.map(({ shop, conversation }) => `${shop} ${conversation}`)).size;
