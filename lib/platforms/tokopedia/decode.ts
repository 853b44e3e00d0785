import { readExactJson } from '../exact-json';
import { type JsonRecord, recordOf } from '../json-record';
import type { Notes } from '../notes';
import { type Decoded, type Exchange, notOurs } from '../platform';
import type { Steps } from '../steps';
import { operations } from './operations';
import { seeSocketMessage } from './see-message';

// Codes of the socket (tokopedia.md section 3). 301 is a read mark; no other was recorded, and none of those is a message.
const messageCode = 103;

/** Reads one exchange of Tokopedia's older chat by its address. Never throws. */
export function* decode(exchange: Exchange, notes: Notes): Steps<Decoded> {
  const url = URL.parse(exchange.url);
  if (exchange.via === 'socket') {
    return url?.host === 'chat.tokopedia.com' && url.pathname === '/connect' ? decodeFrame(exchange, notes) : notOurs;
  }
  const operation = /^\/graphql\/(\w+)$/.exec(url?.pathname ?? '')?.[1] ?? '';
  const read = url?.host === 'gql.tokopedia.com' ? operations.get(operation) : undefined;
  if (!read) return notOurs;
  const opened = readExactJson(exchange.body);
  if ('notUnderstood' in opened) return opened;
  const answer = answerOf(opened.json, operation);
  const seen = answer && (yield* read(answer, { at: exchange.at, notes }));
  return seen ?? { notUnderstood: 'data', size: opened.size };
}

function decodeFrame({ body, at }: Exchange, notes: Notes): Decoded {
  const opened = readExactJson(body);
  if ('notUnderstood' in opened) return opened;
  const frame = recordOf(opened.json);
  if (typeof frame?.code !== 'number') return { notUnderstood: 'code', size: opened.size };
  return frame.code === messageCode ? seeSocketMessage(frame.data, { at, notes }) : notOurs;
}

/** GraphQL answers under `data` by the operation's name, alone or as the only one of a batch. */
function answerOf(json: unknown, operation: string): JsonRecord | null {
  const [only] = Array.isArray(json) ? json : [json];
  return recordOf(recordOf(recordOf(only)?.data)?.[operation]);
}
