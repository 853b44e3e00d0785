import type { PageConfig } from './config.ts';

type Calling = Pick<PageConfig, 'graphqlHost' | 'calls'>;

export interface ListedChat {
  msgID: number | string;
  attributes: { contact: { name: string }; lastReplyMessage: string; unreads: number };
}

export interface Reply {
  replyId: number | string;
  msg: string;
  role: string;
}

export async function list(calling: Calling, page: number): Promise<{ list: ListedChat[]; hasNext: boolean }> {
  return operation(calling, 'chatListMessage', { page });
}

export async function replies(calling: Calling, msgId: string): Promise<Reply[]> {
  type Answer = { list: { chats: { replies: Reply[] }[] }[] };
  const answer = await operation<Answer>(calling, 'chatReplies', { msgId });
  return answer.list.flatMap(({ chats }) => chats.flatMap(chat => chat.replies));
}

async function operation<T>({ graphqlHost, calls }: Calling, operationName: string, variables: object): Promise<T> {
  const url = `https://${graphqlHost}/graphql/${operationName}`;
  const text = await (calls === 'fetch' ? byFetch : byXhr)(url, JSON.stringify({ operationName, variables }));
  const answer = JSON.parse(text);
  return (Array.isArray(answer) ? answer[0] : answer).data[operationName];
}

const headers = {
  'content-type': 'application/json',
  'x-source': 'tokopedia-lite',
  'x-tkpd-lite-service': 'icarus',
};

async function byFetch(url: string, body: string): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers, body, credentials: 'include' });
  if (!response.ok) throw new Error(`refused: ${response.status}`);
  return response.text();
}

function byXhr(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    xhr.withCredentials = true;
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.onload = () => (xhr.status < 400 ? resolve(xhr.responseText) : reject(new Error(`refused: ${xhr.status}`)));
    xhr.onerror = () => reject(new Error('no answer'));
    xhr.send(body);
  });
}
