import type { SeenMessage } from '../../../chat/observation';
import { narrowed, type VagueInstant } from '../../../chat/vague-instant';

/**
 * The messages of a thread, in order, with what the timer of its row says of the first one that waits for an answer: a
 * label tells the minute, the timer the second. Later ones stay behind it. Where the two cannot be of one moment, the
 * timer was started by something else, and the label stands.
 */
export function withWait(messages: readonly SeenMessage[], since: VagueInstant | null): SeenMessage[] {
  const answered = messages.findLastIndex(({ author }) => author === 'seller');
  const first = messages.findIndex(({ author }, place) => place > answered && author === 'buyer');
  const asked = messages[first];
  const start = asked && since && narrowed({ at: asked.sentAt, uncertain: asked.uncertain ?? 0 }, since);
  if (!start) return [...messages];
  let last = start.at;
  return messages.map((message, place) => {
    if (place < first) return message;
    if (place === first) return timed(message, start);
    const { sentAt, uncertain = 0 } = message;
    const at = Math.max(sentAt, Math.min(last + 1, sentAt + uncertain));
    last = at;
    return timed(message, { at, uncertain: sentAt + uncertain - at });
  });
}

function timed({ uncertain: _, ...message }: SeenMessage, { at, uncertain }: VagueInstant): SeenMessage {
  return { ...message, sentAt: at, ...(uncertain > 0 && { uncertain }) };
}
