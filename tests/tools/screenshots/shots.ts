import type { LogTrouble } from '@/lib/log/log-trouble';
import { cases, type Scene } from './scenes.ts';
import type { SeededCase } from './seed.ts';

/** One picture to take: a page of the extension, over a log, at a size, after what a seller does there. */
export interface Shot {
  readonly name: string;
  readonly scene: Scene;
  readonly page: string;
  readonly width: number;
  readonly height: number;
  /** True once it is drawn. */
  readonly ready: string;
  /** As stored; absent: none. */
  readonly settings?: object;
  /** What is tracked by hand; absent: nothing. */
  readonly cases?: readonly SeededCase[];
  /** What is wrong with the log as a whole; absent: nothing. */
  readonly trouble?: LogTrouble;
  /** Evaluated before the picture is taken. */
  readonly act?: string;
  /** As it is printed. */
  readonly isPrinted?: boolean;
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

/** The same screen with the log in trouble, once it says so. */
const troubled = (trouble: LogTrouble, shot: Shot): Shot => ({
  ...shot,
  name: `trouble-${trouble}-${shot.name}`,
  trouble,
  ready: `${shot.ready} && document.querySelector("[data-trouble=${trouble}]")`,
});

/** The popup, once the background answers like this when it is asked again; `null`: not at all. */
const answered = (shot: Shot, sheet: object | null): Shot => ({
  ...shot,
  ready: `(chrome.runtime.sendMessage = async () => ({ res: ${JSON.stringify(sheet)} })) && document.querySelector(".failure")`,
});

/** A log that cannot be read: there is nothing of it to show. */
const unread = (trouble: Extract<LogTrouble, 'unreadable' | 'newer'>): Shot => {
  const at = Date.now();
  const told = { is: trouble, at, littleRoom: 0 };
  const sheet = { at: at + 3_600_000, goodUntil: at, by: '', overview: null, cases: null, trouble: told };
  return answered(popup('one', { name: `trouble-${trouble}-popup-one` }), sheet);
};

/** The settings, once they show how a shop is counted. */
const settings = (name: string, scene: Scene, changes: Partial<Shot> = {}): Shot =>
  desk(name, scene, 'options.html', {
    ready: 'document.querySelector("[data-counting-shop]") && !document.querySelector("[aria-busy=true]")',
    ...changes,
  });

/** Shops of the scene with all of them: one that sells much, and one that is judged on Mondays. */
const sold = 'tiktok-shop/ID/7494012345678904711';
const judged = 'tiktok-shop/VN/7495880000000005678';
const weekly = 'tiktok-shop/12h-weekly';

const press = (key: string) => `document.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true }))`;

/** Presses one after the other; each is drawn before the next. */
const click = (...what: readonly string[]) => `(async () => {
  for (const one of ${JSON.stringify(what)}) {
    document.querySelector(one).click();
    await new Promise(resolve => setTimeout(resolve, 60));
  }
})()`;

const goTo = (section: string) => `location.hash = '${section}'`;

/** Types into a field of a settings page, as its own scripts hear it. */
const type = (name: string, text: string) => `(() => {
  const field = document.getElementsByName('${name}')[0];
  const { prototype } = field.tagName === 'SELECT' ? HTMLSelectElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, '${text}');
  field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  field.focus();
  field.blur();
})()`;

const wrongFields = `[${type('zone', 'Jakarta')}, ${type('tiktok-shop/12h target', '-5')}]`;
const ownHours = `[${type('tiktok-shop/12h hours', 'own')}, document.querySelector('.form-end').scrollIntoView()]`;
const onHoliday = {
  counting: {
    'tiktok-shop/ID/7494012345678904711': {
      holidays: [
        { from: Date.UTC(2026, 0, 1), to: null },
        { from: Date.UTC(2025, 11, 24), to: Date.UTC(2025, 11, 27) },
      ],
    },
  },
};
const quietNight = { reminding: { quiet: { from: '22:00', to: '07:00', zone: 'Asia/Jakarta' } } };

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
  popup('one', { name: 'popup-one-menu', act: 'document.querySelectorAll(".waiting-more")[1].click()' }),
  popup('one', { name: 'popup-one-nameless', settings: { reminding: { names: false } } }),
  popup('one', { name: 'beside', page: 'sidepanel.html', width: 320, height: 900 }),
  popup('one', { name: 'beside-twice', page: 'sidepanel.html', width: 190, height: 700 }),
  {
    ...popup('one'),
    name: 'welcome-works',
    page: 'welcome.html',
    width: 1000,
    height: 1050,
    ready: 'document.querySelector("[data-step=works]")',
  },
  ...(['full', 'nearly-full', 'lost'] as const).map(trouble => troubled(trouble, popup('one'))),
  ...(['unreadable', 'newer'] as const).map(unread),
  answered(popup('one', { name: 'trouble-no-answer-popup-one' }), null),
  troubled('lost', settings('settings', 'one')),
  troubled('lost', desk('dashboard', 'one', 'dashboard.html')),
  troubled('lost', popup('one', { name: 'beside', page: 'sidepanel.html', width: 320, height: 900 })),
  popup('forty'),
  troubled('lost', popup('forty')),
  popup('five-hundred'),
  popup('quiet', { name: 'popup-case-form', act: click('.cases-head .quiet') }),
  popup('quiet', { name: 'popup-case-wrong', act: click('.cases-head .quiet', '.case-form .primary') }),
  popup('quiet', { name: 'popup-case-menu', cases, act: click('.case-item .waiting-more') }),
  popup('quiet', {
    name: 'popup-case-change',
    cases,
    act: click('.case-item .waiting-more', '[data-case-action=change]'),
  }),
  popup('forty', { name: 'popup-forty-cases', page: 'popup.html#cases', cases }),
  popup('promised'),
  settings('settings-one', 'one', { height: 2400 }),
  settings('settings-wrong', 'one', { act: wrongFields }),
  settings('settings-unsaved', 'one', { act: ownHours }),
  settings('settings-holiday', 'one', { settings: onHoliday }),
  settings('settings-reminding', 'one', { act: goTo('reminding'), settings: quietNight }),
  settings('settings-promise', 'one', {
    act: 'document.querySelector("[data-promises]").scrollIntoView({ block: "center" })',
  }),
  settings('settings-data', 'one', { act: goTo('data') }),
  settings('settings-aside', 'aside', { act: goTo('aside') }),
  popup('again'),
  settings('settings-again', 'again'),
  popup('signed-out'),
  popup('partly'),
  popup('not-recognised'),
  popup('closed'),
  popup('cut-off'),
  popup('not-allowed'),
  popup('all'),
  desk('dashboard-none', 'none', 'dashboard.html'),
  desk('dashboard', 'all', `dashboard.html#shop=${sold}`, { height: 1700 }),
  desk('dashboard-below', 'all', `dashboard.html#shop=${sold}`, {
    height: 1900,
    act: 'document.querySelector(".coverage").scrollIntoView({ block: "end" })',
  }),
  // The width of A4 between its margins. It is drawn for a screen before.
  desk('dashboard-print', 'all', `dashboard.html#shop=${judged}&rule=${weekly}`, { height: 3400, isPrinted: true }),
  desk('dashboard-narrow', 'all', `dashboard.html#shop=${sold}`, { width: 380, height: 2600 }),
  desk('dashboard-judged', 'all', `dashboard.html#shop=${judged}&rule=${weekly}`, { height: 1700 }),
  settings('settings', 'all'),
  settings('settings-narrow', 'all', { width: 380, height: 1400 }),
  popup('twenty'),
  popup('twenty', { name: 'beside-twenty-twice', page: 'sidepanel.html', width: 190, height: 700 }),
];
