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

const texts: readonly (readonly [Uint8Array, TextMark])[] = [
  [keyBytes('type'), 'type'],
  [keyBytes('sender_role'), 'role'],
  [keyBytes('s:sender_biz_role'), 'bizRole'],
  [keyBytes('attention'), 'attention'],
  [keyBytes('from'), 'from'],
  [keyBytes('magellan_source'), 'magellan'],
  [keyBytes('talk_id'), 'session'],
  [keyBytes('shop_id'), 'shop'],
];

const hiding: readonly (readonly [Uint8Array, string])[] = [
  [keyBytes('frontend_need_hidden'), '1'],
  [keyBytes('_need_filtered_msg_'), '1'],
  [keyBytes('visibility_type'), '-1'],
];

const greetingPrefix = keyBytes('greeting_');
const entry = emptyEntry();

/** Reads one entry of a message's `ext` and notes it where it is wanted. */
export function noteMark(wire: Wire, tag: number, limit: number, marks: MessageMarks): void {
  findEntry(wire, tag, limit, entry);
  for (let i = 0; i < texts.length; i++) {
    const wanted = texts[i];
    if (wanted && keyIs(wire, entry, wanted[0])) {
      marks[wanted[1]] = valueIn(wire, entry, valueCap);
      return;
    }
  }
  for (let i = 0; i < hiding.length; i++) {
    const wanted = hiding[i];
    if (wanted && keyIs(wire, entry, wanted[0])) {
      if (valueIn(wire, entry, valueCap) === wanted[1]) marks.hidden = true;
      return;
    }
  }
  if (keyStartsWith(wire, entry, greetingPrefix)) marks.greeting = true;
}
