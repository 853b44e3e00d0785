import type { ExtensionBrowser } from '../e2e/browser.ts';
import type { Measured } from './measured.ts';

/** One line of what was measured, beside what it is divided by. */
export interface Figure {
  readonly figure: string;
  readonly took: Measured;
  /** Measured in the same run. */
  readonly floor: { readonly what: string; readonly took: Measured };
  readonly ratio: number;
  /** For people. */
  readonly words: string;
}

export interface Bench {
  readonly about: string;
  /** Measures in a browser that was started for it, with Lekas in it and nothing logged. */
  run(browser: ExtensionBrowser): AsyncIterable<Figure>;
}
