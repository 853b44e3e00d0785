import { keepSocket } from '../../client/socket.ts';

export type Heard = Parameters<typeof keepSocket>[2];

/** How the page reaches its servers. */
export interface Transport {
  json(url: string): Promise<unknown>;
  bytes(url: string, body: Uint8Array): Promise<Uint8Array>;
  socket(url: string, heartbeatMs: number, heard: Heard): void;
}

const type = 'application/x-protobuf';

/** Out of the window or worker that this runs in. */
export function directTransport(by: 'fetch' | 'xhr'): Transport {
  return {
    json: async url => JSON.parse(new TextDecoder().decode(await (by === 'fetch' ? fetched(url) : byXhr(url)))),
    bytes: async (url, body) => {
      const packed = body.slice().buffer;
      return new Uint8Array(await (by === 'fetch' ? fetched(url, packed) : byXhr(url, packed)));
    },
    socket: (url, heartbeatMs, heard) => void keepSocket(() => url, heartbeatMs, heard),
  };
}

async function fetched(url: string, body?: ArrayBuffer): Promise<ArrayBuffer> {
  const sent = body === undefined ? {} : { method: 'POST', body, headers: { 'content-type': type } };
  return (await fetch(url, { ...sent, credentials: 'include' })).arrayBuffer();
}

function byXhr(url: string, body?: ArrayBuffer): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(body === undefined ? 'GET' : 'POST', url);
    xhr.withCredentials = true;
    xhr.responseType = 'arraybuffer';
    if (body !== undefined) xhr.setRequestHeader('content-type', type);
    xhr.onload = () => resolve(xhr.response);
    xhr.onerror = () => reject(new Error('no answer'));
    xhr.send(body ?? null);
  });
}
