import type { Observation } from '../../chat/observation';
import type { Steps } from '../steps';
import { bodies, type Reading } from './bodies';
import type { Dialect } from './dialect';
import { enter, leave, nextTag, pass, passAs, readNumber, wireOf, wireType } from './wire';

/** What came of reading bytes as a `Response`. `what` names the part that failed. */
export type ResponseReading =
  | { readonly is: 'read'; readonly observations: readonly Observation[] }
  | { readonly is: 'failed'; readonly what: 'response' | 'body' | 'status_code'; readonly status?: number };

/** Reads a bare `Response` that arrived at `at` (ms), item by item. Never throws. */
export function* readResponse(bytes: Uint8Array, at: number, dialect: Dialect): Steps<ResponseReading> {
  try {
    return yield* read({ wire: wireOf(bytes), at, dialect, seen: [], items: 0 });
  } catch {
    return { is: 'failed', what: 'response' };
  }
}

function* read(reading: Reading): Steps<ResponseReading> {
  const { wire, seen } = reading;
  const end = wire.bytes.length;
  let status = 0;
  let known = false;
  while (wire.reader.pos < end) {
    const tag = nextTag(wire);
    switch (tag >>> 3) {
      case 3:
        status = readNumber(wire, tag);
        break;
      case 6:
        if (yield* readBody(reading, enter(wire, tag, end))) known = true;
        break;
      // Not needed, but a wrong wire type here tells packed bytes from plain ones.
      case 1:
      case 2:
      case 5:
        passAs(wire, tag, end, wireType.varint);
        break;
      case 4:
      case 7:
      case 8:
        passAs(wire, tag, end, wireType.lengthDelimited);
        break;
      default:
        pass(wire, tag, end);
    }
  }
  leave(wire, end);
  // Anything but 0 is not understood, whatever else stands beside it (bytedance-im.md section 2).
  if (status !== 0) return { is: 'failed', what: 'status_code', status };
  return known ? { is: 'read', observations: seen } : { is: 'failed', what: 'body' };
}

/** Whether a body that is known by its number was among the fields. */
function* readBody(reading: Reading, end: number): Steps<boolean> {
  const { wire } = reading;
  let known = false;
  while (wire.reader.pos < end) {
    const tag = nextTag(wire);
    const body = bodies.get(tag >>> 3);
    if (body) {
      const steps = body(reading, enter(wire, tag, end));
      if (steps) yield* steps;
      known = true;
    } else {
      pass(wire, tag, end);
    }
  }
  leave(wire, end);
  return known;
}
