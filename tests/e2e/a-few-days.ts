import type { Message } from '@/lib/chat/message';
import type { SimulatedInbox } from '../pages/tiktok-shop/inbox.ts';
import type { ExtensionBrowser } from './browser.ts';
import { rowsOf, untilLogged } from './in-the-log.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** What happened before: in time, late, missed, left to a robot, begun by the seller, and a second question too late. */
export function aFewDays(inbox: SimulatedInbox): void {
  const quiet = true;
  const buyer = (name: string, back: number) => inbox.buyer(name, Date.now() - back);
  const [wulan, damar, sekar] = [buyer('Wulan Safitri', 2 * day), buyer('Damar', 2 * day), buyer('Sekar', 3 * day)];
  const [bagas, laras, indah] = [buyer('Bagas', 4 * day), buyer('Laras', 5 * day), buyer('Indah', 6 * day)];
  const then = (back: number, after = 0) => Date.now() - back + after * hour;
  inbox.buyerWrites(wulan, { at: then(2 * day), quiet });
  inbox.sellerAnswers(wulan, { at: then(2 * day, 1), quiet });
  inbox.buyerWrites(damar, { at: then(2 * day), quiet });
  inbox.sellerAnswers(damar, { at: then(2 * day, 13), quiet });
  inbox.buyerWrites(sekar, { at: then(3 * day), kind: 'order-card', quiet });
  inbox.buyerWrites(bagas, { at: then(4 * day), quiet });
  inbox.robotAnswers(bagas, { at: then(4 * day, 0.01), quiet });
  inbox.sellerStarts(laras, { at: then(5 * day), quiet });
  inbox.buyerWrites(laras, { at: then(5 * day, 1), quiet });
  inbox.sellerAnswers(laras, { at: then(5 * day, 2), quiet });
  inbox.buyerWrites(indah, { at: then(6 * day), quiet });
  inbox.sellerAnswers(indah, { at: then(6 * day, 0.02), quiet });
  inbox.buyerWrites(indah, { at: then(6 * day, 3), quiet });
  inbox.sellerAnswers(indah, { at: then(6 * day, 20), quiet });
}

/** All messages once every one that was sent is in the log. */
export async function allLogged(inbox: SimulatedInbox, browser: ExtensionBrowser): Promise<Message[]> {
  await untilLogged(inbox, browser);
  return rowsOf<Message>(browser, 'messages');
}
