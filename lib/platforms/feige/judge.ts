import type { Author } from '../../chat/message';
import { authorOf } from '../bytedance-im/author-of';
import type { Judged } from '../bytedance-im/dialect';
import type { MessageBody } from '../bytedance-im/message-body';
import type { MessageMarks } from '../bytedance-im/message-marks';
import { utf8Of } from '../own-bytes';
import { isPromise } from '../promise-phrases';
import { lineOfId } from './generated-id';
import { assignmentEnd, type Line, lineOf } from './lines';

// `ext.type` naming one of these is a notice or a command, whoever it names as its sender (feige.md section 5).
const notice =
  /(?:^|_)(?:system|transfer|notice|notification|receipt|read|typing|event|command|control|close|withdraw|revoke)(?:_|$)|^allocated_service$/;

/** Bytes of a text that may be one of the known lines, or a promise: both are short. Longer ones are not looked at. */
const shortText = 240;

const assignment = utf8Of(assignmentEnd);

const meaning = {
  close: { author: 'system', closes: true },
  welcome: { author: 'robot', greets: true },
  robot: { author: 'robot' },
  notice: { author: 'system' },
} as const satisfies Record<Line, Judged>;

/**
 * Who wrote a message on Feige (feige.md sections 3 and 5), before what both sites have in common is asked. What the shop's
 * side says is read, where it is short, for whether it is a line of the platform's or only promises an answer.
 */
export function judge(message: MessageBody): Judged | null {
  const { marks, content } = message;
  const generated = lineOfId(marks.clientId);
  if (generated) return meaning[generated];
  if (isBuyers(marks)) return { author: asks(message) ? 'buyer' : 'system' };
  const text = content.text(shortText);
  // What a person typed is a person's, whatever it says.
  const line = marks.typed ? null : lineOf(text);
  if (line) return meaning[line];
  const author = othersAuthor(message);
  if (author === null) return null;
  return { author, ...(author === 'seller' && isPromise(text, 'zh-CN') && { promise: true }) };
}

function isBuyers(marks: MessageMarks): boolean {
  const { role, bizRole, direction } = marks;
  if (isPlatforms(marks)) return false;
  return bizRole === 'Buyer' || role === '1' || (role === '' && bizRole === '' && direction === '1');
}

/** `attention` is `true` on exactly those messages that ask for an answer; here it is asked for (feige.md section 3). */
function asks({ marks, content }: MessageBody): boolean {
  return !marks.hidden && !notice.test(marks.type) && marks.attention === 'true' && !content.endsWith(assignment);
}

/** The platform speaks, or a card is pushed in the shop's name; with words of a search beside it, a role 4 is not that. */
function isPlatforms({ role, direction, searched }: MessageMarks): boolean {
  return role === '3' || (role === '4' && !searched) || ['3', '9', '10'].includes(direction);
}

function othersAuthor(message: MessageBody): Author | null {
  const { marks } = message;
  const { hidden, type, role, bizRole, direction, typed } = marks;
  if (hidden || notice.test(type) || isPlatforms(marks)) return 'system';
  if (typed) return 'seller';
  // Neither the buyer nor a member of staff: the platform, or a robot where it speaks for the shop.
  if (bizRole !== '' && bizRole !== 'CurrentServer') return role === '2' || bizRole === 'Shop' ? 'robot' : 'system';
  // Where neither role is given, the direction says as much.
  return authorOf(role === '' && bizRole === '' ? { ...message, marks: { ...marks, role: direction } } : message);
}
