import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { shopParts } from '@/lib/chat/shop';
import { pickLocale } from '@/lib/i18n/pick-locale';
import { type Text, textIn } from '@/lib/i18n/text-in';
import { countAgain } from '@/lib/log/count-again';
import { LogDb } from '@/lib/log/log-db';
import { record } from '@/lib/log/record';
import { recordNumbers } from '@/lib/log/record-numbers';
import { forgetTab, noteSign, watchedTabs } from '@/lib/log/watch-log';
import { onMessage } from '@/lib/messaging/messenger';
import { batchLimit, readBatch } from '@/lib/messaging/observation-schema';
import { oneAtATime } from '@/lib/messaging/one-at-a-time';
import { isFromShop, isNumbersPage } from '@/lib/messaging/sender';
import { readSign } from '@/lib/messaging/sign-schema';
import { addresses } from '@/lib/platforms/addresses';
import { askDue } from '@/lib/reminders/ask-due';
import { badgeTitle } from '@/lib/reminders/badge-title';
import { noticeOf } from '@/lib/reminders/notice-of';
import { badgeFromLog, paintBadge } from '@/lib/reminders/paint-badge';
import { keepAlarm, setAlarm } from '@/lib/reminders/set-alarm';
import { rulesBy } from '@/lib/settings/rules-by';
import { loadSettings, onSettings, readSettings } from '@/lib/settings/settings';
import { registerChatScripts, startInOpenTabs } from '@/lib/tabs/chat-scripts';
import { feelPulse, forgetClosedTabs, makeSureOf, noteAddress } from '@/lib/tabs/chat-tabs';
import { openChat } from '@/lib/tabs/open-chat';

const dueAlarm = 'due';
// Every minute the watched tabs are asked how they are doing: the pulse that coverage rests on.
const pulseAlarm = 'pulse';

