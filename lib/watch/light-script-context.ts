import { join } from 'node:path';

/** For a bundler: the life of a script in a page, without what none of ours uses. `root`: the folder of the sources. */
export const lightScriptContext = (root: string) => ({
  find: /^wxt\/utils\/content-script-context$/,
  replacement: join(root, 'lib/watch/script-context.ts'),
});
