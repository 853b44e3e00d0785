import type { SetAsideBecause } from '../chat/set-aside';
import type { ShopId } from '../chat/shop';
import type { LogDb } from './log-db';

/** A conversation that does not count, or counts though its buyer is blocked, and who says so. */
export interface MarkedChat {
  readonly shop: ShopId;
  readonly conversation: string;
  readonly buyer: string | null;
  /** `aside`: the seller set it aside. `blocked`, `not-blocked`: the seller says so. `seen-blocked`: the platform does. */
  readonly is: 'aside' | 'blocked' | 'not-blocked' | 'seen-blocked';
  /** Of one that was set aside. */
  readonly because?: SetAsideBecause;
}

/** Those chats, the last seen first. Reads every conversation: only for a page that is opened now and then. */
export async function markedChats(db: LogDb): Promise<MarkedChat[]> {
  const rows = await db.conversations
    .filter(
      ({ setAside, blockedByHand, blocked = false }) =>
        setAside !== undefined || blockedByHand !== undefined || blocked,
    )
    .toArray();
  return rows
    .sort((a, b) => (b.seenAt ?? 0) - (a.seenAt ?? 0))
    .flatMap(({ shop, conversation, buyer = null, setAside, blockedByHand, blocked = false }): MarkedChat[] => {
      const chat = { shop, conversation, buyer };
      const aside: MarkedChat[] = setAside === undefined ? [] : [{ ...chat, is: 'aside', because: setAside }];
      if (blockedByHand !== undefined) aside.push({ ...chat, is: blockedByHand ? 'blocked' : 'not-blocked' });
      else if (blocked) aside.push({ ...chat, is: 'seen-blocked' });
      return aside;
    });
}
