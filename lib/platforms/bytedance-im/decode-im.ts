import type { Observation } from '../../chat/observation';
import { bodyCap } from '../body-cap';
import { ownBytes } from '../own-bytes';
import { type Decoded, type Exchange, type NotUnderstood, notOurs } from '../platform';
import { type Steps, waitFor } from '../steps';
import type { Dialect } from './dialect';
import { type Frame, readFrame } from './frame';
import { type ResponseReading, readResponse } from './response';
import { unpackings } from './unpackings';

/**
 * Reads one exchange of ByteDance's chat, as the site that speaks `dialect` means it: a `Frame` from the socket, a bare `Response` over HTTP (bytedance-im.md
 * section 1), message by message. Never throws; what is not understood says so with its size.
 */
export function* decodeIm({ via, body, at }: Exchange, dialect: Dialect): Steps<Decoded> {
  // The heartbeat, in both directions every ten seconds.
  if (via === 'socket' && body === 'hi') return notOurs;
  const bytes = ownBytes(body);
  if (!bytes) return { notUnderstood: 'text', size: typeof body === 'string' ? body.length : 0 };
  if (bytes.length > bodyCap) return { notUnderstood: 'size', size: bytes.length };
  if (via !== 'socket') return outcome(yield* readResponse(bytes, at, dialect), bytes.length);
  const frame = readFrame(bytes);
  if (!frame) return { notUnderstood: 'frame', size: bytes.length };
  return yield* decodeFrame(frame, at, dialect);
}

function* decodeFrame({ encoding, type, payload }: Frame, at: number, dialect: Dialect): Steps<Decoded> {
  if (payload.length === 0) return notOurs;
  const named = encoding === '' ? {} : { encoding };
  // No type at all names nothing that could contradict what is read.
  if (type !== '' && type !== 'pb') return { notUnderstood: 'payload_type', ...named, size: payload.length };
  const readings: ResponseReading[] = [];
  for (const unpack of unpackings(encoding)) {
    const unpacked = unpack(payload);
    const bytes = unpacked instanceof Promise ? yield* waitFor(unpacked) : unpacked;
    if (!bytes) continue;
    const reading = yield* readResponse(bytes, at, dialect);
    if (reading.is === 'read') return reading.observations;
    readings.push(reading);
  }
  // The attempt that came furthest knows best what is wrong: a refusal, an unknown body, or no response at all.
  const furthest =
    readings.find(reading => reading.is === 'failed' && reading.what === 'status_code') ??
    readings.find(reading => reading.is === 'failed' && reading.what === 'body');
  const failed = furthest ? outcome(furthest, payload.length) : { notUnderstood: 'payload', size: payload.length };
  return { ...failed, ...named };
}

function outcome(reading: ResponseReading, size: number): readonly Observation[] | NotUnderstood {
  if (reading.is === 'read') return reading.observations;
  const { what, status } = reading;
  // 1 invalid token, 100 expired token.
  const signedOut = status === 1 || status === 100;
  return { notUnderstood: what, size, ...(signedOut && { hint: 'signed-out' }) };
}
