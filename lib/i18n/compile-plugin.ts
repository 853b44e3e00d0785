import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

/** Compiles the ICU messages of `lib/i18n/messages/*.json` at build time, so that no page carries a parser. */
export function compiledMessages() {
  return {
    name: 'lekas:compiled-messages',
    enforce: 'pre' as const,
    transform(source: string, id: string) {
      if (!/\/lib\/i18n\/messages\/[\w-]+\.json(?:\?\w+)?$/.test(id)) return null;
      const messages = JSON.parse(source) as Record<string, string>;
      const compiled = Object.entries(messages).map(([key, text]) => [key, compileMessageOrThrow(text)]);
      const code = JSON.stringify(Object.fromEntries(compiled));
      // What is asked for with a query is no JSON to the bundler any more, but a module.
      return { code: id.includes('?') ? `export default ${code};` : code, map: null };
    },
  };
}
