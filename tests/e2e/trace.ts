import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatPage } from './browser.ts';

export interface LongTask {
  readonly ms: number;
  /** How much of it (ms) was inside the scripts that were asked for. */
  readonly ours: number;
}

/** What a page's main thread did. */
export interface MainThread {
  /** Tasks of more than 50 ms. */
  readonly longTasks: readonly LongTask[];
  /** The longest call of a script whose address was asked for; 0 where none was called. */
  readonly longestCall: number;
}

/** One event of Chromium's trace format, in µs; `tdur`: how long the thread itself worked in it. */
interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly fileName?: string;
    readonly data?: { readonly url?: string };
  };
}

/**
 * Starts to trace and gives what ends it, in ms of the thread's own work: what the machine did meanwhile for others is not in
 * it. Tells of the page whose own scripts are of `origin`. Chromium only.
 */
export async function startTrace(chat: ChatPage, origin: string): Promise<(script: RegExp) => Promise<MainThread>> {
  const folder = await mkdtemp(join(tmpdir(), 'lekas-trace-'));
  const path = join(folder, 'trace.json');
  await chat.puppeteer.tracing.start({ path, categories: ['toplevel', 'devtools.timeline', 'v8.execute'] });
  return async script => {
    await chat.puppeteer.tracing.stop();
    const { traceEvents } = JSON.parse(await readFile(path, 'utf8')) as { readonly traceEvents: TraceEvent[] };
    await rm(folder, { recursive: true });
    return mainThread(traceEvents, origin, script);
  };
}

function mainThread(events: readonly TraceEvent[], origin: string, script: RegExp): MainThread {
  const scriptOf = ({ args }: TraceEvent) => args?.data?.url ?? args?.fileName ?? '';
  const own = events.find(event => event.name === 'FunctionCall' && scriptOf(event).startsWith(origin));
  if (!own) throw new Error(`no script of ${origin} was called`);
  const here = events.filter(({ pid, tid, ph }) => pid === own.pid && tid === own.tid && ph === 'X');
  const worked = ({ tdur = 0 }: TraceEvent) => tdur / 1000;
  const calls = outermost(here.filter(event => script.test(scriptOf(event))));
  const inside = (task: TraceEvent) => (event: TraceEvent) => event.ts >= task.ts && event.ts < endOf(task);
  return {
    longTasks: here
      .filter(event => event.name === 'ThreadControllerImpl::RunTask' && worked(event) > 50)
      .map(task => ({
        ms: worked(task),
        ours: calls.filter(inside(task)).reduce((sum, event) => sum + worked(event), 0),
      })),
    longestCall: Math.max(0, ...calls.map(worked)),
  };
}

const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;

/** Those that no other of them was called from. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return events
    .toSorted((a, b) => a.ts - b.ts || endOf(b) - endOf(a))
    .filter(event => {
      if (event.ts < end) return false;
      end = endOf(event);
      return true;
    });
}
