import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatPage } from './browser.ts';

/** What a page's main thread did, all in ms of its own work: what the machine did meanwhile for others is not in it. */
export interface MainThread {
  /** Tasks that worked for more than 50 ms. */
  readonly longTasks: readonly number[];
  /** The longest call of a script whose address was asked for; 0 where none was called. */
  readonly longestCall: number;
}

/** One event of Chromium's trace format; `tdur`: µs that the thread itself worked in it. */
interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly fileName?: string;
    readonly data?: { readonly url?: string };
  };
}

/** Starts to trace and gives what ends it, and tells of the page whose own scripts are of `origin`. Chromium only. */
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
  return {
    longTasks: here
      .filter(({ name }) => name === 'ThreadControllerImpl::RunTask')
      .map(worked)
      .filter(ms => ms > 50)
      .map(Math.round),
    longestCall: Math.max(0, ...here.filter(event => script.test(scriptOf(event))).map(worked)),
  };
}
