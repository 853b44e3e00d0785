import type { Observation } from '../../chat/observation';
import { notUnderstood } from '../not-understood';
import { finish, type Steps } from '../steps';
import { type CoreInfo, readConversationInfo, readCoreInfo } from './core-info';
import type { Dialect } from './dialect';
import { listCap, valueCap } from './limits';
import { readMessageBody } from './message-body';
import { seeMessage } from './see-message';
import { seeState } from './see-state';
import { enter, leave, Misread, nextTag, pass, readId, readNumber, readText, type Wire } from './wire';

/** One exchange while it is read. */
export interface Reading {
  readonly wire: Wire;
  /** When it arrived, ms. */
  readonly at: number;
  readonly dialect: Dialect;
  readonly seen: Observation[];
  /** Messages and conversations so far. */
  items: number;
}

type Field = (reading: Reading, tag: number, limit: number) => void;
/** In steps where it holds a list. */
type Body = (reading: Reading, end: number) => Steps<void> | undefined;

/** The bodies of a `Response` by number (bytedance-im.md section 2). The number decides, never `cmd`. */
export const bodies: ReadonlyMap<number, Body> = new Map<number, Body>([
  [100, nothing], // A send's confirmation: refused or not, the message itself comes as a push.
  [200, fields({ 1: message })],
  [203, inboxStart],
  [211, fields({ 1: messageInfo })],
  [301, fields({ 1: message })],
  [500, push],
  [501, nothing],
  [502, nothing],
  [604, nothing], // Marked as read.
  [605, nothing],
  [610, fields({ 1: conversation })],
  [690, nothing], // Groups of the list.
  [901, fields({ 1: coreInfo })],
  [2000, nothing], // Read receipts, both.
  [2001, nothing],
  [2006, fields({ 1: conversation })],
]);

function nothing({ wire }: Reading, end: number): undefined {
  wire.reader.pos = end;
}

function fields(known: Readonly<Record<number, Field>>) {
  return function* (reading: Reading, end: number): Steps<void> {
    const { wire } = reading;
    while (wire.reader.pos < end) {
      const tag = nextTag(wire);
      const field = known[tag >>> 3];
      if (field) field(reading, tag, end);
      else pass(wire, tag, end);
      yield;
    }
    leave(wire, end);
  };
}

function message(reading: Reading, tag: number, limit: number): void {
  seeOne(reading, enter(reading.wire, tag, limit), '');
}

function conversation(reading: Reading, tag: number, limit: number): void {
  readState(reading, enter(reading.wire, tag, limit), readConversationInfo);
}

function coreInfo(reading: Reading, tag: number, limit: number): void {
  readState(reading, enter(reading.wire, tag, limit), readCoreInfo);
}

/** The inbox as the page begins with it: its messages, where the chain of pushes begins, and whether more of it follows. */
function* inboxStart(reading: Reading, end: number): Steps<void> {
  const { wire, seen } = reading;
  let next = '0';
  let more = false;
  while (wire.reader.pos < end) {
    const tag = nextTag(wire);
    switch (tag >>> 3) {
      case 1:
        message(reading, tag, end);
        break;
      case 2:
        conversation(reading, tag, end);
        break;
      case 3:
        next = readId(wire, tag);
        break;
      case 5:
        more = readNumber(wire, tag) !== 0;
        break;
      default:
        pass(wire, tag, end);
    }
    yield;
  }
  leave(wire, end);
  if (next !== '0') seen.push({ is: 'cursor', next, ...(more && { more }) });
}

/** `msg_info` of a single message: its status, and the message in 2. */
function messageInfo(reading: Reading, tag: number, limit: number): void {
  finish(fields({ 2: message })(reading, enter(reading.wire, tag, limit)));
}

function push(reading: Reading, end: number): undefined {
  const { wire, seen } = reading;
  const { reader } = wire;
  let inConversation = '';
  let previous = '';
  let next = '';
  let from = -1;
  let to = -1;
  while (reader.pos < end) {
    const tag = nextTag(wire);
    switch (tag >>> 3) {
      case 2:
        inConversation = readText(wire, tag, end, valueCap);
        break;
      case 5:
        to = enter(wire, tag, end);
        from = reader.pos;
        reader.pos = to;
        break;
      case 6:
        previous = readId(wire, tag);
        break;
      case 7:
        next = readId(wire, tag);
        break;
      default:
        pass(wire, tag, end);
    }
  }
  leave(wire, end);
  if (previous !== '' && next !== '') seen.push({ is: 'cursor', previous, next });
  if (from < 0) return;
  reader.pos = from;
  seeOne(reading, to, inConversation);
  reader.pos = end;
}

// One item that cannot be read says so, and reading goes on behind it: its neighbours are not lost with it.

function seeOne(reading: Reading, end: number, inConversation: string): void {
  const { wire, at, dialect, seen } = reading;
  count(reading);
  try {
    const body = readMessageBody(wire, end);
    const told = seeMessage({ ...body, conversation: body.conversation || inConversation }, at, dialect);
    if (told) seen.push(told);
  } catch {
    seen.push(notUnderstood('message'));
    wire.reader.pos = end;
  }
}

function readState(reading: Reading, end: number, read: (wire: Wire, end: number) => CoreInfo | null): void {
  const { wire, at, dialect, seen } = reading;
  count(reading);
  try {
    const core = read(wire, end);
    if (core) seen.push(...seeState(core, at, dialect));
  } catch {
    seen.push(notUnderstood('conversation'));
    wire.reader.pos = end;
  }
}

/** An exchange longer than any page asks for is given up as a whole, never in part. */
function count(reading: Reading): void {
  if (++reading.items > listCap) throw new Misread('long list');
}
