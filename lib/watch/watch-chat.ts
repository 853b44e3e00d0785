import type { Health } from '../chat/health';
import type { Observation, SeenMessage } from '../chat/observation';
import type { ShopId } from '../chat/shop';
import type { NextDue, RecordAnswer, Sign } from '../messaging/protocol';
import { receivePort } from '../page-world/receive-port';
import type { Notes } from '../platforms/notes';
import type { Exchange, Market, PageReading, Platform } from '../platforms/platform';
import { isSteps, type Steps } from '../platforms/steps';
import { blindSpots, type Sighted } from './blind-spots';
import { changesOnly } from './changes';
import { delivery } from './delivery';
import { dueTimer } from './due-timer';
import { healthOf } from './health-of';
import { inSlices } from './in-slices';
import type { NamedRows } from './named-rows';
import { networkSignsAfter, noNetworkSigns } from './network-signs';
import { onSettled } from './on-settled';
import { paced } from './paced';
import { readCopied, weightOf } from './read-copied';
import { accountsOf, addressed, joined, type ShopJoin, shopFor } from './shop-join';
import { sideHealth } from './side-health';
import { signTeller } from './sign-teller';
import { speaks } from './speaks';

export interface WatchArgs {
  readonly page: Window;
  readonly platform: Platform;
  readonly market: Market;
  /** For a page whose rows name no conversation. */
  rows?(startedAt: number): NamedRows;
  record(shop: ShopId, observations: readonly Observation[]): Promise<RecordAnswer>;
  beat(sign: Sign): Promise<NextDue>;
  wake(): Promise<NextDue>;
  /** Aborted when the extension was updated or taken away under the page. */
  readonly signal: AbortSignal;
  /** Asked at every door: whether the extension is still there. */
  isAlive(): boolean;
}

/** When a page that does not change is looked at again after loading (ms): past each patience of `healthOf`. */
const laterLooksMs = [4100, 15_100];
/** The ways in which a message comes at the moment it is written. */
const bringsLive: ReadonlySet<Exchange['via']> = new Set(['socket', 'event']);
/** Messages of the network that are remembered to compare the two senses. */
const rememberedSightings = 500;

/**
 * Watches one chat page with both senses until its signal ends: reads and decodes, keeps what was observed until it is
 * committed, and says how well it sees. Never changes the page. Returns the look that the background may ask for.
 */
