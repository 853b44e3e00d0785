import type { Ask, Reply, Round } from '../chat/round';
import type { Rule } from '../rules/rule';

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
  /** One ask and its reply; several only where a rule judges the session as a whole. */
  readonly parts: readonly UnitPart[];
}

export interface UnitPart {
  readonly start: number;
  readonly reply?: Reply;
  readonly robot: boolean;
}

/** The units of `rule` among the rounds of one conversation, which are given in order and whole session by session. */
export function unitsOf(rounds: readonly LoggedRound[], rule: Rule): Unit[] {
  switch (rule.unit) {
    case 'message':
      return rounds.flatMap(round => round.asks.map(ask => unit(round, ask.id, [part(round, ask)])));
    case 'round':
      return rounds.map(round => unit(round, round.id, [firstPart(round)]));
    case 'first-response':
      return rounds.filter(round => round.id === round.opening).map(round => unit(round, round.id, [firstPart(round)]));
    case 'whole-session':
      return rounds
        .filter(round => round.id === round.opening)
        .map(first => {
          const parts = rounds.filter(({ opening }) => opening === first.id).map(firstPart);
          return unit(first, first.id, parts);
        });
  }
}

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

function unit({ conversation, sellerStarted, blocked }: LoggedRound, id: string, parts: readonly UnitPart[]): Unit {
  return { conversation, id, start: parts[0]?.start ?? 0, sellerStarted, blocked, parts };
}
