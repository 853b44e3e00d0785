import { chatOrigins } from './origins';

/**
 * Match patterns of the pages on which a case can be started: the marketplaces' own. Where the Resolution Center's list
 * stands was not recorded (tokopedia.md section 1), so it is any of Tokopedia's hosts.
 */
export const casePages: readonly string[] = ['https://*.tokopedia.com/*', ...chatOrigins];

/**
 * The address to remember of a page that a case was started from, without its fragment; `null` where it is none of the
 * marketplaces', or longer than `longest` characters. Where it leads to may be asked of one that was taken in from a file, too.
 */
export function casePage(address: string | undefined, longest: number): string | null {
  const url = address === undefined ? null : URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.port !== '') return null;
  if (!/(^|\.)tokopedia\.com$/.test(url.hostname) && !chatOrigins.includes(`https://${url.host}/*`)) return null;
  url.hash = '';
  return url.href.length <= longest ? url.href : null;
}
