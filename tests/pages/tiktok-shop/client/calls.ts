import { messageOf } from '../../bytedance-wire/client/protobuf.ts';
import { bodyOf, initPage, messagePage, type Page } from '../../bytedance-wire/client/understand.ts';
import type { PageConfig } from './config.ts';

export interface Token {
  token: string;
  websocket_url: string;
  im_customer_service_id: string;
}

type Calling = Pick<PageConfig, 'imHost' | 'sellerId' | 'calls'>;

const shopApi = '/api/v1/shop_im';

/** The page's calls to the seller host: JSON, wrapped in `{ code, message, data }`. */
export async function ask<T>(path: string, { sellerId }: Calling, body?: object): Promise<T> {
  const init: RequestInit = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(`${shopApi}${path}?oec_seller_id=${sellerId}&aid=5341`, { ...init, headers });
  const answer: { code: number; data: T } = await response.json();
  if (answer.code !== 0) throw new Error(`refused: ${answer.code}`);
  return answer.data;
}

/** A page of the first answer: conversations and their newest messages. */
export async function init(calling: Calling, cursor: bigint): Promise<Page> {
  return initPage(await im(calling, '/v2/message/get_by_user_init', 203, { 1: cursor }));
}

export async function history(calling: Calling, conversationId: string, cursor: bigint): Promise<Page> {
  const body = { 1: conversationId, 2: cursor };
  return messagePage(await im(calling, '/v1/message/get_by_conversation', 301, body), 301);
}

export async function poll(calling: Calling, cursor: bigint): Promise<Page> {
  return messagePage(await im(calling, '/v1/message/get_by_user', 200, { 1: cursor }), 200);
}

export async function send(calling: Calling, conversationId: string, text: string): Promise<void> {
  const body = { 1: conversationId, 4: text, 8: crypto.randomUUID() };
  bodyOf(await im(calling, '/v1/message/send', 100, body), 100);
}

/** The outer command of this one is 2002, its body's number stays 604. */
export async function markRead(calling: Calling, conversationId: string): Promise<void> {
  bodyOf(await im(calling, '/v3/conversation/mark_read', 604, { 1: conversationId }, 2002n), 604);
}

async function im(
  { imHost, calls }: Calling,
  path: string,
  no: number,
  body: Record<number, bigint | string>,
  cmd = BigInt(no),
): Promise<Uint8Array> {
  const request = messageOf({ 1: cmd, 8: messageOf({ [no]: messageOf(body) }) });
  const url = `https://${imHost}${path}`;
  return new Uint8Array(await (calls === 'fetch' ? byFetch : byXhr)(url, request.slice().buffer));
}

const type = 'application/x-protobuf';

async function byFetch(url: string, body: ArrayBuffer): Promise<ArrayBuffer> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    credentials: 'include',
  });
  return response.arrayBuffer();
}

function byXhr(url: string, body: ArrayBuffer): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    xhr.withCredentials = true;
    xhr.responseType = 'arraybuffer';
    xhr.setRequestHeader('content-type', type);
    xhr.onload = () => resolve(xhr.response);
    xhr.onerror = () => reject(new Error('no answer'));
    xhr.send(body);
  });
}
