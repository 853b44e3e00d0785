import { tz } from '@date-fns/tz';
import { formatISO } from 'date-fns/formatISO';
import Dexie from 'dexie';
import { zoneOfMarket } from '../chat/market-zone';
import { type ShopId, shopParts } from '../chat/shop';
import { csvLine } from './csv-line';
import { waitingFold } from './fold-conversation';
import type { LogDb, SessionRow } from './log-db';

const columns = [
  'shop',
  'conversation',
  'buyer',
  'asked_at',
  'messages',
  'answered_at',
  'seconds',
  'agent',
  'robot_answered',
  'seller_started',
  'blocked',
];

const pageSize = 500;

/**
 * Every round as a line of a table, shop by shop, and session by session in the order of their newest questions: when it was asked and
 * answered, on the market's clock with its offset, and by whom. The first line names the columns.
 */
export async function* exportRounds(db: LogDb): AsyncGenerator<string> {
  // Excel takes a file for UTF-8 only by this mark.
  yield `\uFEFF${columns.join(',')}\r\n`;
  for (const { shop } of await db.shops.toArray()) {
    for (let offset = 0; ; offset += pageSize) {
      const sessions = await db.sessions
        .where('[shop+fold+lastAskAt]')
        .between([shop, waitingFold, Dexie.minKey], [shop, waitingFold, Dexie.maxKey])
        .offset(offset)
        .limit(pageSize)
        .toArray();
      if (sessions.length === 0) break;
      yield await linesOf(db, shop, sessions);
    }
  }
}

async function linesOf(db: LogDb, shop: ShopId, sessions: readonly SessionRow[]): Promise<string> {
  const zone = { in: tz(zoneOfMarket(shopParts(shop)?.market ?? '')) };
  const keys = sessions.map(({ conversation }): [ShopId, string] => [shop, conversation]);
  const conversations = await db.conversations.bulkGet(keys);
  const lines = sessions.flatMap(({ conversation, rounds, sellerStarted, blocked }, index) =>
    rounds.map(({ asks, reply }) => {
      const startAt = asks[0]?.at ?? 0;
      return csvLine([
        shop,
        conversation,
        conversations[index]?.buyer ?? null,
        formatISO(startAt, zone),
        asks.length,
        reply ? formatISO(reply.at, zone) : null,
        reply ? (reply.at - startAt) / 1000 : null,
        reply?.agent ?? null,
        asks.some(({ robot }) => robot),
        sellerStarted,
        blocked,
      ]);
    }),
  );
  return lines.join('');
}
