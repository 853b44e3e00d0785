import { describe, it } from 'vitest';
import type { BrowserName } from './browser.ts';
import { browsers } from './scene.ts';

/**
 * A test that both browsers play at the same time, and no other beside them: for what mostly waits. What must be there
 * within a second is better asked of one browser after the other.
 */
export function sideBySide(title: string, play: (name: BrowserName) => Promise<void>, withinMs?: number): void {
  describe(title, () => {
    it.concurrent.each(browsers)('in %s', play, withinMs);
  });
}
