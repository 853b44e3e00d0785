import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly browser: 'chromium' | 'firefox';
  /** Ends by itself after this time; without it, with Ctrl-C. */
  readonly forSeconds: number | undefined;
}

/** The options of `npm start`, or what is wrong with them. */
export function startOptions(args: readonly string[]): StartOptions | { readonly problem: string } {
  const usage = 'usage: npm start -- [--for <seconds>] [--browser chromium|firefox]';
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { for: { type: 'string' }, browser: { type: 'string' } },
    });
    const { browser = 'chromium' } = values;
    if (browser !== 'chromium' && browser !== 'firefox') return { problem: `no such browser: ${browser}\n${usage}` };
    const forSeconds = values.for === undefined ? undefined : Number(values.for);
    if (forSeconds !== undefined && !(forSeconds > 0 && forSeconds < 1e6)) {
      return { problem: `not a number of seconds: ${values.for}\n${usage}` };
    }
    return { browser, forSeconds };
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : error}\n${usage}` };
  }
}
