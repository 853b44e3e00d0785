import type { WorkbenchOptions } from '../pages/feige/chat/options.ts';
import { SimulatedWorkbench } from '../pages/feige/workbench.ts';
import type { ExtensionBrowser } from './browser.ts';
import { eventually } from './browser-eventually.ts';
import { type LoggedMessage, loggedLines, loggedMessages, sentLines } from './in-the-log.ts';

/** The two layouts that are served side by side: with the split of those who wait, and the rebuilt one in a frame. */
export const desks = [
  ['with the split', { layout: 'sections' }],
  ['rebuilt, in a frame', { layout: 'rebuilt', frame: true, nickname: 'name-line' }],
] as const satisfies readonly (readonly [string, Partial<WorkbenchOptions>])[];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const chinaAhead = 8 * hourMs;

/** Whether what a buyer writes at this moment (ms) lies inside the rules' hours, 08:00 to 23:00 in Shanghai. */
export function isInHours(at: number): boolean {
  const hour = ((at + chinaAhead) % dayMs) / hourMs;
  return hour >= 8 && hour < 23;
}

/** A moment of yesterday in Shanghai, `HH:MM:SS`, in ms: the same at whatever hour a test runs. */
export function yesterdayAt(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  const today = Math.floor((Date.now() + chinaAhead) / dayMs) * dayMs - chinaAhead;
  return today - dayMs + hours * hourMs + minutes * 60_000 + seconds * 1000;
}

export function deskWith(options: Partial<WorkbenchOptions>, before: (desk: SimulatedWorkbench) => void = () => {}) {
  const desk = new SimulatedWorkbench(options);
  before(desk);
  return desk;
}

export async function untilLogged(desk: SimulatedWorkbench, browser: ExtensionBrowser, within = 15_000) {
  const isAll = async () => loggedLines(await loggedMessages(browser)).length >= sentLines(desk.sent).length;
  await eventually(isAll, { within, every: 100, what: 'every message in the log' });
  return (await loggedMessages(browser)) as readonly (LoggedMessage & { readonly agent?: string })[];
}
