import { valueCap } from './limits';
import { enter, leave, nextTag, pass, passAs, readText, wireOf, wireType } from './wire';

/** What a binary socket message carries (bytedance-im.md section 2). */
export interface Frame {
  readonly encoding: string;
  readonly type: string;
  readonly payload: Uint8Array;
}

/** `null` where the bytes are no frame. `service` and `method` differ by product and decide nothing. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    return read(bytes);
  } catch {
    return null;
  }
}

function read(bytes: Uint8Array): Frame {
  const wire = wireOf(bytes);
  const { reader } = wire;
  let encoding = '';
  let type = '';
  let payload = bytes.subarray(0, 0);
  while (reader.pos < bytes.length) {
    const tag = nextTag(wire);
    switch (tag >>> 3) {
      case 1:
      case 2:
      case 3:
      case 4:
        passAs(wire, tag, bytes.length, wireType.varint);
        break;
      case 6:
        encoding = readText(wire, tag, bytes.length, valueCap);
        break;
      case 7:
        type = readText(wire, tag, bytes.length, valueCap);
        break;
      case 8: {
        const end = enter(wire, tag, bytes.length);
        payload = bytes.subarray(reader.pos, end);
        reader.pos = end;
        break;
      }
      default:
        pass(wire, tag, bytes.length);
    }
  }
  leave(wire, bytes.length);
  return { encoding, type, payload };
}
