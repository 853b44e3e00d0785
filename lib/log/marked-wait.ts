import type { Message } from '../chat/message';
import { usualSessionGap } from '../rates/rate-of';
import { waitingFold } from './fold-conversation';
import type { ConversationRow, SessionRow } from './log-db';

/**
 * The fold of sessions that only a mark tells of: the platform says that a buyer waits, and no message of that wait is
 * known. They are shown and reminded of like any other wait. No rule folds like this, so none counts them: a mark tells
 * neither how many messages there are nor, once it is gone, when the answer came, and once a message is known, the round
 * it opens takes the mark's place.
 */
export const markFold = 'mark';

/**
 * The session of a conversation's mark, of one round; none where its messages already tell of a buyer who waits, or of an answer
 * or an end since. A vague answer that may lie before the mark is no answer to it. `sessions` are those of the messages.
 */
export function markedWait(
  row: ConversationRow,
  messages: readonly Message[],
  sessions: readonly SessionRow[],
): SessionRow[] {
  const { shop, conversation, wait, judgedAt } = row;
  const blocked = row.blockedByHand ?? row.blocked ?? false;
  const since = wait?.since;
  if (!since || sessions.some(({ fold, waitsUntil }) => fold === waitingFold && waitsUntil !== undefined)) return [];
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
      opening: id,
      sellerStarted: false,
      blocked,
      ...(row.setAside !== undefined && { byHand: true as const }),
      rounds: [
        {
          asks: [{ id, at: since.at, robot: false }],
          ...(since.uncertain > 0 && { uncertain: since.uncertain }),
        },
      ],
      lastAskAt: since.at,
      judgedAt,
      waitsUntil: since.at + usualSessionGap * 1000,
    },
  ];
}
