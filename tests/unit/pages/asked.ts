import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Site } from '../../tools/site.ts';

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
  readonly type: string;
}

/** What a simulated site answers to a request, without a server between. */
export async function asked(site: Site, method: string, url: string, body?: object): Promise<Answered> {
  const { host, pathname, search } = new URL(url);
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method, url: pathname + search, headers: { host } });
  if (body !== undefined) request.push(JSON.stringify(body));
  request.push(null);
  const response = new ServerResponse(request);
  let status = 0;
  let type = '';
  const text = await new Promise<string>((resolve, reject) => {
    Object.assign(response, {
      writeHead(code: number, headers: Record<string, string> = {}) {
        status = code;
        type = headers['content-type'] ?? '';
        return response;
      },
      end: (chunk: unknown) => resolve(String(chunk ?? '')),
    });
    Promise.resolve(site.handle(request, response)).catch(reject);
  });
  return { status, text, type, json: type.includes('json') ? JSON.parse(text) : undefined };
}
