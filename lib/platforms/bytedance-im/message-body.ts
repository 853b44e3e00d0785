import { type Content, contentAt } from './content';
import { entryCap, valueCap } from './limits';
import { type MessageMarks, noMarks, noteMark } from './message-marks';
import { enter, leave, Misread, nextTag, pass, readId, readNumber, readText, type Wire } from './wire';

/** A `MessageBody` as it stands on the wire (bytedance-im.md section 2). */
export interface MessageBody {
  readonly conversation: string;
  /** `null` where what carries it gives none. */
  readonly id: string | null;
  /** µs on chat messages, 0 or 1 on commands. */
  readonly index: number;
  readonly type: number;
  readonly sender: string;
  readonly marks: MessageMarks;
  /** ms, by the evidence; a unit by its size. */
  readonly createTime: number;
  readonly content: Content;
}

/** Reads up to `end`. Throws `Misread` where the bytes are no message. */
export function readMessageBody(wire: Wire, end: number): MessageBody {
  const { reader } = wire;
  let conversation = '';
  let id = '';
  let index = 0;
  let type = 0;
  let sender = '';
  let createTime = 0;
  let entries = 0;
  let contentEnd = end;
  let content = contentAt(wire, end, end);
  const marks = noMarks();
  while (reader.pos < end) {
    const tag = nextTag(wire);
    switch (tag >>> 3) {
      case 1:
        conversation = readText(wire, tag, end, valueCap);
        break;
      case 3:
        id = readId(wire, tag);
        break;
      case 4:
        index = readNumber(wire, tag);
        break;
      case 6:
        type = readNumber(wire, tag);
        break;
      case 7:
        sender = readId(wire, tag);
        break;
      case 8:
        // Stepped over: only where a site's counting asks is any of it looked at.
        contentEnd = enter(wire, tag, end);
        content = contentAt(wire, reader.pos, contentEnd);
        reader.pos = contentEnd;
        break;
      case 9:
        if (++entries > entryCap) throw new Misread('long ext');
        noteMark(wire, tag, end, marks);
        break;
      case 10:
        createTime = readNumber(wire, tag);
        break;
      default:
        pass(wire, tag, end);
    }
  }
  leave(wire, end);
  return { conversation, id, index, type, sender, marks, createTime, content };
}
