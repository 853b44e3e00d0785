import type { Message } from './message';

/** What the shop's side wrote within so much of a buyer's message (ms) was hardly typed (shopee.md section 5: "about 2 s"). */
const hardlyTypedMs = 2000;

/**
 * Where a platform tells the shop's side only, gives each such message of a conversation its author: a robot where it
 * follows a buyer's at once, a person otherwise. OUR OWN GUESS, and the message says so (`guess`): no platform was
 * found to publish it. A pure function of the set, so that order and repetition of looks leave no trace; what a vague
 * time leaves open is read against the seller.
 */
export function withGuessedAuthors(messages: readonly Message[]): readonly Message[] {
  if (!messages.some(({ guess }) => guess === 'side')) return messages;
  // A sighting without id may be dropped again, and with it what it had made of its neighbours.
  const buyers = messages.filter(({ author, id }) => author === 'buyer' && !id.startsWith('~'));
  return messages.map(message => {
    if (message.guess !== 'side') return message;
    const author = buyers.some(buyer => followsAtOnce(message, buyer)) ? 'robot' : 'seller';
    return author === message.author ? message : { ...message, author };
  });
}

function followsAtOnce(message: Message, buyer: Message): boolean {
  const latest = message.sentAt + (message.uncertain ?? 0);
  const soonest = message.sentAt - buyer.sentAt - (buyer.uncertain ?? 0);
  return latest >= buyer.sentAt && soonest <= hardlyTypedMs;
}
