import type { Browser } from 'wxt/browser';

type Listener = (...args: unknown[]) => unknown;
type Script = Browser.scripting.RegisteredContentScript;

/** The shortest time (ms) ahead that Chrome grants an alarm. */
const floorMs = 30_000;
/** What every browser takes; Firefox throws on others, `buttons` first of all. */
const noticeOptions = new Set(['type', 'iconUrl', 'title', 'message']);

/** An event with its listeners; `fire` calls them as the browser would. */
function event() {
  const listeners: Listener[] = [];
  return {
    listeners,
    addListener: (listener: Listener) => void listeners.push(listener),
    removeListener: (listener: Listener) => void listeners.splice(listeners.indexOf(listener) >>> 0, 1),
    fire: (...args: unknown[]) => listeners.map(listener => listener(...args)),
  };
}

/** A tab as far as we look at it. What a browser does not say of it is absent. */
export interface StrictTab {
  readonly id: number;
  windowId: number;
  url: string;
  active?: boolean;
  status?: string;
  discarded?: boolean;
  frozen?: boolean;
  autoDiscardable?: boolean;
}

/**
 * The browser as our background meets it, and no kinder: an API that is not here is `undefined`, notifications refuse
 * options that one browser does not know, scripts cannot be registered twice, and alarms have their floor.
 */
