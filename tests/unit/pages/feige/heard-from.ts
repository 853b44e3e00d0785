import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { WebSocket } from 'ws';
import type { SimulatedWorkbench } from '../../../pages/feige/workbench.ts';
import { partAt, payloadOf } from '../read-back.ts';

/** What comes down the socket from now on: the frames' bytes, in order. */
export function framesFrom(workbench: SimulatedWorkbench): Uint8Array[] {
  const frames: Uint8Array[] = [];
  const send = (data: Uint8Array | string) => typeof data !== 'string' && frames.push(data);
  // As much of a socket as a delivery touches.
  const socket = {
    OPEN: 1,
    readyState: 1,
    send,
    on: () => undefined,
    terminate: () => undefined,
  } as unknown as WebSocket;
  workbench.socket(socket, { url: '/ws/v2?aid=1383' } as IncomingMessage);
  return frames;
}

/** Frame, payload, body, notify, message. */
export const messageIn = (frame: Uint8Array | undefined) => partAt(payloadOf(frame ?? new Uint8Array(0)), 6, 500, 5);

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly text: string;
}

/** What the site answers at an address, without a network. */
export async function asked(workbench: SimulatedWorkbench, address: string, body?: Uint8Array): Promise<Answer> {
  const url = new URL(address);
  const headers: Record<string, string> = {};
  let status = 0;
  let sent: Uint8Array = new Uint8Array(0);
  const request = Object.assign(Readable.from(body === undefined ? [] : [Buffer.from(body)]), {
    method: body === undefined ? 'GET' : 'POST',
    url: `${url.pathname}${url.search}`,
    headers: { host: url.host },
  });
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name] = value;
    },
    writeHead: (code: number, more: Record<string, string>) => {
      status = code;
      Object.assign(headers, more);
    },
    end: (data: Uint8Array | string) => {
      sent = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    },
  };
  // As much of both as the site touches.
  await workbench.handle(request as unknown as IncomingMessage, response as unknown as ServerResponse);
  const text = new TextDecoder().decode(sent);
  return { status, type: headers['content-type'] ?? '', headers, body: sent, text };
}
