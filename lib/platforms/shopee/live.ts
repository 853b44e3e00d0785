import type { Observation } from '../../chat/observation';
import { readExactJson } from '../exact-json';
import { recordOf } from '../json-record';
import type { Notes } from '../notes';
import { type Decoded, type Exchange, notOurs, type PageEvent } from '../platform';
import { seeMessage } from './see-message';

/**
 * The chat's socket (shopee.md section 3: one source, TH, Aug 2026). Its address was not recorded, so its frames cannot
 * be told from others; the page's own object is what is known. It appears some time after the page has loaded.
 */
export const hears: readonly PageEvent[] = [{ object: '__CHAT_GLOBAL__.socket', event: 'message' }];

/** Reads what the socket told the page at once. Other sorts of news than messages are not the chat's. Never throws. */
export function decodeLive({ body, at }: Exchange, notes: Notes): Decoded {
  if (body === '') return notOurs;
  const opened = readExactJson(body);
  if ('notUnderstood' in opened) return opened;
  const { json, size } = opened;
  const told = recordOf(Array.isArray(json) ? json[0] : null);
  if (!told) return { notUnderstood: 'data', size };
  if (told.message_type !== 'message') return notOurs;
  const content = contentOf(told.message_content);
  if (content === null) return { notUnderstood: 'message_content', size };
  return seeMessage(content, { at, notes, conversation: '' }) satisfies readonly Observation[];
}

/** JSON in JSON. */
function contentOf(content: unknown): unknown {
  if (typeof content !== 'string') return recordOf(content);
  const opened = readExactJson(content);
  return 'notUnderstood' in opened ? null : opened.json;
}
