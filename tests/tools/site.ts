import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';

/** A simulated web site that answers at its real address. */
export interface Site {
  readonly hosts: readonly string[];
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
  socket?(socket: WebSocket, request: IncomingMessage): void;
}
