import { WireType } from '@bufbuild/protobuf/wire';
import { entryCap, valueCap } from './limits';
import { type MessageMarks, noMarks, noteMark } from './message-marks';
import { leave, Misread, nextTag, pass, passAs, readId, readNumber, readText, type Wire } from './wire';

/** A `MessageBody` as it stands on the wire, without its content (bytedance-im.md section 2). */
export interface MessageBody {
  readonly conversation: string;
  readonly id: string;
  /** µs on chat messages, 0 or 1 on commands. */
  readonly index: number;
  readonly type: number;
  readonly sender: string;
  readonly marks: MessageMarks;
  /** ms, by the evidence; a unit by its size. */
  readonly createTime: number;
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
        // The content: its bytes are stepped over, never decoded.
        passAs(wire, tag, end, WireType.LengthDelimited);
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
  return { conversation, id, index, type, sender, marks, createTime };
}
