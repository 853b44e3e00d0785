import { accountOf } from '../chat-account';
import { findAll, findFirst } from './find';
import { words } from './selectors';
import { textsIn } from './texts-in';

/** The chat whose thread the page shows, as far as it says so. */
export interface OpenChat {
  /** The conversation and its shop, by the composer's class. */
  readonly named: { readonly conversation: string; readonly account: string } | null;
  /** What may be the buyer's name, by the bar above the thread; likeliest first. */
  readonly names: readonly string[];
}

/** The composer's class names the conversation, the bar above the thread its buyer (feige.md section 2). */
export function openChat(document: Document): OpenChat {
  const inputs = findAll(document, 'open-conversation')?.elements ?? [];
  const classes = inputs.flatMap(input => Array.from(input.classList));
  const [named = null] = classes.flatMap(name => {
    const conversation = /inputArea_(.+)$/.exec(name)?.[1] ?? '';
    const account = accountOf(conversation);
    return account ? [{ conversation, account }] : [];
  });
  const bar = findFirst(document, 'open-buyer');
  const texts = bar ? textsIn(bar) : [];
  return { named, names: texts.filter(text => !words.noName.some(word => word === text)) };
}
