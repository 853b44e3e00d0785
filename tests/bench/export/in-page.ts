import { exportLines } from '@/lib/log/export-lines';
import { LogDb } from '@/lib/log/log-db';
import { openRaw, rawCursor } from '../raw-db';

export interface Exported {
  /** ms. */
  readonly ours: number;
  readonly raw: number;
  readonly characters: number;
  /** Bytes, as far as the browser tells: in the first tenth and in the last. */
  readonly heapAtFirst: number;
  readonly heapAtLast: number;
}

/** Writes everything as lines and lets them go; beside a raw cursor over the messages. */
export async function timeExport(): Promise<Exported> {
  const db = new LogDb();
  const start = performance.now();
  let characters = 0;
  const heaps: number[] = [];
  for await (const text of exportLines(db, {}, Date.now())) {
    characters += text.length;
    heaps.push(heapBytes());
  }
  const ours = performance.now() - start;
  db.close();
  const raw = await openRaw('lekas');
  const before = performance.now();
  await rawCursor(raw, 'messages', () => {});
  const took = performance.now() - before;
  raw.close();
  const tenth = Math.ceil(heaps.length / 10);
  return {
    ours,
    raw: took,
    characters,
    heapAtFirst: Math.max(...heaps.slice(0, tenth)),
    heapAtLast: Math.max(...heaps.slice(-tenth)),
  };
}

function heapBytes(): number {
  const { memory } = performance as { memory?: { usedJSHeapSize: number } };
  return memory?.usedJSHeapSize ?? 0;
}
