import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { backUpIfDue, followBackup } from '@/lib/backup/back-up';
import { caseOwner } from '@/lib/chat/case';
import { shopParts } from '@/lib/chat/shop';
import { countAgain } from '@/lib/log/count-again';
import { LogDb } from '@/lib/log/log-db';
import { troubleIn, writtenInTwo } from '@/lib/log/log-trouble';
import { record } from '@/lib/log/record';
import { recordNumbers } from '@/lib/log/record-numbers';
import { retain, usualKeepDays } from '@/lib/log/retention';
import { noteSign, watchedTabs } from '@/lib/log/watch-log';
import { allowance, messageCost, usualAllowance } from '@/lib/messaging/allowance';
import { onMessage } from '@/lib/messaging/messenger';
import { batchLimit, readBatch } from '@/lib/messaging/observation-schema';
import { oneAtATime } from '@/lib/messaging/one-at-a-time';
import { fullBatch } from '@/lib/messaging/outbox';
import { isFromShop, isNumbersPage } from '@/lib/messaging/sender';
import { readSign } from '@/lib/messaging/sign-schema';
import { addresses } from '@/lib/platforms/addresses';
import { dueAlarm, lookAround, paintNow, pulseAlarm } from '@/lib/reminders/look-around';
import { isNoticeId } from '@/lib/reminders/show-notice';
import { answerCases } from '@/lib/screens/answer-cases';
import { answerData } from '@/lib/screens/answer-data';
import { answerOfficials } from '@/lib/screens/answer-officials';
import { answerScreens } from '@/lib/screens/answer-screens';
import { rulesBy } from '@/lib/settings/rules-by';
import { loadSettings, onSettings } from '@/lib/settings/settings';
import { keepSheet } from '@/lib/sheet/keep-sheet';
import { noticeLoss, noticeLossAtStart, onLoss } from '@/lib/storage/log-birth';
import { askToKeep, measureRoom, noteTrouble, noteWritten } from '@/lib/storage/log-troubles';
import { followCaseMenu, keepCaseMenu } from '@/lib/tabs/case-menu';
import { openChatTabs, registerChatScripts, startInTab } from '@/lib/tabs/chat-scripts';
import { feelPulse, forgetClosedTabs } from '@/lib/tabs/chat-tabs';
import { followTabs } from '@/lib/tabs/follow-tabs';
import { noteGrants } from '@/lib/tabs/grants';
import { helpShop } from '@/lib/tabs/help-shop';
import { keepLoaded } from '@/lib/tabs/keep-loaded';
import { openCase } from '@/lib/tabs/open-case';

