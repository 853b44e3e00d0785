import { emptyEntry, findEntry, keyBytes, keyIs, keyStartsWith, valueIn } from './ext';
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
  /** Shown to nobody. */
  hidden: boolean;
  /** Part of the greeting robot's work. */
  greeting: boolean;
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
    hidden: false,
    greeting: false,
  };
}

type TextMark = { [K in keyof MessageMarks]: MessageMarks[K] extends string ? K : never }[keyof MessageMarks];

interface Wanted {
  readonly key: Uint8Array;
  /** The mark that takes the value; else the value with which the message is hidden. */
  readonly mark?: TextMark;
  readonly hides?: string;
}

const wanted: readonly Wanted[] = [
  { key: keyBytes('type'), mark: 'type' },
  { key: keyBytes('sender_role'), mark: 'role' },
  { key: keyBytes('s:sender_biz_role'), mark: 'bizRole' },
  { key: keyBytes('attention'), mark: 'attention' },
  { key: keyBytes('from'), mark: 'from' },
  { key: keyBytes('magellan_source'), mark: 'magellan' },
  { key: keyBytes('talk_id'), mark: 'session' },
  { key: keyBytes('shop_id'), mark: 'shop' },
  { key: keyBytes('frontend_need_hidden'), hides: '1' },
  { key: keyBytes('_need_filtered_msg_'), hides: '1' },
  { key: keyBytes('visibility_type'), hides: '-1' },
];

// Most entries of most messages are not wanted; nearly all of those fall out by their key's length alone.
const byLength = new Map<number, readonly Wanted[]>(
  wanted.map(({ key }) => [key.length, wanted.filter(other => other.key.length === key.length)]),
);

const greetingPrefix = keyBytes('greeting_');
const entry = emptyEntry();

/** Reads one entry of a message's `ext` and notes it where it is wanted. */
export function noteMark(wire: Wire, tag: number, limit: number, marks: MessageMarks): void {
  findEntry(wire, tag, limit, entry);
  const alike = byLength.get(entry.keyLength);
  if (alike) {
    for (const { key, mark, hides } of alike) {
      if (!keyIs(wire, entry, key)) continue;
      const value = valueIn(wire, entry, valueCap);
      if (mark) marks[mark] = value;
      else if (value === hides) marks.hidden = true;
      return;
    }
  }
  if (keyStartsWith(wire, entry, greetingPrefix)) marks.greeting = true;
}
