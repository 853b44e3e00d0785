import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { isSayable, type Message } from './say.ts';

/** Compiles the ICU messages of `lib/i18n/messages/*.json` at build time, so that no page carries a parser. */
export function compiledMessages() {
  return {
    name: 'lekas:compiled-messages',
    enforce: 'pre' as const,
    transform(source: string, id: string) {
      if (!/\/lib\/i18n\/messages\/[\w-]+\.json(?:\?\w+)?$/.test(id)) return null;
      const messages = JSON.parse(source) as Record<string, string>;
      const all = Object.entries(messages).map(([key, text]) => [key, compiled(key, text)]);
      const code = JSON.stringify(Object.fromEntries(all));
      // What is asked for with a query is no JSON to the bundler any more, but a module.
      return { code: id.includes('?') ? `export default ${code};` : code, map: null };
    },
  };
}

/** A message that asks for more than we say, such as a date, would be said wrong. */
function compiled(key: string, text: string): Message {
  const message: unknown = JSON.parse(JSON.stringify(compileMessageOrThrow(text)));
  if (!isSayable(message)) throw new Error(`${key} asks for more than places and plurals: ${text}`);
  return lean(message);
}

/** Words alone without the list of one that they are. A `#` alone is none: it is said as the number. */
function lean(message: Message): Message {
  if (typeof message === 'string') return message;
  const [only, ...more] = message;
  if (typeof only === 'string' && only !== '#' && more.length === 0) return only;
  return message.map(part => {
    const [place, kind, forms] = typeof part === 'string' ? [] : part;
    if (place === undefined || kind === undefined || forms === undefined) return part;
    return [place, kind, Object.fromEntries(Object.entries(forms).map(([form, said]) => [form, lean(said)]))];
  });
}
