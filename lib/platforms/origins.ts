import { addresses } from './addresses';

/** Match patterns of every host with a chat page: what the welcome page asks for, marketplace by marketplace. */
export const chatOrigins: string[] = addresses.flatMap(({ markets }) => markets.map(({ host }) => originOf(host)));

/** The match pattern of a host: what a permission is asked for. */
export function originOf(host: string): string {
  return `https://${host}/*`;
}
