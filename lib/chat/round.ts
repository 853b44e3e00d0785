import type { Message } from './message';

/** One unanswered buyer message of a round. */
export interface Ask {
  readonly id: string;
  /** ms; the earliest it can have been sent. */
  readonly at: number;
  /** A robot said something after it and before the reply. */
  readonly robot: boolean;
  /** That it was a robot is our guess. */
  readonly guessed?: true;
}

export interface Reply {
  readonly id: string;
  /** ms; the latest it can have been sent: an uncertain time is read against the seller. */
  readonly at: number;
  readonly agent?: string;
}

/** Opened by the first unanswered buyer message, closed by the first reply. */
export interface Round {
  /** Oldest first; never empty. */
  readonly asks: readonly Ask[];
  readonly reply?: Reply;
}

/** Who closes a round: only a person, or a robot as well. */
export type ClosedBy = 'person' | 'anyone';

/**
 * Folds one session (in order, no `system` among it) into its rounds. Later buyer messages join the open round and do
 * not move its start.
 */
export function foldRounds(session: readonly Message[], closedBy: ClosedBy): Round[] {
  const rounds: { asks: { id: string; at: number; robot: boolean; guessed?: true }[]; reply?: Reply }[] = [];
  let open: (typeof rounds)[number] | undefined;
  for (const message of session) {
    const { author, guess, id, sentAt, uncertain = 0, agent } = message;
    if (author === 'buyer') {
      if (!open) {
        open = { asks: [] };
        rounds.push(open);
      }
      open.asks.push({ id, at: sentAt, robot: false });
    } else if (author === 'seller' || (author === 'robot' && closedBy === 'anyone')) {
      if (open) open.reply = { id, at: sentAt + uncertain, ...(agent !== undefined && { agent }) };
      open = undefined;
    } else if (author === 'robot' && open) {
      for (const ask of open.asks) {
        if (!guess) delete ask.guessed;
        else if (!ask.robot) ask.guessed = true;
        ask.robot = true;
      }
    }
  }
  return rounds;
}
