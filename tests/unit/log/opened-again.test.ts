import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { LogDb } from '@/lib/log/log-db';
import { until } from '../until';

describe('a log whose opening failed', () => {
  it('is told as such, and opened again by who asks later: an opening that the browser broke off locks nobody out', async () => {
    const db = new LogDb('lekas-broken-off');
    const broken = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A request was aborted', 'AbortError');
    });
    await expect(db.messages.count()).rejects.toThrow();
    await expect(db.messages.count()).rejects.toThrow();
    expect(broken.mock.calls.length).toBeLessThan(3);
    broken.mockRestore();
    await until(async () => expect(await db.messages.count()).toBe(0));
    db.close();
  });
});
