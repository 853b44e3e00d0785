import type { ServerResponse } from 'node:http';

/** The open pages' lines for orders from a test: server-sent events, so that no call and no socket of a chat's is used. */
export class Orders<Order extends object> {
  readonly #lines = new Set<ServerResponse>();

  join(line: ServerResponse): void {
    line.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    line.flushHeaders();
    this.#lines.add(line);
    line.on('close', () => this.#lines.delete(line));
  }

  give(order: Order): void {
    for (const line of this.#lines) line.write(`data: ${JSON.stringify(order)}\n\n`);
  }

  close(): void {
    for (const line of this.#lines) line.end();
    this.#lines.clear();
  }
}
