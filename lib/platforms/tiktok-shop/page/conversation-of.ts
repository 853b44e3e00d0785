import { isChatId } from '../../../chat/id-forms';
import type { InPageAnswer } from '../../platform';

/** The conversation that the page's own object names; `null` where what it says has not the form of one. */
export function conversationOf({ conversation = '' }: InPageAnswer): string | null {
  return isChatId(conversation) ? conversation : null;
}
