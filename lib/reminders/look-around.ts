import { loadText } from '../i18n/load-text';
import { pickLocale } from '../i18n/pick-locale';
import type { Text } from '../i18n/text-in';
import type { LogDb } from '../log/log-db';
import { troubleIn } from '../log/log-trouble';
import type { Reminding } from '../settings/reminding';
import { rulesBy } from '../settings/rules-by';
import { loadSettings, readSettings, type Settings } from '../settings/settings';
import { chime } from '../sound/chime';
import { troubleOf } from '../storage/log-troubles';
import { browserSession } from '../tabs/browser-session';
import { type Asked, askDue } from './ask-due';
import { type Badge, unreadBadge, withTrouble } from './badge-of';
import { badgeTitle } from './badge-title';
import { noticeOf } from './notice-of';
import { badgeFromLog, paintBadge } from './paint-badge';
import { keepAlarm, setAlarm } from './set-alarm';
import { noticeId, openNotices, showNotice } from './show-notice';

/** Rings at the next moment at which something is due. */
export const dueAlarm = 'due';
/** Rings every minute: the chat tabs are asked how they are doing, and coverage rests on their answers. */
export const pulseAlarm = 'pulse';

/**
 * Says what is due, paints the badge, sets the alarms. Asked after everything that may have changed something, and at every start:
 * asked again it changes nothing. Returns the ms at which something is due next.
 */
export async function lookAround(db: LogDb): Promise<number | null> {
  const now = Date.now();
  const [settings, session, open] = await Promise.all([
    loadSettings().catch(() => readSettings(undefined)),
    browserSession().catch(() => undefined),
    openNotices().catch((): string[] => []),
  ]);
  const { reminding } = settings;
  const text = await textFor(settings);
  // The badge waits for nothing: who waits is so whatever is due of it, and a rush leaves no time to find that out first.
  // What is due is asked once the badge was read, and not beside it: together they would share one thread and one database.
  const [read] = await Promise.allSettled([readBadge(db, now, settings)]);
  const painted = Promise.allSettled([
    read.status === 'fulfilled' ? paint(read.value, text, now) : Promise.reject(read.reason),
  ]);
  const asked = await askDue(db, {
    now,
    settings: reminding,
    rulesOf: rulesBy(settings),
    session,
    isOpen: n => open.includes(noticeId(n)),
  });
  // What is due is on record from here on, so each step stands alone: none that fails keeps another back.
  const steps = await Promise.allSettled([
    tell(db, asked, { text, now, reminding }, open),
    setAlarm(dueAlarm, asked.next, now),
    keepAlarm(pulseAlarm, 1, now),
  ]);
  for (const step of [...steps, ...(await painted)])
    if (step.status === 'rejected') console.error('Lekas could not remind', step.reason);
  return asked.next;
}

interface Telling {
  readonly text: Text;
  readonly now: number;
  readonly reminding: Reminding;
}

async function tell(db: LogDb, { notice, says }: Asked, args: Telling, open: readonly string[]): Promise<void> {
  if (!notice) return;
  const { names, sound } = args.reminding;
  try {
    const after = await showNotice(notice, noticeOf(says, { ...args, names }), open);
    if (after === notice) return;
    await db.meta.put(after);
    if (sound.on && after.state === 'shown' && after.how === 'new') void ring(sound.volume);
  } catch (problem) {
    console.warn('Lekas could not show a reminder yet; the badge still counts it', problem);
  }
}

/** Nobody waits for it: it takes longer than anything else here, and it is never the only signal. */
async function ring(volume: number): Promise<void> {
  try {
    await chime(volume);
  } catch (problem) {
    console.warn('Lekas could not make a sound', problem);
  }
}

/** Paints the badge, and nothing besides: at once when a worker starts, whatever else its start has to do. */
export async function paintNow(db: LogDb): Promise<void> {
  const now = Date.now();
  // While the settings are read.
  db.open().catch(() => {});
  const settings = await loadSettings().catch(() => readSettings(undefined));
  const [badge, text] = await Promise.all([readBadge(db, now, settings), textFor(settings)]);
  await paint(badge, text, now);
}

const textFor = ({ locale }: Settings): Promise<Text> => loadText(pickLocale(locale, navigator.languages));

async function readBadge(db: LogDb, now: number, settings: Settings): Promise<Badge> {
  const [seen, trouble] = await Promise.all([
    badgeFromLog(db, now, rulesBy(settings), settings.reminding.leads).catch(asUnreadable),
    troubleOf(db, now),
  ]);
  return withTrouble(seen, trouble?.is ?? null);
}

/** A number that cannot be read any more must not stand there as if it could. */
function asUnreadable(problem: unknown): Badge {
  const trouble = troubleIn(problem);
  if (!trouble) throw problem;
  console.error('Lekas could not read its log', problem);
  return unreadBadge(trouble === 'newer' ? trouble : 'unreadable');
}

const paint = (badge: Badge, text: Text, now: number): Promise<void> => paintBadge(badge, badgeTitle(badge, text, now));
