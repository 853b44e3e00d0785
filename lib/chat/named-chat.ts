import { printOf } from './print-of';

const beginning = 'named:';

/**
 * The name of a chat of which a page shows the buyer's name and nothing else that tells it apart: no id of a
 * conversation begins like this. `ordinal` tells apart those of buyers who call themselves alike.
 */
export function namedChat(buyer: string, ordinal = 0): string {
  return `${beginning}${printOf(buyer)}${ordinal === 0 ? '' : `.${ordinal}`}`;
}

export const isNamedChat = (conversation: string): boolean => conversation.startsWith(beginning);
