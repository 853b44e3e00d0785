import type { WorkbenchOptions } from '../pages/feige/chat/options.ts';
import { SimulatedWorkbench } from '../pages/feige/workbench.ts';
import { clockShowing, type WorldClock } from '../tools/clock-ahead.ts';
import type { BrowserName, LaunchOptions } from './browser.ts';
import { playOn, type SceneOn } from './scene.ts';

/** The two layouts that are served side by side: with the split of those who wait, and the rebuilt one in a frame. */
export const desks = [
  ['with the split', { layout: 'sections' }],
  ['rebuilt, in a frame', { layout: 'rebuilt', frame: true, nickname: 'name-line' }],
] as const satisfies readonly (readonly [string, Partial<WorkbenchOptions>])[];

const hourMs = 3_600_000;
const chinaAheadMs = 8 * hourMs;

/** Whether what a buyer writes at this moment (ms) lies inside the rules' hours, 08:00 to 23:00 in Shanghai. */
export function isInHours(at: number): boolean {
  const hour = ((at + chinaAheadMs) / hourMs) % 24;
  return hour >= 8 && hour < 23;
}

export interface DeskScene extends SceneOn<SimulatedWorkbench> {
  readonly clock: WorldClock;
}

interface DeskOptions extends Partial<WorkbenchOptions> {
  /** The time in Shanghai when the scene begins, `HH:MM:SS`: the rules have hours. */
  readonly showing?: string;
  /** What happened before the page is opened. */
  readonly before?: (desk: SimulatedWorkbench, clock: WorldClock) => void;
}

/** Sets a scene at a workbench, in the afternoon unless it says otherwise, and plays it. */
export async function playAtDesk(
  name: BrowserName,
  { showing = '14:00:00', before, ...options }: DeskOptions,
  act: (scene: DeskScene) => Promise<void>,
  launching: Pick<LaunchOptions, 'granted' | 'extensionDir'> = {},
): Promise<void> {
  const clock = clockShowing(showing, chinaAheadMs);
  const desk = new SimulatedWorkbench({
    ...options,
    // The page tells its time by how far this is ahead.
    now: clock.now,
  });
  before?.(desk, clock);
  await playOn(name, desk, scene => act({ ...scene, clock }), { ...launching, clock });
}
