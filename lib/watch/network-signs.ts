import type { Observation } from '../chat/observation';
import type { NotOurs, NotUnderstood } from '../platforms/platform';
import { type CursorChain, chainAfter, noChain } from './cursor-chain';

/** What the exchanges of one page told about themselves, so far. */
export interface NetworkSigns {
  /** Exchanges that were read, empty ones included. */
  readonly read: number;
  /** By path: how many were not understood, or only in part, since one that was. A path that works does not vouch for another. */
  readonly notUnderstood: Readonly<Record<string, number>>;
  /** Some exchange told of a message or a conversation: the inbox is not empty. */
  readonly chats: boolean;
  /** The last word that an exchange had on it was a lost sign-in. */
  readonly signedOut: boolean;
  readonly chain: CursorChain;
}

export const noNetworkSigns: NetworkSigns = {
  read: 0,
  notUnderstood: {},
  chats: false,
  signedOut: false,
  chain: noChain,
};

/** The signs after one more exchange. `url` is the exchange's; `result` is what the platform's `decode` answered. */
export function networkSignsAfter(
  signs: NetworkSigns,
  url: string,
  result: readonly Observation[] | NotUnderstood | NotOurs,
): NetworkSigns {
  if ('notOurs' in result) return signs;
  const path = url.replace(/[?#].*$/s, '');
  const before = signs.notUnderstood[path] ?? 0;
  const counted = (count: number) => ({ ...signs.notUnderstood, [path]: count });
  if ('notUnderstood' in result) {
    const signedOut = signs.signedOut || result.hint === 'signed-out';
    return { ...signs, signedOut, notUnderstood: counted(before + 1) };
  }
  const failed = result.filter(seen => seen.is === 'not-understood').length;
  // An empty poll proves nothing about the message that could not be read before it.
  const vouches = result.length > 0 && failed === 0;
  return {
    read: signs.read + 1,
    chats: signs.chats || result.some(({ is }) => is === 'message' || is === 'conversation'),
    signedOut: false,
    chain: chainAfter(signs.chain, result),
    notUnderstood: failed > 0 ? counted(before + failed) : vouches && before > 0 ? counted(0) : signs.notUnderstood,
  };
}
