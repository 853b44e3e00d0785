import { addresses } from './addresses';
import { chatOrigins } from './origins';

const domains = addresses.flatMap(({ caseDomain }) => caseDomain ?? []);

/** Match patterns of the pages on which a case can be started: the marketplaces' own. */
export const casePages: readonly string[] = [...domains.map(domain => `https://*.${domain}/*`), ...chatOrigins];

/**
 * The address to remember of a page that a case was started from, without its fragment; `null` where it is none of the
 * marketplaces', or longer than `longest` characters. Asked again before it is opened: it may have come from a file.
 */
export function casePage(address: string | undefined, longest: number): string | null {
  const url = address === undefined ? null : URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.port !== '') return null;
  const isOfDomain = domains.some(domain => url.hostname === domain || url.hostname.endsWith(`.${domain}`));
  if (!isOfDomain && !chatOrigins.includes(`https://${url.host}/*`)) return null;
  url.hash = '';
  return url.href.length <= longest ? url.href : null;
}
