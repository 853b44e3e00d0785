import { minify } from '@swc/core';

interface Chunk {
  readonly type: 'chunk';
  code: string;
}

/**
 * For a bundler: minifies what was minified once more, which makes a script of ours 2 to 4 % smaller. For scripts that every page
 * of a marketplace or every wake of the worker loads; the pages of the extension do not get smaller by it.
 */
export function smallerScripts() {
  return {
    name: 'lekas:smaller-scripts',
    async generateBundle(_: unknown, bundle: Readonly<Record<string, Chunk | { readonly type: 'asset' }>>) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const options = { compress: { passes: 3, ecma: 2020 }, mangle: true, ecma: 2020, module: false } as const;
        chunk.code = (await minify(chunk.code, options)).code;
      }
    },
  };
}
