import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { shopParts } from '@/lib/chat/shop';
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
import { readSnooze, readSound } from '@/lib/messaging/wish-schema';
import { addresses } from '@/lib/platforms/addresses';
import { dueAlarm, lookAround } from '@/lib/reminders/look-around';
import { putOff } from '@/lib/reminders/put-off';
import { keepAlarm } from '@/lib/reminders/set-alarm';
import { isNoticeId } from '@/lib/reminders/show-notice';
import { rulesBy } from '@/lib/settings/rules-by';
import { loadSettings, onSettings } from '@/lib/settings/settings';
import { chime } from '@/lib/sound/chime';
import { registerChatScripts, startInOpenTabs } from '@/lib/tabs/chat-scripts';
import { feelPulse, forgetClosedTabs, makeSureOf, noteAddress } from '@/lib/tabs/chat-tabs';
import { openChat } from '@/lib/tabs/open-chat';

// Every minute the watched tabs are asked how they are doing: the pulse that coverage rests on.
const pulseAlarm = 'pulse';

// Every listener stands before anything is awaited: the event that wakes the worker finds it.
export default defineBackground(() => {
  const db = new LogDb();
  // Asked after everything that may have changed something.
  const attend = oneAtATime(() => lookAround(db));
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

  onMessage('snooze', async ({ data, sender }) => {
    const wish = isScreen(sender) ? readSnooze(data) : null;
    if (!wish) return { ok: false, key: 'message_unknown_error' };
    if (!(await putOff(db, wish, Date.now()))) return { ok: false, key: 'snooze_nobody_error' };
    await attended();
    return { ok: true };
  });

  onMessage('testSound', async ({ data, sender }) => {
    const sound = isScreen(sender) ? readSound(data) : null;
    if (!sound) return { ok: false, key: 'message_unknown_error' };
    const isHeard = await chime(sound.volume).catch(() => false);
    return isHeard ? { ok: true } : { ok: false, key: 'sound_silent_error' };
  });

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

  async function attended(): Promise<number | null> {
    try {
      return await attend();
    } catch (problem) {
      console.error('Lekas could not say what is due', problem);
      return null;
    }
  }

  /** A page of ours, and not a script of ours in somebody's page. */
  function isScreen({ url }: { readonly url?: string | undefined }): boolean {
    return url?.startsWith(browser.runtime.getURL('/')) ?? false;
  }

  async function onNoticeClicked(id: string): Promise<void> {
    if (!isNoticeId(id)) return;
    const notice = await db.meta.get('notice');
    const first = notice?.key === 'notice' ? notice.says[0] : undefined;
    if (first) {
      const tabs = await db.watch.where('shop').equals(first.shop).toArray();
      await openChat(
        first.shop,
        tabs.map(({ tab }) => tab),
      );
    }
    await browser.notifications.clear(id);
  }
});