// Every listener stands before anything is awaited: the event that wakes the worker finds it.
export default defineBackground(() => {
  const db = new LogDb();
  // Asked after everything that may have changed something.
  let nextDueAt: number | null = null;
  const attend = oneAtATime(() => lookAround(db));
  // Two who start the scripts in one tab at the same time would end each other's.
  const feel = oneAtATime(() => feelPulse(db));
  const keepChatsLoaded = keepLoaded(() => watchedTabs(db));
  const allowed = allowance(usualAllowance);
  let stopCounting = new AbortController();
  const countAgainAll = oneAtATime(countAllAgain);
  const backUp = oneAtATime(() =>
    backUpIfDue(db, Date.now()).catch((problem: unknown) => console.error('Lekas could not back up', problem)),
  );
  // Two who find no entry at the same time would both make it.
  const keepMenu = oneAtATime(() =>
    keepCaseMenu().catch((problem: unknown) => console.error('Lekas could not set its menu entry', problem)),
  );

  onMessage('record', async ({ data, sender }) => {
    if (!shopParts(data.shop) || !isFromShop(data.shop, sender, addresses)) {
      return { ok: false, key: 'record_notThisPage_error' };
    }
    if (!Array.isArray(data.observations) || data.observations.length > batchLimit) {
      return { ok: false, key: 'record_tooMuch_error' };
    }
    const now = Date.now();
    if (!allowed.take(sender.tab?.id, data.observations.length + messageCost, now)) {
      return { ok: false, key: 'record_tooFast_error' };
    }
    const { accepted, untimely, refused } = readBatch(data.observations, now);
    // A shop whose settings cannot be read now is counted as it was.
    const by = await loadSettings().then(rulesBy, () => undefined);
    const write = () => record(db, [...accepted, ...untimely], { shop: data.shop, ...by?.(data.shop), now });
    const trouble = await written(write);
    if (trouble) return { ok: false, key: trouble === 'full' ? 'log_full_error' : 'log_unreadable_error' };
    // Committed is committed: what goes wrong in telling of it must not make the page send it again for ever.
    const looking = attended();
    // A history comes in full batches. The next need not wait until this one is looked at, and the last says what is due.
    return { ok: true, refused, nextDueAt: data.observations.length < fullBatch ? await looking : nextDueAt };
  });

  onMessage('numbers', async ({ data, sender }) => {
    if (!isNumbersPage(data.platform, sender.url, addresses)) return false;
    const observations = Array.isArray(data.observations) ? data.observations.slice(0, batchLimit) : [];
    if (!allowed.take(sender.tab?.id, observations.length + messageCost, Date.now())) return false;
    const { accepted } = readBatch(observations, Date.now());
    return recordNumbers(
      db,
      data.platform,
      accepted.filter(seen => seen.is === 'official'),
    );
  });

  onMessage('beat', async ({ data, sender }) => {
    if (!allowed.take(sender.tab?.id, messageCost, Date.now())) return { nextDueAt: null };
    const sign = readSign(data);
    const tab = sender.tab?.id;
    if (sign && tab !== undefined && sign.shops.every(shop => isFromShop(shop, sender, addresses))) {
      await noteSign(db, tab, sign, Date.now());
      void keepChatsLoaded().catch((problem: unknown) => console.error('Lekas could not keep a chat loaded', problem));
    }
    return { nextDueAt: await attended() };
  });

  onMessage('wake', async ({ sender }) => {
    const mayAsk = allowed.take(sender.tab?.id, messageCost, Date.now());
    return { nextDueAt: mayAsk ? await attended() : null };
  });

  keepSheet(db);
  answerScreens(db, attended);
  answerCases(db, attended);
  answerOfficials(db);
  answerData(db, { changed: attended, retain: retainNow });
  followBackup(db);
  followTabs(db, attended);
  followCaseMenu();

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === pulseAlarm)
      void measureRoom(db)
        .catch((problem: unknown) => console.error('Lekas could not tell how much room is left', problem))
        .then(feelTabs)
        .then(backUp);
    if (name === dueAlarm) void attended();
  });

  // Another reading, holiday or zone: deadlines at once, figures once they are counted.
  onSettings(() => {
    stopCounting.abort();
    void attended();
    void countAgainAll();
    void keepMenu();
  });

  // Of what the seller has taken note of, the badge says no more.
  onLoss(() => void attended());

  browser.notifications.onClicked.addListener(
    id => void onNoticeClicked(id).catch((problem: unknown) => console.error('Lekas could not go to a chat', problem)),
  );

  browser.permissions.onAdded.addListener(() => void grantsChanged().then(feelTabs));
  browser.permissions.onRemoved.addListener(() => void grantsChanged());

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    void grantsChanged().then(feelTabs);
  });
  // It also wakes the worker, whose start repaints the badge the browser forgot.
  browser.runtime.onStartup.addListener(() => void lookAfterLoss(noticeLossAtStart).catch(saySo));

  void start();

  async function start(): Promise<void> {
    // What the browser shows meanwhile is of an hour ago, or nothing. The steps would only keep it from being read: they come after,
    // and it is painted again where they find it otherwise.
    await paintNow(db).catch((problem: unknown) => console.error('Lekas could not paint its badge', problem));
    // Each stands alone: what one browser lacks keeps nothing else from happening.
    for (const step of [() => forgetClosedTabs(db), grantsChanged, feelTabs, keepMenu, askToKeep]) {
      await step().catch((problem: unknown) => console.error('Lekas left out a part of its start', problem));
    }
    await countAgainAll();
    await retainNow();
  }

  /** Behind everything else; what is left undone goes at the next start. */
  async function retainNow(): Promise<void> {
    try {
      const { keepDays = usualKeepDays } = await loadSettings();
      await retain(db, { keepDays, now: Date.now() });
    } catch (problem) {
      console.error('Lekas could not let go of what is too old', problem);
    }
  }

  async function grantsChanged(): Promise<void> {
    await Promise.allSettled([registerChatScripts(), noteGrants(db)]);
    await attended();
  }

  async function feelTabs(): Promise<void> {
    try {
      await feel();
      await attended();
      await keepChatsLoaded();
    } catch (problem) {
      console.error('Lekas could not ask the chat tabs how they are', problem);
    }
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

  /** Writes, and notes what keeps it from being written, which is given; what is wrong with the batch itself is thrown. */
  async function written(write: () => Promise<void>): Promise<ReturnType<typeof troubleIn>> {
    try {
      await writtenInTwo(write);
      await noteWritten();
      return null;
    } catch (problem) {
      const trouble = troubleIn(problem);
      if (!trouble) throw problem;
      console.error('Lekas could not write its log', problem);
      await noteTrouble(trouble);
      void attended();
      return trouble;
    }
  }

  const saySo = (problem: unknown) => console.error('Lekas could not look after its log', problem);

  /** A log that was lost: said at once, and what the chats still show is read anew. */
  async function lookAfterLoss(notice = noticeLoss): Promise<void> {
    if (!(await notice(db, Date.now()))) return;
    console.warn('Lekas found its log begun anew');
    for (const { id, url } of await openChatTabs()) if (id !== undefined) await startInTab(id, url);
    await attend();
  }

  async function attended(): Promise<number | null> {
    void lookAfterLoss().catch(saySo);
    try {
      nextDueAt = await attend();
      return nextDueAt;
    } catch (problem) {
      console.error('Lekas could not say what is due', problem);
      return null;
    }
  }

  async function onNoticeClicked(id: string): Promise<void> {
    if (!isNoticeId(id)) return;
    const notice = await db.meta.get('notice');
    const first = notice?.key === 'notice' ? notice.says[0] : undefined;
    if (first) await (first.shop === caseOwner ? openCase(db, first.conversation) : helpShop(db, first.shop, 'show'));
    await browser.notifications.clear(id);
  }
});