export function strictBrowser() {
  const granted = new Set<string>();
  const tabs: StrictTab[] = [];
  /** Windows that were opened. */
  const windows: { url: string; type: string }[] = [];
  const scripts: Script[] = [];
  const executed: { tab: number; file: string }[] = [];
  const reloaded: number[] = [];
  const alarms = new Map<string, Browser.alarms.Alarm>();
  const notices = new Map<string, Record<string, unknown>>();
  const stored: Record<string, unknown> = {};
  /** Gone when the browser is started again. */
  const session: Record<string, unknown> = {};
  /** The entries of page menus, by id. */
  const menus = new Map<string, Record<string, unknown>>();
  const badge = { text: '', title: '', color: '' };
  /** What a script that is put into a tab gives, or the error that keeps it out; `silence`: the tab is frozen. */
  const scriptResults = new Map<number, unknown>();
  /** What a tab answers; one that is frozen never calls back. */
  const tabAnswers = new Map<number, (message: unknown, answer: (response?: unknown) => void) => void>();

  const later = <T>(work: () => T): Promise<T> => new Promise<void>(resolve => setTimeout(resolve)).then(work);

  const area = (kept: Record<string, unknown>) => ({
    get: (key: string) => later(() => (key in kept ? { [key]: structuredClone(kept[key]) } : {})),
    set: (change: object) => later(() => void Object.assign(kept, structuredClone(change))),
    remove: (key: string) => later(() => void Reflect.deleteProperty(kept, key)),
    clear: () => later(() => void Object.keys(kept).map(key => Reflect.deleteProperty(kept, key))),
  });

  const chrome = {
    runtime: {
      id: 'lekas',
      onMessage: event(),
      onInstalled: event(),
      onStartup: event(),
      getURL: (path: string) => `chrome-extension://lekas${path}`,
      /** Set while a callback runs whose work failed. */
      lastError: undefined as { message: string } | undefined,
    },
    contextMenus: {
      onClicked: event(),
      create({ id, ...entry }: { id: string }, done: () => void) {
        void later(() => {
          const isThere = menus.has(id);
          if (!isThere) menus.set(id, entry);
          chrome.runtime.lastError = isThere ? { message: `Cannot create item with duplicate id ${id}` } : undefined;
          done();
          chrome.runtime.lastError = undefined;
        });
        return id;
      },
      /** As Firefox: nothing is changed, and nothing said, where there is no such entry. */
      update: (id: string, entry: Record<string, unknown>) =>
        later(() => void (menus.has(id) && menus.set(id, { ...menus.get(id), ...entry }))),
    },
    alarms: {
      onAlarm: event(),
      get: (name: string) => later(() => alarms.get(name)),
      clear: (name: string) => later(() => alarms.delete(name)),
      create(name: string, info: Browser.alarms.AlarmCreateInfo) {
        return later(() => {
          if (typeof name !== 'string' || info.when === undefined) throw new TypeError('an alarm without name or time');
          const scheduledTime = Math.max(info.when, Date.now() + floorMs);
          const { periodInMinutes } = info;
          alarms.set(name, {
            name,
            scheduledTime,
            persistAcrossSessions: true,
            ...(periodInMinutes !== undefined && { periodInMinutes }),
          });
        });
      },
    },
    notifications: {
      onClicked: event(),
      create(id: string, options: Record<string, unknown>) {
        for (const key of Object.keys(options)) {
          if (!noticeOptions.has(key)) throw new TypeError(`unexpected property "${key}"`);
        }
        return later(() => {
          notices.set(id, options);
          return id;
        });
      },
      /** Chrome's alone. */
      update: (id: string, options: Record<string, unknown>) =>
        later(() => notices.has(id) && notices.set(id, { ...notices.get(id), ...options }) === notices),
      clear: (id: string) => later(() => notices.delete(id)),
      getAll: () => later(() => Object.fromEntries([...notices.keys()].map(id => [id, true]))),
    },
    action: {
      setBadgeText: ({ text }: { text: string }) => later(() => void Object.assign(badge, { text })),
      setBadgeBackgroundColor: ({ color }: { color: string }) => later(() => void Object.assign(badge, { color })),
      setTitle: ({ title }: { title: string }) => later(() => void Object.assign(badge, { title })),
    },
    permissions: {
      onAdded: event(),
      onRemoved: event(),
      contains: ({ origins }: { origins: string[] }) => later(() => origins.every(origin => granted.has(origin))),
      remove: ({ permissions }: { permissions: string[] }) =>
        later(() => permissions.every(name => granted.delete(name))),
    },
    scripting: {
      getRegisteredContentScripts: () => later(() => structuredClone(scripts)),
      registerContentScripts(wanted: Script[]) {
        return later(() => {
          for (const { id, matches } of wanted) {
            if (scripts.some(script => script.id === id)) throw new Error(`Duplicate script ID '${id}'`);
            if (!matches?.length) throw new Error(`Script with ID '${id}' must specify at least one match.`);
          }
          scripts.push(...structuredClone(wanted));
        });
      },
      updateContentScripts(changed: Script[]) {
        return later(() => {
          for (const { id } of changed) {
            if (!scripts.some(script => script.id === id)) throw new Error(`Script with ID '${id}' does not exist`);
          }
          for (const [index, { id }] of scripts.entries()) {
            Object.assign(scripts[index] ?? {}, structuredClone(changed.find(script => script.id === id)));
          }
        });
      },
      unregisterContentScripts(filter?: { ids?: string[] }) {
        return later(() => {
          const kept = scripts.filter(({ id }) => filter?.ids && !filter.ids.includes(id));
          scripts.splice(0, scripts.length, ...kept);
        });
      },
      executeScript({ target, files }: { target: { tabId: number }; files: string[] }) {
        const given = scriptResults.get(target.tabId);
        if (given === 'silence') return new Promise<never>(() => {});
        return later(() => {
          if (given instanceof Error) throw given;
          executed.push(...files.map(file => ({ tab: target.tabId, file })));
          return [{ frameId: 0, result: given }];
        });
      },
    },
    storage: {
      onChanged: event(),
      local: area(stored),
      session: area(session),
    },
    tabs: {
      onRemoved: event(),
      onUpdated: event(),
      onReplaced: event(),
      get(id: number) {
        return later(() => {
          const tab = tabs.find(one => one.id === id);
          if (!tab) throw new Error(`No tab with id: ${id}.`);
          return { ...tab };
        });
      },
      reload: (id: number) => later(() => void reloaded.push(id)),
      query: ({ url }: { url?: string[] }) =>
        later(() => tabs.filter(tab => !url || url.some(pattern => tab.url.startsWith(pattern.replace(/\*$/, ''))))),
      create: ({ url }: { url: string }) => later(() => void tabs.push({ id: 100 + tabs.length, windowId: 1, url })),
      update(id: number, change: Partial<StrictTab>) {
        return later(() => {
          const tab = tabs.find(one => one.id === id);
          if (!tab) throw new Error(`No tab with id: ${id}.`);
          return Object.assign(tab, change);
        });
      },
      sendMessage(id: number, message: unknown) {
        const answers = tabAnswers.get(id) ?? ((_: unknown, none: () => void) => void setTimeout(none));
        return new Promise<unknown>(resolve => answers(message, resolve));
      },
    },
    windows: {
      update: () => later(() => {}),
      create: ({ url, type }: { url: string; type: string }) => later(() => void windows.push({ url, type })),
    },
  };

  /** Sends a message as a page's script would; resolves with the answer, `undefined` where nobody claims it. */
  function send(type: string, data: unknown, sender: object): Promise<{ res?: unknown; err?: unknown } | undefined> {
    return new Promise(resolve => {
      const claims = chrome.runtime.onMessage.fire({ type, data }, sender, resolve);
      if (!claims.includes(true)) resolve(undefined);
    });
  }

  return {
    chrome,
    granted,
    tabs,
    windows,
    menus,
    scripts,
    executed,
    reloaded,
    alarms,
    notices,
    stored,
    session,
    badge,
    tabAnswers,
    scriptResults,
    send,
  };
}

export type StrictBrowser = ReturnType<typeof strictBrowser>;
