import type { LoggedReminder, NoticeRow } from '../log/log-db';
import type { Named } from './clocked';
import { gatherMs } from './due';
import { mostUrgentFirst, type Reminder } from './reminder';

interface NoticeAfterArgs {
  /** ms. */
  readonly now: number;
  readonly due: readonly Reminder[];
  /** Who waits, and the cases that run. */
  readonly waiting: readonly Named[];
  /** Whether the notice before is on the screen. */
  readonly isOpen: boolean;
}

/**
 * The one notice after what became due and who was answered. It names everybody who was reminded of, is on the screen and
 * still waits, so that a new one hides nobody; soon after another it is the same one with more in it.
 *
 *     new, due ── shown ──┬── more, due ── shown          something else became due within `gatherMs`
 *                         ├── fewer or renamed, due ── …  somebody was answered
 *                         ├── over                        everybody was
 *                         └── new, due (n + 1)            something else became due later, or after it was closed
 */
export function noticeAfter(row: NoticeRow | undefined, args: NoticeAfterArgs): NoticeRow | undefined {
  const { now, due, isOpen } = args;
  const before = asSeen(row, isOpen);
  const isUnsaid = before?.state === 'due' && (before.how === 'new' || before.how === 'more');
  const isRecent = before?.state === 'shown' && isOpen && now >= before.at && now - before.at < gatherMs;
  const waiting = before ? stillWaiting(before.says, args.waiting) : [];
  const isNews = (said: LoggedReminder) => (said.is === 'ahead' ? (said.deadline ?? 0) >= now : isUnsaid || isRecent);
  const standing = isUnsaid || isOpen ? waiting.filter(isNews) : [];

  if (due.length > 0 || (isUnsaid && standing.length > 0)) {
    const says = together(due, standing);
    if (before && isUnsaid) return { ...before, says };
    if (before && isRecent) return { ...before, state: 'due', how: 'more', says };
    return { key: 'notice', n: (before?.n ?? 0) + 1, at: now, state: 'due', how: 'new', says };
  }
  if (!before || before.state === 'over') return before;
  if (!isOpen) return before.state === 'due' ? { ...before, state: isUnsaid ? 'over' : 'shown' } : before;
  if (waiting.length === 0) return { ...before, state: 'over' };
  if (waiting.length === before.says.length) return before;
  const how = waiting[0]?.key === before.says[0]?.key ? 'fewer' : 'renamed';
  return { ...before, state: 'due', how, says: waiting };
}

/** A new one that is on the screen was shown, even if the worker did not live to note it. */
function asSeen(row: NoticeRow | undefined, isOpen: boolean): NoticeRow | undefined {
  return row?.state === 'due' && row.how === 'new' && isOpen ? { ...row, state: 'shown' } : row;
}

function stillWaiting(says: readonly LoggedReminder[], waiting: readonly Named[]): LoggedReminder[] {
  const rounds = new Set(waiting.map(({ shop, conversation, id }) => [shop, conversation, id].join(' ')));
  return says.filter(({ shop, conversation, round }) => rounds.has([shop, conversation, round].join(' ')));
}

function together(due: readonly Reminder[], standing: readonly LoggedReminder[]): LoggedReminder[] {
  const byChat = new Map<string, LoggedReminder>();
  for (const said of [...standing, ...due]) byChat.set(`${said.shop} ${said.conversation}`, said);
  return [...byChat.values()].sort(mostUrgentFirst).map(withoutName);
}

/** A buyer's name is kept with his conversation alone, and goes with it. */
function withoutName({ buyer: _, ...said }: Reminder): LoggedReminder {
  return said;
}
