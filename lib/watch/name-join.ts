import { isNamedChat, namedChat } from '../chat/named-chat';
import type { Observation, SeenConversation } from '../chat/observation';

/** A timer and the message that started it may be told this far apart (ms): by whole seconds, and drawn a moment late. */
const sameMs = 2000;
/** So long (ms) the network has to tell of what a row shows. */
const patienceMs = 3000;
/** A wait as young as this (ms) proves nothing about either sense. */
const settleMs = 10_000;
/** Moments of the network that are remembered: of the newest messages and waits. */
const rememberedMoments = 2000;

interface Moment {
  readonly conversation: string;
  /** ms. */
  readonly at: number;
}

export interface NameJoin {
  /** Takes note of when the network says that something happened in which conversation. */
  hear(observations: readonly Observation[]): void;
  /** The states of one look at `at`, ms, with the chats of names given to the conversations that they are known to be. */
  joined(states: readonly SeenConversation[], at: number): SeenConversation[];
  /** How many waits began since `startedAt`, ms, and are shown by the page alone. */
  readonly strangers: number;
}

/**
 * Says which conversation a row is that shows only its buyer's name. The open chat says it; else the timer does, where at
 * the moment it began to run something happened in one conversation alone. Where it may be one of several, the network has
 * told of the wait, and the row is passed over; where the network knows of nothing, the row is passed on as it is, for
 * then the page alone has seen it. A page whose clock never agreed with the network's proves nothing by its moments: there a
 * row is passed on only where it shows more waits than the network has told of, the newest ones.
 */
export function nameJoin(startedAt: number): NameJoin {
  const homes = new Map<string, string>();
  const waits = new Map<string, boolean>();
  const firstSeen = new Map<string, number>();
  let moments: Moment[] = [];
  let agrees = false;
  let strangers = 0;

  const taken = () => new Set(homes.values());

  function hear(observations: readonly Observation[]): void {
    for (const one of observations) {
      if (one.is === 'message') {
        moments.push({ conversation: one.conversation, at: one.sentAt });
        if (one.author === 'buyer') waits.set(one.conversation, true);
        if (one.author === 'seller' || one.kind === 'close') waits.set(one.conversation, false);
      } else if (one.is === 'conversation') {
        if (one.waitingSince !== undefined) moments.push({ conversation: one.conversation, at: one.waitingSince });
        if (one.waiting !== undefined) waits.set(one.conversation, one.waiting);
      }
    }
    moments = moments.slice(-rememberedMoments);
  }

  /** The conversations, none of them known by another name, in which something happened when the wait began. */
  function candidates({ waitingSince = 0, waitingUncertain = 0 }: SeenConversation): string[] {
    const homeless = taken();
    const from = waitingSince - sameMs;
    const to = waitingSince + waitingUncertain + sameMs;
    const near = moments.filter(({ at, conversation }) => at >= from && at <= to && !homeless.has(conversation));
    return [...new Set(near.map(({ conversation }) => conversation))];
  }

  /** How many conversations wait by the network's word that no name is known of. */
  function unnamedWaits(): number {
    const named = taken();
    return [...waits].filter(([conversation, isWaiting]) => isWaiting && !named.has(conversation)).length;
  }

  function learn(states: readonly SeenConversation[]): void {
    for (const { conversation, buyer } of states) {
      if (buyer !== undefined && !isNamedChat(conversation)) homes.set(namedChat(buyer), conversation);
    }
    const open = states.filter(isUnknown).map(state => ({ state, near: candidates(state) }));
    for (const { state, near } of open) {
      const [only] = near;
      const isOnly = near.length === 1 && open.filter(other => other.near.some(one => one === only)).length === 1;
      if (only === undefined || !isOnly) continue;
      homes.set(state.conversation, only);
      agrees = true;
    }
  }

  const isUnknown = (state: SeenConversation) =>
    isNamedChat(state.conversation) &&
    !homes.has(state.conversation) &&
    state.waiting === true &&
    state.waitingSince !== undefined;

  return {
    hear,
    get strangers() {
      return strangers;
    },
    joined(states, at) {
      learn(states);
      const unknown = states.filter(isUnknown);
      const isNetworkSilent = moments.length === 0;
      const surplus = Math.max(0, unknown.length - unnamedWaits());
      const newest = [...unknown].sort(newestFirst).slice(0, surplus);
      const strange = unknown.filter(state => {
        const since = firstSeen.get(state.conversation) ?? at;
        firstSeen.set(state.conversation, since);
        if (isNetworkSilent) return true;
        return at - since >= patienceMs && candidates(state).length === 0 && (agrees || newest.includes(state));
      });
      for (const name of firstSeen.keys()) {
        if (!unknown.some(({ conversation }) => conversation === name)) firstSeen.delete(name);
      }
      strangers = strange.filter(
        ({ waitingSince = 0 }) => waitingSince >= startedAt && at - waitingSince >= settleMs,
      ).length;
      return states.flatMap(state => {
        const conversation = homes.get(state.conversation);
        if (conversation !== undefined) return [{ ...state, conversation }];
        return isUnknown(state) && !strange.includes(state) ? [] : [state];
      });
    },
  };
}

const newestFirst = (a: SeenConversation, b: SeenConversation) => (b.waitingSince ?? 0) - (a.waitingSince ?? 0);
