import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import { askedByBrowserItself } from './browser-own-hosts.ts';
import { certificateFor } from './certificate.ts';
import type { Site } from './site.ts';

/** Something that asked for a host. A browser opens a connection first and then asks on it. */
export interface SeenRequest {
  readonly kind: 'connect' | 'request' | 'socket';
  readonly host: string;
  /** Path and query; empty for a bare connection. */
  readonly path: string;
  readonly at: number;
  /** Whether an extension's own page asked: it says so itself. */
  readonly byExtension: boolean;
}

export interface RealAddresses {
  /** The HTTP proxy that a browser must use. */
  readonly proxyPort: number;
  /** All that came to the proxy, in order, also for hosts that nobody serves. */
  readonly requests: readonly SeenRequest[];
  /** What was asked for by neither a page of these sites nor the browser itself, so by an extension: a line each. */
  strangers(): readonly string[];
  /** Ends every connection, sockets included. */
  close(): Promise<void>;
}

/**
 * Serves sites at their real addresses, on this machine alone: a proxy on the loopback address answers for every host, so
 * nothing leaves the machine. A host without a site is answered with 404.
 */
export async function serveAtRealAddresses(sites: readonly Site[]): Promise<RealAddresses> {
  const requests: SeenRequest[] = [];
  const connections = new Set<Socket>();
  const siteOf = new Map(sites.flatMap(site => site.hosts.map(host => [host, site] as const)));
  const note = (kind: SeenRequest['kind'], host: string, path = '', { headers }: Partial<IncomingMessage> = {}) =>
    requests.push({ kind, host, path, at: Date.now(), byExtension: /^\w+-extension:/.test(headers?.origin ?? '') });

  const secure = createSecureServer(await certificateFor([...siteOf.keys()]), (request, response) => {
    const host = hostOf(request);
    note('request', host, request.url, request);
    void answer(siteOf.get(host), request, response);
  });
  const sockets = new WebSocketServer({ noServer: true });
  secure.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const host = hostOf(request);
    note('socket', host, request.url, request);
    const site = siteOf.get(host);
    if (site?.socket === undefined) return socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
    return sockets.handleUpgrade(request, socket, head, opened => site.socket?.(opened, request));
  });
  // A browser that turns away in the middle of a handshake is no failure.
  secure.on('tlsClientError', () => {});

  const proxy = createServer((request, response) => {
    note('request', hostOf(request), request.url, request);
    response.writeHead(502).end('only https is served here');
  });
  proxy.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => connections.delete(socket));
  });
  proxy.on('connect', (request, socket, head: Buffer) => {
    note('connect', (request.url ?? '').replace(/:\d+$/, ''));
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    // The secure server takes the connection as if it had come to a port of its own.
    secure.emit('connection', socket);
  });
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));

  return {
    proxyPort: (proxy.address() as AddressInfo).port,
    requests,
    // A connection is enough: to a host whose certificate it does not trust a browser asks nothing more.
    strangers: () =>
      requests
        .filter(({ host, byExtension }) => byExtension || !(siteOf.has(host) || askedByBrowserItself(host)))
        .map(({ kind, host, path }) => `${kind} ${host}${path}`),
    close: () =>
      new Promise(resolve => {
        proxy.close(() => resolve());
        for (const socket of sockets.clients) socket.terminate();
        for (const connection of connections) connection.destroy();
      }),
  };
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '');
}

async function answer(site: Site | undefined, request: IncomingMessage, response: ServerResponse) {
  if (site === undefined) {
    response.writeHead(404).end();
    return;
  }
  try {
    await site.handle(request, response);
  } catch (error) {
    if (!response.headersSent) response.writeHead(500);
    response.end(String(error));
  }
}
