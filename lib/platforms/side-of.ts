import { has } from './find';

export type Side = 'buyer' | 'shop' | 'system' | 'unknown';

/** How the two sides of a thread are told apart, with the day or month on which that was last known good. */
export interface Sides {
  readonly buyer: string;
  readonly shop: string;
  readonly good: string;
}

/**
 * Whose side a message stands on: the first pair of which one side is found decides. One with neither is a system line;
 * one that shows both at once is not judged.
 */
export function sideOf(element: Element, sides: readonly Sides[]): Side {
  for (const { buyer, shop } of sides) {
    const left = has(element, buyer);
    const right = has(element, shop);
    if (left && right) return 'unknown';
    if (left) return 'buyer';
    if (right) return 'shop';
  }
  return 'system';
}