export function watchChat(args: WatchArgs): () => Sign | null {
  const { page, platform, market, signal, isAlive } = args;
  const { document } = page;
  const startedAt = Date.now();
  const copiedFromLoad = document.readyState === 'loading';
  let loadedAt: number | null = null;
  let join: ShopJoin = { platform: platform.id, address: {}, seen: [], isOpen: true };
  let network = noNetworkSigns;
  let stretch = platform.network.whole?.none;
  let reading: PageReading | null = null;
  let notUnderstood = 0;
  let sighted: Sighted[] = [];
  /** ms: when chats came last. */
  let chatsAt: number | null = null;
  let isDeaf = platform.network.hears !== undefined;
  /** The page has a socket that was opened before it could be copied, as far as is known. */
  let openedBefore = false;
  let isAway = false;
  let hasDropped = false;
  const notes: Notes = new Map();
  const changed = changesOnly();
  const rows = args.rows?.(startedAt);
  const wakeAt = dueTimer(args);
  const tellSign = signTeller({ ...args, onDue: wakeAt });
  const outgoing = delivery({
    ...args,
    onDue: wakeAt,
    lost(count, noRoom) {
      if (noRoom) onDropped(count);
      else notUnderstood += count;
    },
  });

  // A burst of what is copied is one news of how well the page is seen.
  const reportSoon = paced(report, signal);
  const { hears, whole } = platform.network;
  const line = receivePort(page, {
    onCopied: inSlices(onCopied, signal, { weigh: weightOf, onDropped }),
    onLate,
    hears,
    signal,
  });

  /** The page gives more than can be read, or more than can be kept while nothing is written: counted, and said once. */
  function onDropped(count = 1): void {
    notUnderstood += count;
    if (hasDropped) return;
    hasDropped = true;
    reportSoon();
  }

  function onLate(): void {
    openedBefore = true;
    reportSoon();
  }

  function* onCopied(raw: unknown): Steps<void> {
    if (!isAlive()) return;
    const exchange = readCopied(raw);
    if (!exchange) return;
    const decoded = 'notUnderstood' in exchange ? exchange : platform.network.decode(exchange, notes);
    const hearsNow = isDeaf && 'via' in exchange && exchange.via === 'event';
    if (hearsNow) isDeaf = false;
    if ('via' in exchange && bringsLive.has(exchange.via)) openedBefore = false;
    const result = isSteps(decoded) ? yield* decoded : decoded;
    network = networkSignsAfter(network, exchange.url, result);
    if (whole && stretch && !('notUnderstood' in result || 'notOurs' in result) && 'at' in exchange && copiedFromLoad) {
      stretch = whole.after(stretch, { observations: result, at: exchange.at, gap: network.chain.gap });
    }
    if ('notUnderstood' in result) notUnderstood++;
    else if (!('notOurs' in result)) take(result);
    else if (!hearsNow) return;
    reportSoon();
  }

  function take(observations: readonly Observation[]): void {
    if (observations.some(tellsOfChat)) chatsAt = Date.now();
    for (const observation of observations) {
      if (observation.is === 'not-understood') notUnderstood++;
      if (observation.is === 'shop') join = joined(join, observation);
      if (observation.is === 'message' && observation.sense === 'network' && isPersons(observation)) {
        const { conversation, id = '', sentAt } = observation;
        sighted.push({ conversation, id, sentAt });
      }
    }
    sighted = sighted.slice(-rememberedSightings);
    rows?.hear(observations);
    outgoing.deliver(observations, join);
  }

  function look(): Sign | null {
    if (!isAlive() || !speaks(page, platform)) return null;
    const url = new URL(page.location.href);
    const isBack = isAway && isChat(url);
    // What the chat received before it was left says nothing of a smaller view.
    if (!isAway && !isChat(url)) chatsAt = null;
    isAway = !isChat(url);
    if (!isAway || platform.mayReceive?.(url)) join = addressed(join, { ...hostMarket, ...platform.shopOf(url) });
    if (isAway) return report();
    if (isBack) onOpened();
    const at = Date.now();
    reading = platform.page.read(document, {
      at,
      zone: market.zone,
      url,
      inPage: line.inPage,
      accounts: accountsOf(join),
    });
    if (reading.is === 'read') tellOf(reading, at);
    return report();
  }

  function tellOf({ observations, settling }: Extract<PageReading, { is: 'read' }>, at: number): void {
    for (const one of observations) if (one.is === 'shop') join = joined(join, one);
    const { told, again } = rows?.sift(observations, at) ?? { told: observations, again: false };
    outgoing.deliver(changed(told), join);
    if (settling || again) lookAgain();
  }

  const hostMarket = market.code === 'XX' ? {} : { market: market.code };
  const isChat = (url: URL) => platform.isChatPage(url) || platform.isSignedOutPage(url);

  function report(): Sign | null {
    if (!speaks(page, platform)) return null;
    const now = Date.now();
    const url = new URL(page.location.href);
    // Its socket may go on speaking when the page shows something else.
    if (!isChat(url)) return tell(platform.mayReceive?.(url) ? sideHealth(chatsAt, now) : { state: 'closed' });
    const shown = reading?.is === 'read' ? reading.observations.flatMap(asSighted) : [];
    const health = healthOf(
      {
        loadedAt: loadedAt ?? now,
        shopKnown: shopFor(join, {}) !== null || outgoing.shops.length > 0,
        page: reading,
        network,
        copiedFromLoad,
        openedBefore,
        hasDropped,
        blindSpots: blindSpots(shown, sighted, startedAt, now, rows?.strangers),
        deaf: isDeaf,
      },
      now,
    );
    return health && tell(health);
  }

  function tell(health: Health): Sign {
    const only = shopFor(join, {});
    const shops = [...new Set([...(only ? [only] : []), ...outgoing.shops])];
    const reach = stretch?.whole;
    return tellSign({ shops, health, notUnderstood, ...(reach && { whole: reach }) });
  }

  /** The chat was loaded, or opened in a page that showed something else: it needs a while to be all there. */
  function onOpened(): void {
    loadedAt = Date.now();
    for (const wait of laterLooksMs) {
      setTimeout(() => {
        if (signal.aborted) return;
        // By now the page has asked whose chat it is, if it ever does.
        if (join.isOpen) join = { ...join, isOpen: false };
        look();
      }, wait);
    }
  }

  function onLoaded(): void {
    onOpened();
    look();
  }

  const lookAgain = onSettled(document, look, signal, platform.page.fills);
  if (document.readyState === 'complete') onLoaded();
  else page.addEventListener('load', onLoaded, { once: true, signal });
  page.addEventListener('pageshow', event => event.persisted && look(), { signal });
  document.addEventListener('visibilitychange', () => look(), { signal });
  // Chrome's alone: a page that was frozen goes on.
  document.addEventListener('resume', () => look(), { signal });
  page.addEventListener('pagehide', () => outgoing.flush(), { signal });
  return look;
}

const tellsOfChat = ({ is }: Observation) => is === 'message' || is === 'conversation';

/** Only what people write is compared: greetings and notices may be shown to one side alone. */
const isPersons = ({ author }: SeenMessage) => author === 'buyer' || author === 'seller';

function asSighted(observation: Observation): Sighted[] {
  if (observation.is !== 'message' || observation.id === undefined || !isPersons(observation)) return [];
  const { conversation, id, sentAt } = observation;
  return [{ conversation, id, sentAt }];
}
