import { vi } from 'vitest';

/** Waits until `holds` throws no more, for as long as a busy machine may need (at most 10 s): how fast it is proves nothing. */
export const until = <T>(holds: () => T | Promise<T>): Promise<T> => vi.waitFor(holds, { timeout: 10_000 });