// Every listener stands before anything is awaited: the event that wakes the worker finds it.
export default defineBackground(() => {
  const db = new LogDb();
  // Asked after everything that may have changed something.
  const attend = oneAtATime(lookAround);
  let stopCounting = new AbortController();
  const countAgainAll = oneAtATime(countAllAgain);

  onMessage('record', async ({ data, sender }) => {
    if (!shopParts(data.shop) || !isFromShop(data.shop, sender, addresses)) {
      return { ok: false, key: 'record_notThisPage_error' };
    }
    if (!Array.isArray(data.observations) || data.observations.length > batchLimit) {
      return { ok: false, key: 'record_tooMuch_error' };
    }
    const now = Date.now();
    const { accepted, untimely, refused } = readBatch(data.observations, now);
    // A shop whose settings cannot be read now is counted as it was.
    const by = await loadSettings().then(rulesBy, () => undefined);
    await record(db, [...accepted, ...untimely], { shop: data.shop, ...by?.(data.shop), now });
    // Committed is committed: what goes wrong in telling of it must not make the page send it again for ever.
    return { ok: true, refused, nextDueAt: await attended() };
  });

  onMessage('numbers', async ({ data, sender }) => {
    if (!isNumbersPage(data.platform, sender.url, addresses)) return false;
    const observations = Array.isArray(data.observations) ? data.observations.slice(0, batchLimit) : [];
    const { accepted } = readBatch(observations, Date.now());
    return recordNumbers(
      db,
      data.platform,
      accepted.filter(seen => seen.is === 'official'),
    );
  });

  onMessage('beat', async ({ data, sender }) => {
    const sign = readSign(data);
    const tab = sender.tab?.id;
    if (sign && tab !== undefined && sign.shops.every(shop => isFromShop(shop, sender, addresses))) {
      await noteSign(db, tab, sign, Date.now());
    }
    return { nextDueAt: await attended() };
  });

  onMessage('wake', async () => ({ nextDueAt: await attended() }));

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === pulseAlarm) void feelPulse(db).then(attended);
    if (name === dueAlarm) void attended();
  });

  browser.tabs.onRemoved.addListener(tab => void forgetTab(db, tab).then(attended));
  browser.tabs.onUpdated.addListener((tab, { url, status }, { url: shown }) => {
    if (url !== undefined) void noteAddress(db, tab, url).then(attended);
    if (url !== undefined || status === 'complete') void makeSureOf(tab, shown);
  });

  // Another reading, holiday or zone: deadlines at once, figures once they are counted.
  onSettings(() => {
    stopCounting.abort();
    void attended();
    void countAgainAll();
  });

  browser.notifications.onClicked.addListener(id => void onNoticeClicked(id));

  // A tab that is being watched already is left alone: what it has not handed over yet would be lost.
  browser.permissions.onAdded.addListener(
    () =>
      void registerChatScripts()
        .then(() => watchedTabs(db))
        .then(startInOpenTabs),
  );
  browser.permissions.onRemoved.addListener(() => void registerChatScripts());

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    void registerChatScripts().then(() => startInOpenTabs());
  });
  // Nothing to do but to be there: it wakes the worker, whose start repaints the badge the browser forgot.
  browser.runtime.onStartup.addListener(() => {});

  void start();

  async function start(): Promise<void> {
    const now = Date.now();
    await Promise.allSettled([
      registerChatScripts(),
      keepAlarm(pulseAlarm, 1, now),
      forgetClosedTabs(db).then(attended),
    ]);
    await countAgainAll();
  }

  /** After a rule or how it is read changed: in chunks, behind everything else, and gone on with at the next start. */
  async function countAllAgain(): Promise<void> {
    stopCounting = new AbortController();
    const { signal } = stopCounting;
    try {
      const by = await loadSettings().then(rulesBy, () => undefined);
      for (const { shop } of await db.shops.toArray()) {
        await countAgain(db, shop, { ...by?.(shop), now: Date.now(), signal });
      }
    } catch (problem) {
      console.error('Lekas could not count again; the figures are as before the rule changed', problem);
    }
  }

  /** Says what is due, paints the badge, sets the alarm: the ms at which something is due next. */
  async function lookAround(): Promise<number | null> {
    const now = Date.now();
    const settings = await loadSettings().catch(() => readSettings(undefined));
    const rulesOf = rulesBy(settings);
    const { now: reminders, next } = await askDue(db, now, rulesOf);
    // What is due counts as said from here on, so each step stands alone: none that fails keeps a reminder back.
    const text = textIn(pickLocale(settings.locale, navigator.languages));
    const notice = noticeOf(reminders, text, now);
    const steps = await Promise.allSettled([
      notice && show(notice),
      paint(text, now, rulesOf),
      setAlarm(dueAlarm, next, now),
    ]);
    for (const step of steps) if (step.status === 'rejected') console.error('Lekas could not remind', step.reason);
    return next;
  }

  async function paint(text: Text, now: number, rulesOf: ReturnType<typeof rulesBy>): Promise<void> {
    const badge = await badgeFromLog(db, now, rulesOf);
    await paintBadge(badge, badgeTitle(badge, text));
  }

  async function attended(): Promise<number | null> {
    try {
      return await attend();
    } catch (problem) {
      console.error('Lekas could not say what is due', problem);
      return null;
    }
  }

  async function show({ id, title, message }: { id: string; title: string; message: string }): Promise<void> {
    // Firefox refuses options it does not know, so only those that every browser takes.
    const iconUrl = browser.runtime.getURL('/icon/128.png');
    try {
      await browser.notifications.create(id, { type: 'basic', iconUrl, title, message });
    } catch (problem) {
      console.warn('Lekas could not show a reminder; the badge still counts it', problem);
    }
  }

  async function onNoticeClicked(id: string): Promise<void> {
    const [word, shop] = id.split(' ');
    const parts = word === 'due' && shop ? shopParts(shop) : null;
    if (!parts) return;
    const name = `${parts.platform}/${parts.market}/${parts.seller}` as const;
    const tabs = await db.watch.where('shop').equals(name).toArray();
    await openChat(
      name,
      tabs.map(({ tab }) => tab),
    );
    await browser.notifications.clear(id);
  }
});
