import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { shopParts } from '@/lib/chat/shop';
import { pickLocale } from '@/lib/i18n/pick-locale';
import { type Text, textIn } from '@/lib/i18n/text-in';
import { countAgain } from '@/lib/log/count-again';
import { LogDb } from '@/lib/log/log-db';
import { record } from '@/lib/log/record';
import { forgetTab, noteSign, noteSignedOut, watchedTabs } from '@/lib/log/watch-log';
import { onMessage, sendMessage } from '@/lib/messaging/messenger';
import { batchLimit, readBatch } from '@/lib/messaging/observation-schema';
import { oneAtATime } from '@/lib/messaging/one-at-a-time';
import { isFromShop, platformAt } from '@/lib/messaging/sender';
import { readSign } from '@/lib/messaging/sign-schema';
import { addresses } from '@/lib/platforms/addresses';
import { askDue } from '@/lib/reminders/ask-due';
import { badgeTitle } from '@/lib/reminders/badge-title';
import { noticeOf } from '@/lib/reminders/notice-of';
import { badgeFromLog, paintBadge } from '@/lib/reminders/paint-badge';
import { keepAlarm, setAlarm } from '@/lib/reminders/set-alarm';
import { rulesOf } from '@/lib/rules/rules-of';
import { loadSettings, type Settings } from '@/lib/settings/settings';
import { registerChatScripts, startInOpenTabs, startInTab } from '@/lib/watch/chat-scripts';
import { openChat } from '@/lib/watch/open-chat';

const dueAlarm = 'due';
// Every minute the watched tabs are asked how they are doing: the pulse that coverage rests on.
const pulseAlarm = 'pulse';
/** A tab that has not answered by then (ms) will not: a frozen one keeps the question until it thaws. */
const patienceMs = 5000;
/** By then (ms) a page that loads has its scripts. */
const loadMs = 1000;

// Every listener stands before anything is awaited: the event that wakes the worker finds it.
export default defineBackground(() => {
  const db = new LogDb();
  // Asked after everything that may have changed something.
  const attend = oneAtATime(lookAround);

  onMessage('record', async ({ data, sender }) => {
    if (!shopParts(data.shop) || !isFromShop(data.shop, sender, addresses)) {
      return { ok: false, key: 'record_notThisPage_error' };
    }
    if (!Array.isArray(data.observations) || data.observations.length > batchLimit) {
      return { ok: false, key: 'record_tooMuch_error' };
    }
    const now = Date.now();
    const { accepted, refused } = readBatch(data.observations, now);
    await record(db, accepted, { shop: data.shop, rules: rulesOf(data.shop), now });
    // Committed is committed: what goes wrong in telling of it must not make the page send it again for ever.
    return { ok: true, refused, nextDueAt: await attended() };
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
    if (name === pulseAlarm) void feelPulse();
    if (name === dueAlarm) void attended();
  });

  browser.tabs.onRemoved.addListener(tab => void forgetTab(db, tab).then(attended));
  browser.tabs.onUpdated.addListener((tab, { url, status }, { url: shown }) => {
    void onAddress(tab, url);
    if (url !== undefined || status === 'complete') void makeSure(tab, shown);
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
    await Promise.allSettled([registerChatScripts(), keepAlarm(pulseAlarm, 1, now), forgetClosedTabs().then(attended)]);
    await countAllAgain(now);
  }

  /** After an update that changed a rule: in chunks, behind everything else, and gone on with at the next start. */
  async function countAllAgain(now: number): Promise<void> {
    try {
      for (const { shop } of await db.shops.toArray()) await countAgain(db, shop, { rules: rulesOf(shop), now });
    } catch (problem) {
      console.error('Lekas could not count again; the figures are as before the rule changed', problem);
    }
  }

  /** Says what is due, paints the badge, sets the alarm: the ms at which something is due next. */
  async function lookAround(): Promise<number | null> {
    const now = Date.now();
    const { now: reminders, next } = await askDue(db, now);
    // What is due counts as said from here on, so each step stands alone: none that fails keeps a reminder back.
    const { locale } = await loadSettings().catch((): Settings => ({}));
    const text = textIn(pickLocale(locale, navigator.languages));
    const notice = noticeOf(reminders, text, now);
    const steps = await Promise.allSettled([notice && show(notice), paint(text, now), setAlarm(dueAlarm, next, now)]);
    for (const step of steps) if (step.status === 'rejected') console.error('Lekas could not remind', step.reason);
    return next;
  }

  async function paint(text: Text, now: number): Promise<void> {
    const badge = await badgeFromLog(db, now);
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

  async function feelPulse(): Promise<void> {
    await Promise.all((await watchedTabs(db)).map(feelTab));
    await attended();
  }

  async function feelTab(tab: number): Promise<void> {
    const tooLate = new Promise<never>((_, reject) => setTimeout(reject, patienceMs));
    try {
      const sign = readSign(await Promise.race([sendMessage('look', undefined, tab), tooLate]));
      if (sign) await noteSign(db, tab, sign, Date.now());
    } catch {
      // A tab that does not answer is frozen, discarded or orphaned; its last sign of life grows old, and that shows.
    }
  }

  async function onAddress(tab: number, address: string | undefined): Promise<void> {
    if (address === undefined || !(await watchedTabs(db)).includes(tab)) return;
    const found = platformAt(address, addresses);
    if (found?.platform.isChatPage(found.url)) return;
    if (found?.platform.isSignedOutPage(found.url)) await noteSignedOut(db, tab, Date.now());
    else await forgetTab(db, tab);
    await attended();
  }

  /**
   * A page that became the chat without loading, from elsewhere on its host, has no script of ours: they are registered
   * for the chat's addresses. Asked whether it has one, only such a page does not answer.
   */
  async function makeSure(tab: number, address: string | undefined): Promise<void> {
    const found = platformAt(address, addresses);
    if (!found?.platform.isChatPage(found.url)) return;
    await new Promise(resolve => setTimeout(resolve, loadMs));
    try {
      await sendMessage('look', undefined, tab);
    } catch {
      await startInTab(tab);
    }
  }

  async function forgetClosedTabs(): Promise<void> {
    const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
    for (const tab of await watchedTabs(db)) if (!open.has(tab)) await forgetTab(db, tab);
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
