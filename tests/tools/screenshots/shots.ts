import type { Scene } from './scenes.ts';

/** One picture to take: a page of the extension, over a log, at a size, after what a seller does there. */
export interface Shot {
  readonly name: string;
  readonly scene: Scene;
  readonly page: string;
  readonly width: number;
  readonly height: number;
  /** True once it is drawn. */
  readonly ready: string;
  /** Evaluated before the picture is taken. */
  readonly act?: string;
}

const popup = (scene: Scene, changes: Partial<Shot> = {}): Shot => ({
  name: `popup-${scene}`,
  scene,
  page: 'popup.html',
  width: 380,
  height: 600,
  ready: 'document.querySelector(".popup footer, .no-shop") && !document.querySelector("[aria-busy]")',
  ...changes,
});

const desk = (name: string, scene: Scene, page: string, changes: Partial<Shot> = {}): Shot => ({
  name,
  scene,
  page,
  width: 1100,
  height: 1000,
  ready: 'document.querySelector(".desk main") && !document.querySelector("[aria-busy=true]")',
  ...changes,
});

const press = (key: string) => `document.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true }))`;

/** Every screen, in the order of the scenes: a log is filled once. */
export const shots: readonly Shot[] = [
  popup('none'),
  {
    ...popup('none'),
    name: 'welcome',
    page: 'welcome.html',
    width: 1000,
    height: 1050,
    ready: 'document.querySelectorAll("button").length > 5',
  },
  {
    ...popup('none'),
    name: 'welcome-narrow',
    page: 'welcome.html',
    width: 380,
    height: 800,
    ready: 'document.querySelectorAll("button").length > 5',
  },
  popup('new'),
  popup('quiet'),
  popup('one'),
  popup('one', { name: 'popup-one-counting', act: 'document.querySelector("summary").click()' }),
  popup('one', { name: 'popup-one-keys', act: press('?') }),
  popup('one', { name: 'beside', page: 'sidepanel.html', width: 320, height: 900 }),
  popup('forty'),
  popup('signed-out'),
  popup('partly'),
  popup('not-recognised'),
  popup('closed'),
  popup('all'),
  desk('dashboard-none', 'none', 'dashboard.html'),
  desk('dashboard', 'all', 'dashboard.html', { height: 3400 }),
  desk('dashboard-narrow', 'all', 'dashboard.html', { width: 380, height: 6400 }),
  desk('settings', 'all', 'options.html'),
  desk('settings-narrow', 'all', 'options.html', { width: 380, height: 1400 }),
  popup('twenty'),
];
