import type { Message } from '../chat/message';

/**
 * One message from two sightings of it. The network outranks the page; an exact time replaces a vague one and nothing
 * replaces an exact one; a known author replaces a guessed one. The same two give the same result in either order, so
 * that the order of arrival leaves no trace in the log.
 */
export function mergeMessage(a: Message, b: Message): Message {
  const [first, second] = ranked(a, b);
  const time = timeOf(first, second);
  const { author, guess } = authorOf(first, second);
  const session = first.session ?? second.session;
  const agent = first.agent ?? second.agent;
  const order = first.order ?? second.order;
  const { uncertain: _vague, guess: _guess, ...rest } = first;
  const promise = first.promise ?? second.promise;
  return {
    ...rest,
    author,
    ...(guess !== undefined && { guess }),
    sentAt: time.sentAt,
    ...(time.uncertain && { uncertain: time.uncertain }),
    ...(session !== undefined && { session }),
    ...(agent !== undefined && { agent }),
    ...(order !== undefined && { order }),
    ...(promise && { promise }),
  };
}

function ranked(a: Message, b: Message): [Message, Message] {
  if (a.sense !== b.sense) return a.sense === 'network' ? [a, b] : [b, a];
  if (a.guess !== b.guess) return doubt(a) < doubt(b) ? [a, b] : [b, a];
  // Two looks of one sense that differ: any fixed choice will do, as long as it does not depend on who came first.
  return textOf(a) <= textOf(b) ? [a, b] : [b, a];
}

const doubt = ({ guess }: Message) => (guess === undefined ? 0 : guess === 'mark' ? 1 : 2);

// An author that its neighbours decide is none of its own.
const textOf = ({ author, guess, kind, session = '', agent = '', sentAt }: Message) =>
  [guess === 'side' ? '' : author, kind === 'other' ? '~' : kind, session, agent, sentAt].join('\n');

/** What is known outranks what a page's mark says, and that what its side alone lets guess. */
function authorOf(first: Message, second: Message): Pick<Message, 'author' | 'guess'> {
  if (first.guess === undefined) return first;
  if (second.guess === undefined || second.guess === 'mark') return second;
  return first;
}

function timeOf(first: Message, second: Message): Pick<Message, 'sentAt' | 'uncertain'> {
  const vagueFirst = first.uncertain ?? 0;
  const vagueSecond = second.uncertain ?? 0;
  if (vagueFirst !== vagueSecond) return vagueFirst < vagueSecond ? first : second;
  if (first.sense !== second.sense || first.sentAt <= second.sentAt) return first;
  return second;
}
