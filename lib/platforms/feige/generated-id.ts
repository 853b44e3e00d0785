import type { Line } from './lines';

/** What an id that the platform generated says of its message (feige.md section 2, Jun 2026); `null` for another id. */
export function lineOfId(id: string): Line | null {
  if (id.includes('_Welcome_')) return 'welcome';
  if (id.includes('_CsAssign_')) return 'notice';
  return id.startsWith('cs_close_conversation') ? 'close' : null;
}
