import { defineConfig } from 'wxt';
import { popupShell } from './entrypoints/popup/shell-plugin';
import { compiledMessages } from './lib/i18n/compile-plugin';
import { chatOrigins, numbersOrigins } from './lib/platforms/origins';

// A test cannot grant optional hosts in Chromium, so the e2e build alone asks for them at installation. A test proves
// that its manifest differs from the shipped one in nothing else.
const e2e = process.env.LEKAS_E2E === '1';
const hosts = [...chatOrigins, ...numbersOrigins];

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  outDir: e2e ? '.output/e2e' : '.output',
  imports: false,
  vite: () => ({ plugins: [compiledMessages(), popupShell()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // Firefox makes sound in its event page and knows no such permission.
    permissions: [
      ...['alarms', 'notifications', 'storage', 'unlimitedStorage', 'scripting', 'contextMenus'],
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+L' } } },
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
