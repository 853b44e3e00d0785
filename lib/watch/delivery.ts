import type { Observation, SeenConversation, SeenMessage, SeenOfficial } from '../chat/observation';
import type { ShopId } from '../chat/shop';
import { type Outbox, outbox } from '../messaging/outbox';
import type { RecordAnswer } from '../messaging/protocol';
import { type ShopJoin, shopFor } from './shop-join';

interface DeliveryArgs {
  record(shop: ShopId, observations: readonly Observation[]): Promise<RecordAnswer>;
  /** Told when something is due next, after each batch that was committed. */
  onDue(when: number | null): void;
  /** Told how many observations were refused or given up; and whether it was for want of room in the tab. */
  lost(count: number, noRoom?: boolean): void;
  isAlive(): boolean;
  readonly signal: AbortSignal;
}

export interface Delivery {
  /** The shops that something was delivered for. */
  readonly shops: readonly ShopId[];
  /** Sends on what can be recorded, each to its shop; what has none yet is kept until `join` says whose it is. */
  deliver(observations: readonly Observation[], join: ShopJoin): void;
  /** The page is going: sends what waits without waiting for answers. */
  flush(): void;
}

/** What cannot be recorded for what it is is refused for good; all else can be once the reason is gone. */
const isForLater = (key: Extract<RecordAnswer, { ok: false }>['key']) =>
  key === 'record_tooFast_error' || key === 'log_full_error' || key === 'log_unreadable_error';

/** Conversations whose account is remembered. */
const rememberedAccounts = 20_000;

/** Observations that wait for their shop to be known. */
const homelessLimit = 5000;

/** Delivers what was observed to the background, shop by shop. */
export function delivery({ record, onDue, lost, isAlive, signal }: DeliveryArgs): Delivery {
  const boxes = new Map<ShopId, Outbox<Observation>>();
  const homeless: Observation[] = [];
  let lastJoin: ShopJoin | undefined;
  const accounts = new Map<string, string>();

  /** A conversation is of one account: where one observation names it, the others need not. Whether that was news. */
  function learn(observations: readonly Observation[]): boolean {
    const before = accounts.size;
    for (const observation of observations) {
      if (!('conversation' in observation) || observation.account === undefined) continue;
      if (accounts.size >= rememberedAccounts) accounts.clear();
      accounts.set(observation.conversation, observation.account);
    }
    return accounts.size !== before;
  }

  function shopOf(join: ShopJoin, observation: SeenMessage | SeenConversation | SeenOfficial): ShopId | null {
    if (!('conversation' in observation)) return shopFor(join, observation);
    const account = observation.account ?? accounts.get(observation.conversation);
    return shopFor(join, account === undefined ? {} : { account });
  }

  function boxOf(shop: ShopId): Outbox<Observation> {
    const before = boxes.get(shop);
    if (before) return before;
    const box = outbox<Observation>({
      async send(items) {
        if (!isAlive()) throw new Error('the extension is gone');
        const answer = await record(shop, items);
        if (answer.ok) {
          if (answer.refused > 0) lost(answer.refused);
          onDue(answer.nextDueAt);
        }
        return answer.ok || (isForLater(answer.key) ? 'later' : false);
      },
      lost,
      signal,
    });
    boxes.set(shop, box);
    return box;
  }

  return {
    get shops() {
      return [...boxes.keys()];
    },
    deliver(observations, join) {
      const isNews = learn(observations);
      const kept = join === lastJoin && !isNews ? [] : homeless.splice(0);
      lastJoin = join;
      const byShop = new Map<ShopId, Observation[]>();
      for (const observation of [...kept, ...observations]) {
        if (observation.is !== 'message' && observation.is !== 'conversation' && observation.is !== 'official')
          continue;
        const shop = shopOf(join, observation);
        const list = shop && byShop.get(shop);
        if (list) list.push(observation);
        else if (shop) byShop.set(shop, [observation]);
        else if (homeless.length < homelessLimit) homeless.push(observation);
        else lost(1);
      }
      for (const [shop, list] of byShop) boxOf(shop).add(list);
    },
    flush() {
      for (const box of boxes.values()) box.flush();
    },
  };
}
