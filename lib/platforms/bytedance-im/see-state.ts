import { isChatId, isId } from '../../chat/id-forms';
import type { Observation, SeenConversation } from '../../chat/observation';
import { sentMs } from '../instant-ms';
import { notUnderstood } from '../not-understood';
import type { CoreInfo } from './core-info';
import type { Dialect } from './dialect';

/** What the core info of a conversation tells: whether its buyer waits, and since when. `at`: when it arrived, ms. */
export function seeState(core: CoreInfo, at: number, dialect: Dialect): Observation[] {
  const { conversation, countdown, countdownTime } = core;
  const account = isChatId(conversation) ? dialect.accountOf(conversation, core.shop) : undefined;
  if (account === undefined) return [notUnderstood('conversation_id')];
  if (account === null) return [];
  if (account !== '' && !isId(account)) return [notUnderstood('pigeon_shop_id')];
  // Only the two values that were seen say anything; a third is no "no" (bytedance-im.md section 6).
  const waiting = countdown === 'true' ? true : countdown === 'false' ? false : undefined;
  const since = waiting && countdownTime !== '' ? sentMs(Number(countdownTime), at) : undefined;
  const seen: SeenConversation = {
    is: 'conversation',
    sense: 'network',
    ...(account !== '' && { account }),
    conversation,
    at,
    ...(waiting !== undefined && { waiting }),
    ...(typeof since === 'number' && { waitingSince: since }),
  };
  return since === null ? [seen, notUnderstood('countdown_time')] : [seen];
}
