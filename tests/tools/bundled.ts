import { build } from 'vite';
import { modernDexie } from '../../lib/log/modern-dexie.ts';
import { preparedOnce } from './prepare.ts';
import { root } from './run.ts';

/** What a module of ours exports, as one expression that a page of the extension evaluates to it. `entry`: its path. */
export async function bundled(entry: string): Promise<string> {
  await preparedOnce();
  const name = 'lekasBundled';
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: [{ find: '@', replacement: root }, modernDexie] },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`${entry} could not be bundled`);
  return `(() => { ${output.output[0].code}; return ${name}; })()`;
}
