import type { Author } from '../../chat/message';
import type { MessageBody } from './message-body';

/** What a message is in the counting of one site. */
export interface Judged {
  readonly author: Author;
  /** It ends its session. */
  readonly closes?: true;
  /** The welcome that greets every buyer. */
  readonly greets?: true;
  /** See Message. */
  readonly promise?: true;
}

/** What one site does its own way with the format that it shares with the other (bytedance-im.md, its introduction). */
export interface Dialect {
  /** Who wrote a chat message; `null` where its marks say nothing that is known. */
  judge(message: MessageBody): Judged | null;
  /**
   * The account a conversation is of: `said` is what stands beside it, empty where nothing does. `null`: it is no chat
   * with a buyer, and passed over; `undefined`: it is named in a way that is not known.
   */
  accountOf(conversation: string, said: string): string | null | undefined;
}
