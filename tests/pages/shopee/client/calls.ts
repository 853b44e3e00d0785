import type { PageConfig } from './config.ts';
import { type ChatMessage, type ListedConversation, listIn, messageIn } from './understand.ts';

type Calling = Pick<PageConfig, 'version' | 'listCall' | 'listMethod' | 'calls' | 'conversationsPerPage' | 'pageSize'>;

let bearer = '';

/** The page's sign-in: its token goes with every further call. */
export async function login(calling: Calling): Promise<void> {
  const { token } = await call<{ token: string }>(calling, 'GET', '/coreapi/v1.2/login');
  bearer = token;
  await Promise.all([
    call(calling, 'GET', '/v1.2/shop_list'),
    call(calling, 'GET', '/v1.2/user/sync'),
    call(calling, 'GET', '/v1.2/conversation/unread-count'),
  ]);
}

/** A page of the list: the first, or the one after the row whose newest message is `cursor`. */
export async function list(calling: Calling, cursor?: string, segment?: string): Promise<ListedConversation[]> {
  const wish = { limit: calling.conversationsPerPage, latest_message_id: cursor, segment };
  const at = `/${calling.version}`;
  if (segment !== undefined) return listIn(await call(calling, 'POST', `${at}/conversation/serving/list`, wish));
  if (calling.listCall === 'serving') {
    return listIn(await call(calling, 'POST', `${at}/conversation/serving/list`, { ...wish, segment: 'all' }));
  }
  if (calling.listCall === 'subaccount') {
    return listIn(await call(calling, 'POST', `${at}/subaccount/serving_mode/conversations`, wish));
  }
  if (calling.listMethod === 'POST') return listIn(await call(calling, 'POST', `${at}/conversations`, wish));
  const after = cursor === undefined ? '' : `&latest_message_id=${cursor}`;
  return listIn(await call(calling, 'GET', `${at}/conversations?limit=${wish.limit}${after}`));
}

/** Messages of a chat, those before `before`. */
export async function older(calling: Calling, id: string, before?: string): Promise<ChatMessage[]> {
  const from = before === undefined ? '' : `&message_id=${before}`;
  const path = `/${calling.version}/conversations/${id}/messages?limit=${calling.pageSize}&direction=older${from}`;
  const answer = await call<unknown[]>(calling, 'GET', path);
  return answer.flatMap(json => messageIn(json) ?? []);
}

export async function send(calling: Calling, id: string, to: string | number | undefined, text: string): Promise<void> {
  const request = { request_id: crypto.randomUUID(), to_id: to, type: 'text', content: { text }, conversation_id: id };
  await call(calling, 'POST', `/${calling.version}/messages`, request);
}

/** What opening a chat tells the platform: it is open, it was entered, it is read. */
export async function opened(calling: Calling, id: string): Promise<void> {
  const { version } = calling;
  await call(calling, 'POST', `/${version}/conversation/open`, { conversation_id: id });
  await call(calling, 'POST', `/${version}/conversation/enter`, { conversation_id: id });
  await call(calling, 'PUT', `/${version}/conversations/${id}/read`, {});
}

export async function unread(calling: Calling): Promise<void> {
  await call(calling, 'GET', '/v1.2/conversation/unread-count');
}

async function call<T>({ calls }: Calling, method: string, path: string, body?: object): Promise<T> {
  const url = `/webchat/api${path}`;
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  const text = body === undefined ? undefined : JSON.stringify(body);
  const answer = await (calls === 'fetch' ? byFetch : byXhr)(method, url, headers, text);
  return JSON.parse(answer);
}

async function byFetch(method: string, url: string, headers: Record<string, string>, body?: string): Promise<string> {
  const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
  if (!response.ok) throw new Error(`refused: ${response.status}`);
  return response.text();
}

function byXhr(method: string, url: string, headers: Record<string, string>, body?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.onload = () => (xhr.status < 400 ? resolve(xhr.responseText) : reject(new Error(`refused: ${xhr.status}`)));
    xhr.onerror = () => reject(new Error('no answer'));
    xhr.send(body ?? null);
  });
}
