import { caseOwner } from '../chat/case';
import type { MessageKey } from '../i18n/i18n-for';
import type { Text } from '../i18n/text-in';
import type { HeldBy } from '../log/log-db';
import type { Reminder } from './reminder';

export interface Notice {
  readonly title: string;
  readonly message: string;
}

interface NoticeArgs {
  readonly text: Text;
  /** ms. */
  readonly now: number;
  /** Whether buyers are named. */
  readonly names: boolean;
}

const passedTitles = {
  quiet: 'notice_passedQuiet_title',
  snoozed: 'notice_passedSnoozed_title',
  asleep: 'notice_passedAsleep_title',
  closed: 'notice_passedClosed_title',
  unknown: 'notice_passed_title',
} satisfies Record<HeldBy | 'unknown', MessageKey>;

/** One notice for all that is due together, naming the most urgent, which stands first; `null` when nothing is. */
export function noticeOf(reminders: readonly Reminder[], args: NoticeArgs): Notice | null {
  const [first] = reminders;
  const [cases, chats] = [reminders.filter(isOfCase), reminders.filter(reminder => !isOfCase(reminder))];
  const [ofChats, ofCases] = [chatNotice(chats, args), caseNotice(cases, args)];
  if (!ofChats || !ofCases) return ofChats ?? ofCases;
  // The other of the two is told in its title alone.
  const [head, other] = first && isOfCase(first) ? [ofCases, ofChats] : [ofChats, ofCases];
  return { title: head.title, message: `${head.message}\n${other.title}` };
}

const isOfCase = ({ shop }: Reminder) => shop === caseOwner;

/** Nobody waits in a case: it is told as what it is, a clock that runs out or has. */
function caseNotice(reminders: readonly Reminder[], args: NoticeArgs): Notice | null {
  const { text, now } = args;
  const [first] = reminders;
  if (!first) return null;
  const deadline = first.deadline ?? now;
  const isAhead = first.is === 'ahead';
  const same = reminders.filter(({ is }) => (is === 'ahead') === isAhead);
  const label = nameOf(first, args);
  const places = {
    count: same.length,
    label: label ?? text.t('case_nameless_title'),
    clock: text.clock(deadline, now),
  };
  const line =
    same.length > 1 && label !== null
      ? text.t('notice_caseFirst_body', { label })
      : text.t(isAhead ? 'notice_case_body' : 'notice_caseOver_body', { left: text.duration(deadline - now) });
  return {
    title: text.t(isAhead ? 'notice_case_title' : 'notice_caseOver_title', places),
    message: [
      line,
      ...(isAhead ? quietLine(reminders, args) : []),
      ...passedLines(reminders, { ...args, quietToo: !isAhead }),
    ].join('\n'),
  };
}

function chatNotice(reminders: readonly Reminder[], args: NoticeArgs): Notice | null {
  const [first] = reminders;
  if (!first) return null;
  if (first.is === 'ahead') return aheadNotice(first, reminders, args);
  if (first.is === 'promised') return promisedNotice(reminders, args);
  return first.is === 'waits' ? waitsNotice(first, reminders, args) : passedNotice(first, reminders, args);
}

function aheadNotice(first: Reminder, reminders: readonly Reminder[], args: NoticeArgs): Notice {
  const { text, now } = args;
  const deadline = first.deadline ?? now;
  const ahead = only(reminders, 'ahead');
  const named = nameOf(first, args);
  const line =
    ahead.length > 1 && named !== null
      ? text.t('notice_more_body', { buyer: named })
      : text.t('notice_one_body', { left: text.duration(deadline - now) });
  const buyer = named ?? text.t('waiting_buyer_unknown');
  return {
    title: text.t('notice_ahead_title', { count: ahead.length, buyer, clock: text.clock(deadline, now) }),
    message: [
      line,
      ...quietLine(reminders, args),
      ...waitsLine(reminders, args),
      ...promisedLine(reminders, args),
      ...passedLines(reminders, args),
    ].join('\n'),
  };
}

