import type { Health } from '../chat/health';
import type { Observation, SeenMessage } from '../chat/observation';
import type { ShopId } from '../chat/shop';
import { type Outbox, outbox } from '../messaging/outbox';
import type { NextDue, RecordAnswer, Sign } from '../messaging/protocol';
import { receivePort } from '../page-world/receive-port';
import type { Market, PageReading, Platform } from '../platforms/platform';
import { blindSpots, type Sighted } from './blind-spots';
import { changesOnly } from './changes';
import { healthOf } from './health-of';
import { inSlices } from './in-slices';
import { networkSignsAfter, noNetworkSigns } from './network-signs';
import { onSettled } from './on-settled';
import { readCopied } from './read-copied';
import { accountsOf, joined, type ShopJoin, shopFor } from './shop-join';

export interface WatchArgs {
  readonly page: Window;
  readonly platform: Platform;
  readonly market: Market;
  record(shop: ShopId, observations: readonly Observation[]): Promise<RecordAnswer>;
  beat(sign: Sign): Promise<NextDue>;
  wake(): Promise<NextDue>;
  /** Aborted when the extension was updated or taken away under the page. */
  readonly signal: AbortSignal;
  /** Asked at every door: whether the extension is still there. */
  isAlive(): boolean;
}

/** A sign of life is sent at least this often (ms) while something happens on the page. */
const beatMs = 30_000;
/** When a page that does not change is looked at again after loading (ms): past each patience of `healthOf`. */
const laterLooksMs = [4100, 15_100];
/** Messages of the network that are remembered to compare the two senses. */
const rememberedSightings = 500;
/** Observations that wait for their shop to be known. */
const homelessLimit = 5000;
/** A due moment further off (ms) is left to the background's alarm. */
const farOffMs = 600_000;

/**
 * Watches one chat page with both senses until its signal ends: reads and decodes, keeps what was observed until it is
 * committed, and says how well it sees. Never changes the page. Returns the look that the background may ask for.
 */
