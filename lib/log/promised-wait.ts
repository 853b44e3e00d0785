import type { Message } from '../chat/message';
import { usualSessionGap } from '../rates/rate-of';
import { waitingFold } from './fold-conversation';
import type { ConversationRow, RoundRow } from './log-db';
import { markFold } from './marked-wait';

/**
 * The fold of rounds in which nobody waits by the rules, for a promise is a reply to them, and in which an answer was promised
 * that has not come. No rule folds like this, so none counts them, and no deadline is theirs.
 */
export const promiseFold = 'promise';

/**
 * The round of a promise that stands open; none where the buyer waits anyhow, as who wrote again does. `promise`: see
 * `openPromise`. `rounds`: those of the messages and of the mark.
 */
export function promisedWait(
  { shop, conversation, blocked = false, blockedByHand = blocked, setAside, judgedAt }: ConversationRow,
  promise: Message | null,
  rounds: readonly RoundRow[],
): RoundRow[] {
  const waits = ({ fold, waitsUntil }: RoundRow) =>
    (fold === waitingFold || fold === markFold) && waitsUntil !== undefined;
  if (!promise || rounds.some(waits)) return [];
  const { sentAt, uncertain } = promise;
  const id = `~promise:${promise.id}`;
  return [
    {
      shop,
      conversation,
      fold: promiseFold,
      id,
      opening: id,
      asks: [{ id, at: sentAt, robot: false }],
      startAt: sentAt,
      sellerStarted: false,
      lastAskAt: sentAt,
      blocked: blockedByHand,
      ...(setAside !== undefined && { byHand: true }),
      judgedAt,
      waitsUntil: sentAt + usualSessionGap * 1000,
      ...(uncertain && { uncertain }),
    },
  ];
}
