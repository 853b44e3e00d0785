import type { Message } from '../chat/message';
import { usualSessionGap } from '../rates/rate-of';
import { waitingFold } from './fold-conversation';
import type { ConversationRow, SessionRow } from './log-db';
import { markFold } from './marked-wait';

/**
 * The fold of sessions in which nobody waits by the rules, for a promise is a reply to them, and in which an answer was promised
 * that has not come. No rule folds like this, so none counts them, and no deadline is theirs.
 */
export const promiseFold = 'promise';

/**
 * The session of a promise that stands open, of one round; none where the buyer waits anyhow, as who wrote again does.
 * `promise`: see `openPromise`. `sessions`: those of the messages and of the mark.
 */
export function promisedWait(
  { shop, conversation, blocked = false, blockedByHand = blocked, setAside, judgedAt }: ConversationRow,
  promise: Message | null,
  sessions: readonly SessionRow[],
): SessionRow[] {
  const waits = ({ fold, waitsUntil }: SessionRow) =>
    (fold === waitingFold || fold === markFold) && waitsUntil !== undefined;
  if (!promise || sessions.some(waits)) return [];
  const { sentAt, uncertain } = promise;
  const id = `~promise:${promise.id}`;
  return [
    {
      shop,
      conversation,
      fold: promiseFold,
      opening: id,
      sellerStarted: false,
      blocked: blockedByHand,
      ...(setAside !== undefined && { byHand: true }),
      rounds: [{ asks: [{ id, at: sentAt, robot: false }], ...(uncertain && { uncertain }) }],
      lastAskAt: sentAt,
      judgedAt,
      waitsUntil: sentAt + usualSessionGap * 1000,
    },
  ];
}
