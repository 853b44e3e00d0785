import { isNamedChat } from '../chat/named-chat';
import { gapBetween, type VagueInstant } from '../chat/vague-instant';
import type { WaitingRound } from '../rates/deadlines';

/** Two waits that began this close together (ms) may be one, told once by the page's clock and once by the platform's. */
const sameMs = 2000;

/**
 * Leaves out the waits known by a buyer's name alone for which one known by its conversation stands that began at the
 * same moment and has no name of its own, one for one; it takes the name where no other could. Nobody is shown to wait
 * twice because the page told of the wait before it told whose it is.
 */
export function withoutTwins(waiting: readonly WaitingRound[]): WaitingRound[] {
  const named = waiting.filter(({ conversation }) => isNamedChat(conversation));
  if (named.length === 0) return [...waiting];
  const rest = new Map(waiting.filter(round => !named.includes(round)).map(round => [round.conversation, round]));
  const free = new Set([...rest.values()].filter(({ buyer }) => buyer === undefined));
  const alone = named.filter(round => {
    const twins = [...free].filter(other => isSameMoment(round, other));
    const [twin] = twins;
    if (!twin) return true;
    free.delete(twin);
    const isOnly = twins.length === 1 && named.filter(other => isSameMoment(other, twin)).length === 1;
    if (isOnly && round.buyer !== undefined) rest.set(twin.conversation, { ...twin, buyer: round.buyer });
    return false;
  });
  return [...rest.values(), ...alone];
}

const isSameMoment = (a: WaitingRound, b: WaitingRound) =>
  b.asks.some(ask => gapBetween(startOf(a), { ...startOf(b), at: ask.at }) <= sameMs);

const startOf = ({ startAt, uncertain = 0 }: WaitingRound): VagueInstant => ({ at: startAt, uncertain });
