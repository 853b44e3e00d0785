import type { Ask, Reply, Round } from '../chat/round';
import { isInForce, type Version } from '../rules/versions-of';
import { localDay } from './local-day';

/** A round with what its session and conversation add, as the log keeps it. */
export interface LoggedRound extends Round {
  readonly conversation: string;
  /** The id of its first ask. */
  readonly id: string;
  /** The id of the session's first ask: rounds of one session share it. */
  readonly opening: string;
  /** ms: when its first ask was sent. */
  readonly startAt: number;
  /** A seller's message opened the session, robots aside. */
  readonly sellerStarted: boolean;
  readonly blocked: boolean;
  /** The seller said that this chat does not count. */
  readonly byHand?: true;
}

/** What a rule counts once. */
export interface Unit {
  readonly conversation: string;
  /** The id of the (first) buyer message. */
  readonly id: string;
  /** ms. */
  readonly start: number;
  readonly sellerStarted: boolean;
  readonly blocked: boolean;
  readonly byHand: boolean;
  /** One ask and its reply; several only where a rule judges the session as a whole. */
  readonly parts: readonly UnitPart[];
}

export interface UnitPart {
  readonly start: number;
  readonly reply?: Reply;
  readonly robot: boolean;
}

/**
 * The units of a rule's version among the rounds of one conversation, which are given in order and whole session by
 * session: those that start on one of its days.
 */
export function unitsOf(rounds: readonly LoggedRound[], version: Version): Unit[] {
  const units = unitsBy[version.unit](rounds);
  const { after, until } = version.days;
  if (after === undefined && until === undefined) return units;
  return units.filter(({ start }) => isInForce(version, localDay(start, version.zone).key));
}

const unitsBy = {
  message: rounds => rounds.flatMap(round => round.asks.map(ask => unit(round, ask.id, [part(round, ask)]))),
  round: rounds => rounds.map(round => unit(round, round.id, [firstPart(round)])),
  'first-response': rounds => rounds.filter(opens).map(round => unit(round, round.id, [firstPart(round)])),
  'whole-session': rounds =>
    rounds.filter(opens).map(first => {
      const parts = rounds.filter(({ opening }) => opening === first.id).map(firstPart);
      return unit(first, first.id, parts);
    }),
} satisfies Record<Version['unit'], (rounds: readonly LoggedRound[]) => Unit[]>;

const opens = ({ id, opening }: LoggedRound) => id === opening;

const firstPart = (round: LoggedRound): UnitPart => ({
  start: round.startAt,
  robot: round.asks[0]?.robot ?? false,
  ...(round.reply && { reply: round.reply }),
});

const part = (round: LoggedRound, ask: Ask): UnitPart => ({
  start: ask.at,
  robot: ask.robot,
  ...(round.reply && { reply: round.reply }),
});

function unit(round: LoggedRound, id: string, parts: readonly UnitPart[]): Unit {
  const { conversation, sellerStarted, blocked, byHand = false } = round;
  return { conversation, id, start: parts[0]?.start ?? 0, sellerStarted, blocked, byHand, parts };
}
