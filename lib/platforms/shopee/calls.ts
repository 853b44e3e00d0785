import type { Observation } from '../../chat/observation';
import { idOf, recordOf } from '../json-record';
import type { Steps } from '../steps';
import { seeConversation } from './see-conversation';
import { type Around, learnFrom, seeMessage, seeSent } from './see-message';
import { noteShop, noteUser } from './shop-notes';

/** `null`: not of a shape that is known. */
type Told = readonly Observation[] | null;
/** Reads an answer; in steps where it is long. */
type Read = (json: unknown, around: Around) => Told | Steps<Told>;

interface Call {
  /** Its address behind the prefix; a group is the conversation. */
  readonly path: RegExp;
  readonly read: Read;
  /** Its shape was not recorded: ours only where it proves to be. */
  readonly kin?: true;
}

/** Entries of one answer. The page asks for 100 at most. */
const longest = 2000;

/** The calls that are read (shopee.md section 3). */
export const calls: readonly Call[] = [
  { path: /^(?:subaccount\/serving_mode\/)?conversations$/, read: readConversations },
  { path: /^conversation\/serving\/list$/, read: readConversations, kin: true },
  { path: /^conversations\/([\w-]+)\/messages$/, read: readThread },
  { path: /^messages$/, read: readSent },
  { path: /^login$/, read: readLogin },
  { path: /^shop_list$/, read: readShops, kin: true },
  // A number of unread messages says nothing of who waits; that it comes says that the network is seen.
  { path: /^conversation\/unread-count$/, read: readNothing },
];

/** The list is the body itself, or under one of the names that were seen. */
function* readConversations(json: unknown, { at, notes }: Around): Steps<Told> {
  const data = recordOf(recordOf(json)?.data);
  const list = listIn(json, ['conversations', 'items', 'data']) ?? listIn(data, ['conversations']);
  if (!list) return null;
  const seen: Observation[] = [];
  for (const each of list) {
    seen.push(...seeConversation(each, at, notes));
    yield;
  }
  return seen;
}

function* readThread(json: unknown, around: Around): Steps<Told> {
  const list = listIn(json, []);
  if (!list) return null;
  // What is known to be ours tells whose the others are, wherever it stands in the thread.
  const seen = list.flatMap(each => learnFrom(each, around));
  for (const each of list) {
    seen.push(...seeMessage(each, around));
    yield;
  }
  return seen;
}

function readSent(json: unknown, around: Around): Told {
  return recordOf(json) && seeSent(json, around);
}

/** Who is signed in, and for which shop. Whatever else such an answer holds is not looked at. */
function readLogin(json: unknown, { notes }: Around): Told {
  const answer = recordOf(recordOf(json)?.data) ?? recordOf(json);
  const shop = recordOf(answer?.shop);
  const id = idOf(shop?.id);
  if (id === '') return null;
  noteUser(notes, idOf(shop?.user_id));
  noteUser(notes, idOf(recordOf(answer?.user)?.id));
  return noteShop(notes, id);
}

/** Which field names a shop was not recorded; the two names that it has elsewhere are tried. */
function readShops(json: unknown, { notes }: Around): Told {
  const list = listIn(json, ['shops', 'shop_list', 'data']) ?? listIn(recordOf(json)?.data, ['shops', 'shop_list']);
  const shops = list?.map(each => idOf(recordOf(each)?.shop_id, recordOf(each)?.id)) ?? [];
  return shops.length > 0 && shops.every(Boolean) ? shops.flatMap(id => noteShop(notes, id)) : null;
}

function readNothing(): Told {
  return [];
}

function listIn(json: unknown, names: readonly string[]): readonly unknown[] | null {
  const record = recordOf(json);
  const found = [json, ...names.map(name => record?.[name])].find(Array.isArray);
  return found && found.length <= longest ? found : null;
}