export function watchChat({
  page,
  platform,
  market,
  record,
  beat,
  wake,
  signal,
  isAlive,
}: WatchArgs): () => Sign | null {
  const { document } = page;
  const startedAt = Date.now();
  const copiedFromLoad = document.readyState === 'loading';
  let loadedAt: number | null = null;
  let join: ShopJoin = { platform: platform.id, address: {}, seen: [], isOpen: true };
  let network = noNetworkSigns;
  let reading: PageReading | null = null;
  let notUnderstood = 0;
  let sighted: Sighted[] = [];
  const homeless: Observation[] = [];
  let isJoinNew = false;
  let isAway = false;
  let lastSign = '';
  let lastBeatAt = 0;
  let dueTimer: ReturnType<typeof setTimeout> | undefined;
  const boxes = new Map<ShopId, Outbox<Observation>>();
  const changed = changesOnly();

  const line = receivePort(page, { onCopied: inSlices(onCopied, signal), signal });

  function onCopied(raw: unknown): void {
    if (!isAlive()) return;
    const exchange = readCopied(raw);
    if (!exchange) return;
    const result = 'notUnderstood' in exchange ? exchange : platform.network.decode(exchange);
    network = networkSignsAfter(network, exchange.url, result);
    if ('notOurs' in result) return;
    if ('notUnderstood' in result) notUnderstood++;
    else take(result);
    report();
  }

  function take(observations: readonly Observation[]): void {
    for (const observation of observations) {
      if (observation.is === 'not-understood') notUnderstood++;
      if (observation.is === 'shop') learn(joined(join, observation));
      if (observation.is === 'message' && observation.sense === 'network' && isPersons(observation)) {
        const { conversation, id = '', sentAt } = observation;
        sighted.push({ conversation, id, sentAt });
      }
    }
    sighted = sighted.slice(-rememberedSightings);
    deliver(observations);
  }

  function learn(newer: ShopJoin): void {
    join = newer;
    isJoinNew = true;
  }

  function deliver(observations: readonly Observation[]): void {
    const known = isJoinNew ? homeless.splice(0) : [];
    isJoinNew = false;
    const byShop = new Map<ShopId, Observation[]>();
    for (const observation of [...known, ...observations]) {
      if (observation.is !== 'message' && observation.is !== 'conversation' && observation.is !== 'official') continue;
      const shop = shopFor(join, observation);
      const list = shop && byShop.get(shop);
      if (list) list.push(observation);
      else if (shop) byShop.set(shop, [observation]);
      else if (homeless.length < homelessLimit) homeless.push(observation);
      else notUnderstood++;
    }
    for (const [shop, list] of byShop) boxOf(shop).add(list);
  }

  function boxOf(shop: ShopId): Outbox<Observation> {
    const before = boxes.get(shop);
    if (before) return before;
    const box = outbox<Observation>({
      async send(items) {
        if (!isAlive()) throw new Error('the extension is gone');
        const answer = await record(shop, items);
        if (answer.ok) {
          notUnderstood += answer.refused;
          wakeAt(answer.nextDueAt);
        }
        return answer.ok;
      },
      lost(count) {
        notUnderstood += count;
      },
      signal,
    });
    boxes.set(shop, box);
    return box;
  }

  function look(): Sign | null {
    if (!isAlive()) return null;
    const url = new URL(page.location.href);
    const isBack = isAway && isChat(url);
    isAway = !isChat(url);
    if (isAway) return report();
    if (isBack) onOpened();
    const { seller, market: code = market.code === 'XX' ? undefined : market.code } = platform.shopOf(url);
    if (seller !== join.address.seller || code !== join.address.market) {
      learn({
        ...join,
        address: { ...(seller !== undefined && { seller }), ...(code !== undefined && { market: code }) },
      });
    }
    reading = platform.page.read(document, {
      at: Date.now(),
      zone: market.zone,
      url,
      inPage: line.inPage,
      accounts: accountsOf(join),
    });
    if (reading.is === 'read') deliver(changed(reading.observations));
    return report();
  }

  const isChat = (url: URL) => platform.isChatPage(url) || platform.isSignedOutPage(url);

  function report(): Sign | null {
    // Its socket may go on speaking when the page shows something else.
    if (!isChat(new URL(page.location.href))) return tell({ state: 'closed' });
    const now = Date.now();
    const shown = reading?.is === 'read' ? reading.observations.flatMap(asSighted) : [];
    const health = healthOf(
      {
        loadedAt: loadedAt ?? now,
        shopKnown: shopFor(join, {}) !== null || boxes.size > 0,
        page: reading,
        network,
        copiedFromLoad,
        blindSpots: blindSpots(shown, sighted, startedAt, now),
      },
      now,
    );
    return health && tell(health);
  }

  /** Sends the sign when it says something new, or has not been sent for a while. */
  function tell(health: Health): Sign {
    const addressed = shopFor(join, {});
    const shops = [...new Set([...(addressed ? [addressed] : []), ...boxes.keys()])];
    const sign: Sign = { shops, health, notUnderstood };
    const text = JSON.stringify(sign);
    const now = Date.now();
    if (text !== lastSign || now - lastBeatAt >= beatMs) {
      lastSign = text;
      lastBeatAt = now;
      // A sign that is not heard is sent again with the next change, or asked for by the background.
      beat(sign).then(
        ({ nextDueAt }) => wakeAt(nextDueAt),
        () => (lastSign = ''),
      );
    }
    return sign;
  }

  function wakeAt(when: number | null): void {
    clearTimeout(dueTimer);
    const wait = (when ?? Number.POSITIVE_INFINITY) - Date.now();
    if (wait > farOffMs) return;
    dueTimer = setTimeout(
      () => {
        if (isAlive())
          wake().then(
            ({ nextDueAt }) => wakeAt(nextDueAt),
            () => (lastSign = ''),
          );
      },
      Math.max(0, wait),
    );
  }

  /** The chat was loaded, or opened in a page that showed something else: it needs a while to be all there. */
  function onOpened(): void {
    loadedAt = Date.now();
    for (const wait of laterLooksMs) {
      setTimeout(() => {
        // By now the page has asked whose chat it is, if it ever does.
        if (join.isOpen) learn({ ...join, isOpen: false });
        look();
      }, wait);
    }
  }

  function onLoaded(): void {
    onOpened();
    look();
  }

  if (document.readyState === 'complete') onLoaded();
  else page.addEventListener('load', onLoaded, { once: true, signal });
  page.addEventListener('pageshow', event => event.persisted && look(), { signal });
  document.addEventListener('visibilitychange', () => look(), { signal });
  const leave = () => {
    for (const box of boxes.values()) box.flush();
  };
  page.addEventListener('pagehide', leave, { signal });
  onSettled(document, look, signal);
  signal.addEventListener('abort', () => clearTimeout(dueTimer));
  return look;
}

/** Only what people write is compared: greetings and notices may be shown to one side alone. */
const isPersons = ({ author }: SeenMessage) => author === 'buyer' || author === 'seller';

function asSighted(observation: Observation): Sighted[] {
  if (observation.is !== 'message' || observation.id === undefined || !isPersons(observation)) return [];
  const { conversation, id, sentAt } = observation;
  return [{ conversation, id, sentAt }];
}
