import { sendMessage } from '../messaging/messenger';
import { receivePort } from '../page-world/receive-port';
import type { NumbersReader } from '../platforms/platform';
import { readCopied } from './read-copied';
import type { ScriptLife } from './script-context';

/** Hands on the numbers that a platform's own page receives of a shop. Nothing of the page itself is read. */
export function watchNumbers({ id, decode }: NumbersReader, ctx: ScriptLife): void {
  receivePort(window, { onCopied, signal: ctx.signal });

  function onCopied(raw: unknown): void {
    const exchange = ctx.isValid ? readCopied(raw) : null;
    if (!exchange || 'notUnderstood' in exchange) return;
    const told = decode(exchange);
    const numbers = Array.isArray(told) ? told.filter(({ is }) => is === 'official') : [];
    if (numbers.length === 0) return;
    // What is not heard is shown again at the next visit; nothing else rests on it.
    sendMessage('numbers', { platform: id, observations: numbers }).catch(() => {});
  }
}
