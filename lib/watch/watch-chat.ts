import type { Health } from '../chat/health';
import type { Observation, SeenMessage } from '../chat/observation';
import type { ShopId } from '../chat/shop';
import type { NextDue, RecordAnswer, Sign } from '../messaging/protocol';
import { receivePort } from '../page-world/receive-port';
import type { Market, PageReading, Platform } from '../platforms/platform';
import { isSteps, type Steps } from '../platforms/steps';
import { blindSpots, type Sighted } from './blind-spots';
import { changesOnly } from './changes';
import { delivery } from './delivery';
import { dueTimer } from './due-timer';
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

/**
 * Watches one chat page with both senses until its signal ends: reads and decodes, keeps what was observed until it is
 * committed, and says how well it sees. Never changes the page. Returns the look that the background may ask for.
 */
export function watchChat(args: WatchArgs): () => Sign | null {
  const { page, platform, market, beat, signal, isAlive } = args;
  const { document } = page;
  const startedAt = Date.now();
  const copiedFromLoad = document.readyState === 'loading';
  let loadedAt: number | null = null;
  let join: ShopJoin = { platform: platform.id, address: {}, seen: [], isOpen: true };
  let network = noNetworkSigns;
  let reading: PageReading | null = null;
  let notUnderstood = 0;
  let sighted: Sighted[] = [];
  let isAway = false;
  let lastSign = '';
  let lastBeatAt = 0;
  const changed = changesOnly();
  const wakeAt = dueTimer(args);
  const outgoing = delivery({
    ...args,
    onDue: wakeAt,
    lost(count) {
      notUnderstood += count;
    },
  });

  const line = receivePort(page, { onCopied: inSlices(onCopied, signal), signal });

  function* onCopied(raw: unknown): Steps<void> {
    if (!isAlive()) return;
    const exchange = readCopied(raw);
    if (!exchange) return;
    const decoded = 'notUnderstood' in exchange ? exchange : platform.network.decode(exchange);
    const result = isSteps(decoded) ? yield* decoded : decoded;
    network = networkSignsAfter(network, exchange.url, result);
    if ('notOurs' in result) return;
    if ('notUnderstood' in result) notUnderstood++;
    else take(result);
    report();
  }

  function take(observations: readonly Observation[]): void {
    for (const observation of observations) {
      if (observation.is === 'not-understood') notUnderstood++;
      if (observation.is === 'shop') join = joined(join, observation);
      if (observation.is === 'message' && observation.sense === 'network' && isPersons(observation)) {
        const { conversation, id = '', sentAt } = observation;
        sighted.push({ conversation, id, sentAt });
      }
    }
    sighted = sighted.slice(-rememberedSightings);
    outgoing.deliver(observations, join);
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
      const address = { ...(seller !== undefined && { seller }), ...(code !== undefined && { market: code }) };
      join = { ...join, address };
    }
    reading = platform.page.read(document, {
      at: Date.now(),
      zone: market.zone,
      url,
      inPage: line.inPage,
      accounts: accountsOf(join),
    });
    if (reading.is === 'read') outgoing.deliver(changed(reading.observations), join);
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
        shopKnown: shopFor(join, {}) !== null || outgoing.shops.length > 0,
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
    const shops = [...new Set([...(addressed ? [addressed] : []), ...outgoing.shops])];
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

  /** The chat was loaded, or opened in a page that showed something else: it needs a while to be all there. */
  function onOpened(): void {
    loadedAt = Date.now();
    for (const wait of laterLooksMs) {
      setTimeout(() => {
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

  if (document.readyState === 'complete') onLoaded();
  else page.addEventListener('load', onLoaded, { once: true, signal });
  page.addEventListener('pageshow', event => event.persisted && look(), { signal });
  document.addEventListener('visibilitychange', () => look(), { signal });
  page.addEventListener('pagehide', () => outgoing.flush(), { signal });
  onSettled(document, look, signal);
  return look;
}

/** Only what people write is compared: greetings and notices may be shown to one side alone. */
const isPersons = ({ author }: SeenMessage) => author === 'buyer' || author === 'seller';

function asSighted(observation: Observation): Sighted[] {
  if (observation.is !== 'message' || observation.id === undefined || !isPersons(observation)) return [];
  const { conversation, id, sentAt } = observation;
  return [{ conversation, id, sentAt }];
}
