import type { Rule } from '../rules/rule';
import { isCostly } from './parts-of';
import { quantile, summaryOf, sumTimes, type TimeSummary } from './reply-times';
import type { Verdict } from './verdict';

/** A unit that was answered, or not, as far as an agent's figures ask. */
export interface AnsweredUnit {
  readonly verdict: Verdict;
  /** Who sent the reply that decided; `null` where nobody did, or the platform does not say. */
  readonly agent: string | null;
  /** ms from the ask to that reply; `null` where there is none. */
  readonly tookMs: number | null;
}

export interface AgentFigure {
  /** `null`: answered by somebody of whom the platform does not say who it was. */
  readonly agent: string | null;
  /** Counted units that the agent answered. */
  readonly answered: number;
  /** Of these, those in time; of a mean, within its target. */
  readonly inTime: number;
  /** ms, to within 1 %; `null` where no answer has a time. */
  readonly median: number | null;
}

/**
 * What each agent answered, who answered most first. What nobody answered is nobody's, so that these add up to the counted
 * units less the missed.
 */
export function agentsOf(units: readonly AnsweredUnit[], rule: Pick<Rule, 'target'>): AgentFigure[] {
  const found = new Map<string | null, { answered: number; inTime: number; times: TimeSummary[] }>();
  for (const { verdict, agent, tookMs } of units) {
    if (!isAnswered(verdict)) continue;
    const figure = found.get(agent) ?? { answered: 0, inTime: 0, times: [] };
    found.set(agent, figure);
    figure.answered++;
    if (!isCostly(verdict, rule)) figure.inTime++;
    if (tookMs !== null && tookMs >= 0) figure.times.push(summaryOf(tookMs));
  }
  return [...found]
    .map(([agent, { answered, inTime, times }]) => ({
      agent,
      answered,
      inTime,
      median: quantile(sumTimes(times), 0.5),
    }))
    .sort((a, b) => b.answered - a.answered);
}

const isAnswered = (verdict: Verdict) =>
  verdict.is === 'in-time' || verdict.is === 'late' || (verdict.is === 'took' && !verdict.unanswered);
