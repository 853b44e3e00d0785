import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compiledMessages } from './lib/i18n/compile-plugin.ts';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };

const inBrowsers = {
  testTimeout: 60_000,
  hookTimeout: 90_000,
  fileParallelism: false,
  // What mostly waits is played two at a time; what must be there within a second, one after the other.
  maxConcurrency: 2,
  // Two browsers on a busy machine miss a second at times. What passes only then is named at the end of the run.
  retry: 1,
};

export default defineConfig({
  resolve: { alias },
  plugins: [react(), compiledMessages()],
  test: {
    sequence: { shuffle: true },
    // Vitest leaves a core free for itself; on two that would be half of them.
    maxWorkers: '100%',
    // What was found is shown whole: a fault seen once on another machine may not come again to be looked at.
    chaiConfig: { truncateThreshold: 0 },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,golden}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/unit/setup.ts'],
          // Properties run some thousand times; a machine with both cores busy needs longer than usual.
          testTimeout: 30_000,
          restoreMocks: true,
        },
      },
      { extends: true, test: { ...inBrowsers, name: 'e2e', include: ['tests/e2e/*.e2e.ts'] } },
      {
        extends: true,
        test: {
          ...inBrowsers,
          name: 'reminders',
          include: ['tests/e2e/reminders/*.e2e.ts'],
          // They wait for a reminder to be due, half a minute at a time: the machine has room for two of them, in two browsers each.
          fileParallelism: true,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { ...inBrowsers, name: 'long', include: ['tests/e2e/long/*.e2e.ts'] } },
    ],
  },
});
