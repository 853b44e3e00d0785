import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { popupWords } from '../../../entrypoints/popup/popup-words-plugin.ts';
import { popupShell } from '../../../entrypoints/popup/shell-plugin.ts';
import { compiledMessages } from '../../../lib/i18n/compile-plugin.ts';
import { root } from '../../tools/run.ts';

/** Where the popup with fixed numbers stands in the copy. */
export const fixedPopup = 'fixed/tests/bench/popup/fixed.html';

/** A copy of a built extension that also holds a popup which paints fixed numbers, built of the same sources in the same way. */
export async function withFixedPopup(extensionDir: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'lekas-bench-'));
  await cp(extensionDir, copy, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    base: '/fixed/',
    resolve: { alias: { '@': root } },
    plugins: [react(), popupWords(root), compiledMessages(), popupShell()],
    build: {
      outDir: join(copy, 'fixed'),
      target: 'esnext',
      rolldownOptions: { input: join(import.meta.dirname, 'fixed.html') },
    },
  });
  return copy;
}
