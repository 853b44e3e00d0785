import type { ServerResponse } from 'node:http';
import { hosts } from './hosts.ts';

/** The calls have a host of their own, hence leave for the page's origin. */
export function leaveForOrigin(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', `https://${hosts.chat}`);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-headers', 'content-type');
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
}
