import type { SnoozeRow } from '../log/log-db';
import type { Named } from './clocked';

/** What a snooze holds back: one chat or case, or all of them. */
export function snoozeKey(chat?: Pick<Named, 'shop' | 'conversation'>): string {
  return chat ? `${chat.shop} ${chat.conversation}` : 'all';
}

/** Half-open. A clock that was set back to before it began ends it: nobody asked to wait that long. */
export function isSnoozing({ from, until }: SnoozeRow, now: number): boolean {
  return from <= now && now < until;
}

/** The snoozes that concern a round, its chat's before that of all. A new question is not what was put off. */
export function snoozesOf(round: Named, snoozes: readonly SnoozeRow[]): SnoozeRow[] {
  const own = snoozes.filter(({ key, round: id }) => key === snoozeKey(round) && id === round.id);
  return [...own, ...snoozes.filter(({ key }) => key === snoozeKey())];
}
