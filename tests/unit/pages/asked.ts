import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Site } from '../../tools/site.ts';

export interface Answered {
  readonly status: number;
  readonly text: string;
  /** Of an answer that says it is JSON. */
  readonly json: unknown;
  readonly headers: Readonly<Record<string, string>>;
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
  let headers: Record<string, string> = {};
  const text = await new Promise<string>((resolve, reject) => {
    Object.assign(response, {
      writeHead(code: number, given: Record<string, string> = {}) {
        status = code;
        headers = given;
        return response;
      },
      end: (chunk: unknown) => resolve(String(chunk ?? '')),
    });
    Promise.resolve(site.handle(request, response)).catch(reject);
  });
  const isJson = headers['content-type']?.includes('json') === true;
  return { status, text, headers, json: isJson ? JSON.parse(text) : undefined };
}
