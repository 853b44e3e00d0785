/** How much a tab may send: so much at once, and so much more each second. */
export interface AllowanceArgs {
  readonly atOnce: number;
  readonly perSecond: number;
}

export interface Allowance {
  /** Whether the tab may send something that costs this much, at `now` (ms); if so it is taken off. */
  take(tab: number | undefined, cost: number, now: number): boolean;
}

/**
 * A seller's inbox of hundreds of chats with all their history fits into what may come at once; what is written in the
 * busiest shop is a hundredth of what may come each second. More than that is no chat: a page that floods.
 */
export const usualAllowance: AllowanceArgs = { atOnce: 60_000, perSecond: 500 };

/** What one message costs by itself, whatever it holds: to answer it takes a look at the log. */
export const messageCost = 10;

/** Each tab by itself: one that floods takes nothing from another. Kept in memory alone: a worker that starts anew forgives. */
export function allowance({ atOnce, perSecond }: AllowanceArgs): Allowance {
  const left = new Map<number | undefined, { readonly amount: number; readonly at: number }>();

  function leftOf(tab: number | undefined, now: number): number {
    const { amount, at } = left.get(tab) ?? { amount: atOnce, at: now };
    // A clock that was set back gives nothing, and takes nothing.
    return Math.min(atOnce, amount + (Math.max(0, now - at) * perSecond) / 1000);
  }

  return {
    take(tab, cost, now) {
      const amount = leftOf(tab, now);
      const mayGo = amount >= cost;
      left.set(tab, { amount: mayGo ? amount - cost : amount, at: now });
      for (const other of left.keys()) if (other !== tab && leftOf(other, now) >= atOnce) left.delete(other);
      return mayGo;
    },
  };
}
