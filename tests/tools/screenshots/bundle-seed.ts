import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../run.ts';

/** The seeding as one expression that gives its function: what a page of the extension evaluates. */
export async function bundledSeed(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'seed.ts'),
        formats: ['iife'],
        name: 'lekasSeed',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the seeding could not be bundled');
  return `(() => { ${output.output[0].code}; return lekasSeed.seed; })()`;
}
