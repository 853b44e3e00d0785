import type { Message } from '../chat/message';
import { usualSessionGap } from '../rates/rate-of';
import { waitingFold } from './fold-conversation';
import type { ConversationRow, RoundRow } from './log-db';

/**
 * The fold of rounds that only a mark tells of: the platform says that a buyer waits, and no message of that wait is
 * known. They are shown and reminded of like any other wait. No rule folds like this, so none counts them: a mark tells
 * neither how many messages there are nor, once it is gone, when the answer came, and once a message is known, the round
 * it opens takes the mark's place.
 */
export const markFold = 'mark';

/**
 * The round of a conversation's mark; none where its messages already tell of a buyer who waits, or of an answer or an
 * end since. A vague answer that may lie before the mark is no answer to it. `rounds` are those of the messages.
 */
export function markedWait(
  row: ConversationRow,
  messages: readonly Message[],
  rounds: readonly RoundRow[],
): RoundRow[] {
  const { shop, conversation, wait, judgedAt } = row;
  const blocked = row.blockedByHand ?? row.blocked ?? false;
  const since = wait?.since;
  if (!since || rounds.some(({ fold, waitsUntil }) => fold === waitingFold && waitsUntil !== undefined)) return [];
  const isOver = messages.some(
    ({ author, kind, sentAt }) => (author === 'seller' || kind === 'close') && sentAt >= since.at,
  );
  if (isOver) return [];
  const id = `~wait:${wait.from ?? since.at}`;
  return [
    {
      shop,
      conversation,
      fold: markFold,
      id,
      opening: id,
      asks: [{ id, at: since.at, robot: false }],
      startAt: since.at,
      sellerStarted: false,
      lastAskAt: since.at,
      blocked,
      ...(row.setAside !== undefined && { byHand: true as const }),
      judgedAt,
      waitsUntil: since.at + usualSessionGap * 1000,
      ...(since.uncertain > 0 && { uncertain: since.uncertain }),
    },
  ];
}
