import type { Ask, Reply, Round } from '../chat/round';
import { isInForce, type Version } from '../rules/versions-of';
import { localDay } from './local-day';

/** What the rounds of a session share. */
interface InSession {
  readonly conversation: string;
  /** The id of the session's first ask. */
  readonly opening: string;
  /** A seller's message opened the session, robots aside. */
  readonly sellerStarted: boolean;
  readonly blocked: boolean;
  /** The seller said that this chat does not count. */
  readonly byHand?: true;
}

/** A session with what its conversation adds, as the log keeps it. */
export interface LoggedSession extends InSession {
  /** In order; never empty. */
  readonly rounds: readonly Round[];
}

/** One round alone, with what its session and conversation add. */
export interface LoggedRound extends Round, InSession {
  /** The id of its first ask. */
  readonly id: string;
  /** ms: when its first ask was sent. */
  readonly startAt: number;
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

/** The units of a rule's version in these sessions: those that start on one of its days. */
export function unitsOf(sessions: readonly LoggedSession[], version: Version): Unit[] {
  const units = sessions.flatMap(unitsBy[version.unit]);
  const { after, until } = version.days;
  if (after === undefined && until === undefined) return units;
  return units.filter(({ start }) => isInForce(version, localDay(start, version.zone).key));
}

/** The same of a round alone: where a rule counts a session once, a later round than its first has none. */
export function unitsOfRound(round: LoggedRound, version: Version): Unit[] {
  const countsOnce = version.unit === 'first-response' || version.unit === 'whole-session';
  return countsOnce && round.id !== round.opening ? [] : unitsOf([{ ...round, rounds: [round] }], version);
}

const unitsBy = {
  message: session => session.rounds.flatMap(round => round.asks.map(ask => unit(session, ask.id, [part(round, ask)]))),
  round: session => session.rounds.flatMap(round => unitOf(session, [round])),
  'first-response': session => unitOf(session, session.rounds.slice(0, 1)),
  'whole-session': session => unitOf(session, session.rounds),
} satisfies Record<Version['unit'], (session: LoggedSession) => Unit[]>;

/** The unit of rounds that are judged together, each by its first ask. */
function unitOf(session: LoggedSession, rounds: readonly Round[]): Unit[] {
  const id = rounds[0]?.asks[0]?.id;
  if (id === undefined) return [];
  const parts = rounds.flatMap(round => round.asks.slice(0, 1).map(ask => part(round, ask)));
  return [unit(session, id, parts)];
}

const part = ({ reply }: Round, ask: Ask): UnitPart => ({ start: ask.at, robot: ask.robot, ...(reply && { reply }) });

function unit(session: LoggedSession, id: string, parts: readonly UnitPart[]): Unit {
  const { conversation, sellerStarted, blocked, byHand = false } = session;
  return { conversation, id, start: parts[0]?.start ?? 0, sellerStarted, blocked, byHand, parts };
}