function waitsNotice(first: Reminder, reminders: readonly Reminder[], args: NoticeArgs): Notice {
  const { text, now } = args;
  const buyer = nameOf(first, args) ?? text.t('waiting_buyer_unknown');
  const line =
    first.deadline === null
      ? text.t('waiting_free_hint')
      : text.t('notice_waits_body', { clock: text.clock(first.deadline, now) });
  return {
    title: text.t('notice_waits_title', { count: only(reminders, 'waits').length, buyer }),
    message: [
      line,
      ...quietLine(reminders, args),
      ...promisedLine(reminders, args),
      ...passedLines(reminders, args),
    ].join('\n'),
  };
}

function promisedNotice(reminders: readonly Reminder[], args: NoticeArgs): Notice {
  const [title = '', ...more] = [...promisedLine(reminders, args), ...passedLines(reminders, args)];
  return { title, message: [args.text.t('notice_promised_body'), ...quietLine(reminders, args), ...more].join('\n') };
}

function passedNotice(first: Reminder, reminders: readonly Reminder[], args: NoticeArgs): Notice {
  const { text, now } = args;
  const [line = '', ...others] = passedLines(reminders, { ...args, quietToo: true });
  const named = nameOf(first, args);
  const newest =
    named === null
      ? text.t('notice_waits_body', { clock: text.clock(first.deadline ?? now, now) })
      : text.t('notice_newest_body', { buyer: named });
  if (others.length === 0) return { title: line, message: newest };
  return {
    title: text.t('notice_passed_title', { count: only(reminders, 'passed').length }),
    message: [newest, line, ...others].join('\n'),
  };
}

/** What came near and what passed while it was quiet, where something that can still be met stands above. */
function quietLine(reminders: readonly Reminder[], { text }: NoticeArgs): string[] {
  const held = reminders.filter(({ held }) => held === 'quiet');
  const [near, passed] = [only(held, 'ahead').length, only(held, 'passed').length];
  if (near === 0 && passed === 0) return [];
  if (passed === 0) return [text.t('notice_quietNear_line', { near })];
  return [near === 0 ? text.t(passedTitles.quiet, { count: passed }) : text.t('notice_quiet_line', { near, passed })];
}

function waitsLine(reminders: readonly Reminder[], args: NoticeArgs): string[] {
  const { text } = args;
  const [first, ...more] = only(reminders, 'waits');
  if (!first) return [];
  const buyer = nameOf(first, args) ?? text.t('waiting_buyer_unknown');
  return [text.t('notice_waits_title', { count: 1 + more.length, buyer })];
}

function promisedLine(reminders: readonly Reminder[], args: NoticeArgs): string[] {
  const { text } = args;
  const [first, ...more] = only(reminders, 'promised');
  if (!first) return [];
  const buyer = nameOf(first, args) ?? text.t('waiting_buyer_unknown');
  return [text.t('notice_promised_title', { count: 1 + more.length, buyer })];
}

/** A line for each reason why deadlines passed unsaid. */
function passedLines(reminders: readonly Reminder[], { text, quietToo = false }: NoticeArgs & { quietToo?: boolean }) {
  const passed = only(reminders, 'passed');
  const reasons = Object.keys(passedTitles) as (keyof typeof passedTitles)[]; // The table's own keys.
  return reasons.flatMap(reason => {
    const count = passed.filter(({ held = 'unknown' }) => held === reason).length;
    return count === 0 || (reason === 'quiet' && !quietToo) ? [] : [text.t(passedTitles[reason], { count })];
  });
}

const only = (reminders: readonly Reminder[], is: Reminder['is']) => reminders.filter(reminder => reminder.is === is);

const nameOf = ({ buyer }: Reminder, { names }: NoticeArgs) => (names && buyer !== undefined ? buyer : null);
