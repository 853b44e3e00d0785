import { inertName } from '../chat/inert-name';
import type { Observation, SeenConversation, SeenMessage } from '../chat/observation';
import type { ConversationRow } from './log-db';
import { waitAfter } from './wait-after';

/** What a batch tells of one conversation. */
export interface Told {
  readonly messages: SeenMessage[];
  readonly states: SeenConversation[];
}

/** A batch by conversation. What is neither message nor state is passed over. */
export function byConversation(observations: readonly Observation[]): Map<string, Told> {
  const seen = new Map<string, Told>();
  for (const observation of observations) {
    if (observation.is !== 'message' && observation.is !== 'conversation') continue;
    const told = seen.get(observation.conversation) ?? { messages: [], states: [] };
    seen.set(observation.conversation, told);
    if (observation.is === 'message') told.messages.push(observation);
    else told.states.push(withInertName(observation));
  }
  return seen;
}

/** Here pass the names that pages tell and those of a file that is taken in, and from here go those that are shown. */
function withInertName(state: SeenConversation): SeenConversation {
  if (state.buyer === undefined) return state;
  const { buyer, ...rest } = state;
  const name = inertName(buyer);
  if (name === '') return rest;
  return name === buyer ? state : { ...rest, buyer: name };
}

/** The newest word wins, at the same instant the network's; an older one still fills what nothing newer has said. */
export function stateAfter(
  row: ConversationRow,
  states: readonly SeenConversation[],
  judgedAt: number,
): ConversationRow {
  const inTime = [...states].sort((a, b) => a.at - b.at || (a.sense === 'page' ? -1 : 1));
  let after: ConversationRow = { ...row, judgedAt };
  for (const state of inTime) {
    const { buyer, unread, blocked, at } = state;
    const isOlder = after.seenAt !== undefined && at < after.seenAt;
    const wait = isOlder && after.wait !== undefined ? after.wait : waitAfter(after.wait, state);
    const told = {
      ...(buyer !== undefined && { buyer }),
      ...(unread !== undefined && { unread }),
      ...(blocked !== undefined && { blocked }),
    };
    after = {
      ...(isOlder ? { ...told, ...after } : { ...after, ...told, seenAt: at }),
      ...(wait !== undefined && { wait }),
    };
  }
  return after;
}
