import { addresses } from './addresses';

/** Match patterns of every host with a chat page: what the welcome page asks for, marketplace by marketplace. */
export const chatOrigins: string[] = addresses.flatMap(({ markets }) => markets.map(({ host }) => originOf(host)));

/** Match patterns of the hosts on which platforms show their own numbers: asked for one by one, apart from the chat. */
export const numbersOrigins: string[] = addresses.flatMap(({ numbers }) => (numbers ? [originOf(numbers.host)] : []));

/** The match pattern of a host: what a permission is asked for. */
export function originOf(host: string): string {
  return `https://${host}/*`;
}
