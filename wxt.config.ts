import { defineConfig } from 'wxt';
import { popupWords } from './entrypoints/popup/popup-words-plugin';
import { popupShell } from './entrypoints/popup/shell-plugin';
import { compiledMessages } from './lib/i18n/compile-plugin';
import { usedWords } from './lib/i18n/used-words-plugin';
import { leanDexie } from './lib/log/lean-dexie-plugin';
import { modernDexie } from './lib/log/modern-dexie';
import { noSources } from './lib/platforms/no-sources-plugin';
import { chatOrigins, numbersOrigins } from './lib/platforms/origins';
import { lightScriptContext } from './lib/watch/light-script-context';
import { smallerScripts } from './lib/watch/smaller-scripts-plugin';

// A test cannot grant what is optional in Chromium, so the e2e build alone asks for it at installation. A test proves
// that its manifest differs from the shipped one in nothing else.
const e2e = process.env.LEKAS_E2E === '1';
const scripts: ReadonlySet<string> = new Set(['background', 'content-script']);
const hosts = [...chatOrigins, ...numbersOrigins];
const optional = ['downloads'];

/**
 * What the pages and the worker of the extension may load: what is packed with it, and nothing from anywhere else. With
 * `connect-src 'none'` the browser itself refuses every request of theirs, whatever a bug or a library would ask for.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // Widths of bars and places of marks are set on elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  outDir: e2e ? '.output/e2e' : '.output',
  imports: false,
  // Every browser that is supported loads modules ahead by itself: no line of Vite's that would ask for them.
  vite: () => ({
    plugins: [popupWords(import.meta.dirname), compiledMessages(), popupShell(), leanDexie(), noSources()],
    resolve: { alias: [modernDexie, lightScriptContext(import.meta.dirname)] },
    build: { modulePreload: { polyfill: false } },
    // A catalogue is asked for whole: each message exported by itself too would be named twice.
    json: { namedExports: false },
  }),
  hooks: {
    // The popup, which is opened most, and the same beside the chat are made apart from the other pages: made together, they would
    // load what those need of what they share, and in a dozen files that compress worse than one.
    'entrypoints:grouped': (_, groups) => {
      const pages = groups.find(group => Array.isArray(group));
      const opened = pages?.filter(({ type }) => type === 'popup' || type === 'sidepanel') ?? [];
      for (const page of opened) pages?.splice(pages.indexOf(page), 1);
      groups.push(opened);
    },
    'vite:build:extendConfig': (entries, config) => {
      if (entries.every(({ type }) => scripts.has(type))) config.plugins = [config.plugins, smallerScripts()];
      if (!entries.some(({ type }) => type === 'background')) return;
      // What went wrong the background tells by its key, to a page that says it.
      const words = usedWords(import.meta.dirname, 'entrypoints/background.ts', { unsaid: /_error$/ });
      config.plugins = [words, config.plugins];
    },
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // Firefox makes sound in its event page and knows no such permission.
    permissions: [
      ...['alarms', 'notifications', 'storage', 'unlimitedStorage', 'scripting', 'contextMenus'],
      ...(browser === 'firefox' ? [] : ['offscreen']),
      ...(e2e ? optional : []),
    ],
    ...(!e2e && { optional_permissions: optional }),
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+L' } } },
    // While it is being developed, the server of WXT is asked for what has changed.
    ...(command === 'build' && { content_security_policy: { extension_pages: policy } }),
    ...(e2e ? { host_permissions: hosts } : { optional_host_permissions: hosts }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'lekas@lekas.app',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
