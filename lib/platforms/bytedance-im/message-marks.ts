import { utf8Of } from '../own-bytes';
import { emptyEntry, findEntry, keyIs, keyStartsWith, valueIn } from './ext';
import { valueCap } from './limits';
import type { Wire } from './wire';

/** The entries of a message's `ext` that tell who wrote and in which session (bytedance-im.md section 6). */
export interface MessageMarks {
  type: string;
  role: string;
  bizRole: string;
  attention: string;
  from: string;
  magellan: string;
  session: string;
  shop: string;
  /** The conversation, where the message itself names none. */
  conversation: string;
  /** The sender's own id of it: what the platform generates bears its purpose in it. */
  clientId: string;
  /** `flow_extra.direction`. */
  direction: string;
  /** Shown to nobody. */
  hidden: boolean;
  /** Part of the greeting robot's work. */
  greeting: boolean;
  /** Typed by hand. */
  typed: boolean;
  /** It bears the words of a search. */
  searched: boolean;
}

export function noMarks(): MessageMarks {
  return {
    type: '',
    role: '',
    bizRole: '',
    attention: '',
    from: '',
    magellan: '',
    session: '',
    shop: '',
    conversation: '',
    clientId: '',
    direction: '',
    hidden: false,
    greeting: false,
    typed: false,
    searched: false,
  };
}

type Note = (marks: MessageMarks, value: string) => void;
type TextMark = { [K in keyof MessageMarks]: MessageMarks[K] extends string ? K : never }[keyof MessageMarks];

const text =
  (mark: TextMark): Note =>
  (marks, value) => {
    marks[mark] = value;
  };
const hides =
  (hiding: string): Note =>
  (marks, value) => {
    if (value === hiding) marks.hidden = true;
  };
const filled =
  (mark: 'typed' | 'searched'): Note =>
  (marks, value) => {
    if (value !== '') marks[mark] = true;
  };

/** Bytes of a value that only one part is read of, or only whether it is there. */
const longCap = 4096;

const notes: Readonly<Record<string, readonly [Note, cap?: number]>> = {
  type: [text('type')],
  sender_role: [text('role')],
  's:sender_biz_role': [text('bizRole')],
  attention: [text('attention')],
  from: [text('from')],
  magellan_source: [text('magellan')],
  // In events of a hand-over `3:<talk_id>` (feige.md section 3).
  talk_id: [(marks, value) => (marks.session = value.replace(/^3:/, ''))],
  shop_id: [text('shop')],
  security_conversation_id: [text('conversation')],
  's:client_message_id': [text('clientId')],
  flow_extra: [(marks, value) => (marks.direction = /"direction"\s*:\s*"?(\d+)/.exec(value)?.[1] ?? ''), longCap],
  'p:check_Send': [filled('typed'), longCap],
  generic_search_keywords: [filled('searched'), longCap],
  frontend_need_hidden: [hides('1')],
  _need_filtered_msg_: [hides('1')],
  visibility_type: [hides('-1')],
};

// Most entries of most messages are not wanted; nearly all of those fall out by their key's length alone.
const wanted = Object.entries(notes).map(([key, [note, cap = valueCap]]) => ({ key: utf8Of(key), note, cap }));
const byLength = new Map(
  wanted.map(({ key }) => [key.length, wanted.filter(other => other.key.length === key.length)]),
);

const greetingPrefix = 'greeting_';
const greetingBytes = utf8Of(greetingPrefix);
const entry = emptyEntry();

/** Reads one entry of a message's `ext` and notes it where it is wanted. */
export function noteMark(wire: Wire, tag: number, limit: number, marks: MessageMarks): void {
  findEntry(wire, tag, limit, entry);
  const alike = byLength.get(entry.keyLength);
  if (alike) {
    for (const { key, note, cap } of alike) {
      if (!keyIs(wire, entry, key)) continue;
      note(marks, valueIn(wire, entry, cap));
      return;
    }
  }
  if (keyStartsWith(wire, entry, greetingBytes)) marks.greeting = true;
}

/** The marks of an `ext` that an answer in JSON gives. What is no text, or too long, is none. */
export function marksOf(ext: Readonly<Record<string, unknown>>): MessageMarks {
  const marks = noMarks();
  for (const [key, value] of Object.entries(ext)) {
    const [note, cap = valueCap] = (Object.hasOwn(notes, key) && notes[key]) || [];
    if (note && typeof value === 'string' && value.length <= cap) note(marks, value);
    if (key.startsWith(greetingPrefix)) marks.greeting = true;
  }
  return marks;
}
