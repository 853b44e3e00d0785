import type { LogTrouble } from '@/lib/log/log-trouble';

/**
 * Has the log in trouble, or in none (`null`), as it is known beside the log: an expression for a page of the extension. What is
 * in the log stays as it is.
 */
export const inTrouble = (trouble: LogTrouble | null): string => `(async ({ storage }) => {
  const { 'log-birth': { lostAt, ...birth } = { id: 'none' } } = await storage.local.get('log-birth');
  const lost = ${trouble === 'lost'} && { lostAt: Date.now() - 3 * 3_600_000 };
  await storage.local.set({ 'log-birth': { ...birth, ...lost } });
  if (${trouble !== null && trouble !== 'lost'}) await storage.session.set({ 'log-trouble': '${trouble}' });
  else await storage.session.remove('log-trouble');
})(globalThis.browser ?? chrome)`;
