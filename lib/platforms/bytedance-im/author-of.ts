import type { Author } from '../../chat/message';
import type { MessageBody } from './message-body';
import type { MessageMarks } from './message-marks';

type Test = readonly [(marks: MessageMarks, sender: string) => boolean, Author];

/** bytedance-im.md section 6, "Author of a message, in this order". The first test that holds decides. */
const inOrder: readonly Test[] = [
  [({ role, bizRole, hidden }) => hidden || (role === '' && bizRole === ''), 'system'],
  // The buyer opened the chat, or came from a product: an event in the buyer's name that asks nothing.
  [marks => isBuyer(marks) && marks.attention === 'false', 'system'],
  [isBuyer, 'buyer'],
  [(marks, sender) => isShopSide(marks) && isGenerated(marks, sender), 'robot'],
  [isShopSide, 'seller'],
  // Whether 3 is the platform or its robot is disputed; neither is a buyer or a person.
  [({ role }) => role === '3' || role === '4', 'system'],
];

/** Who wrote a chat message; `null` where its marks say nothing that is known. */
export function authorOf({ marks, sender }: Pick<MessageBody, 'marks' | 'sender'>): Author | null {
  for (const [holds, author] of inOrder) if (holds(marks, sender)) return author;
  return null;
}

function isBuyer({ role, bizRole }: MessageMarks): boolean {
  return role === '1' || bizRole === 'Buyer';
}

function isShopSide({ role, bizRole }: MessageMarks): boolean {
  return role === '2' || (role === '' && (bizRole === 'CurrentServer' || bizRole === 'Shop'));
}

function isGenerated(marks: MessageMarks, sender: string): boolean {
  return (
    marks.from === 'api' ||
    marks.magellan === 'automatic_robot' ||
    marks.greeting ||
    marks.type === 'card_greeting' ||
    marks.bizRole === 'Shop' ||
    (marks.shop !== '' && marks.shop === sender)
  );
}
