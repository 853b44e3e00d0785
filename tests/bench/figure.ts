import type { ExtensionBrowser } from '../e2e/browser.ts';
import type { Site } from '../tools/site.ts';
import type { Measured } from './measured.ts';

/** One line of what was measured, beside what it is divided by. */
export interface Figure {
  readonly figure: string;
  /** ms, unless it says otherwise. */
  readonly unit?: 'kB' | 'MB';
  readonly took: Measured;
  /** Measured in the same run; absent where a figure stands for itself. */
  readonly floor?: { readonly what: string; readonly took: Measured };
  /** What is divided; default: the medians. */
  readonly by?: 'p95';
  /** The ratio that is to be reached; of a figure without a floor the figure itself. */
  readonly atMost?: number;
  /** For people: what else was seen. */
  readonly words?: string;
}

/** What a measurement may ask for; each of it is there once it was asked for, and ends with the run. */
export interface Stage {
  /** How many messages a long log holds. */
  readonly messages: number;
  /** The folder of the extension that every browser runs. */
  readonly extensionDir: string;
  /** A browser of its own, with nothing logged, and Lekas in it or what stands in its place. `sites`: what it can reach. */
  fresh(options?: { readonly sites?: readonly Site[]; readonly extensionDir?: string }): Promise<ExtensionBrowser>;
  /** The browser with the long log, which is filled once for all who ask. */
  long(): Promise<ExtensionBrowser>;
}

export interface Bench {
  readonly about: string;
  run(stage: Stage): AsyncIterable<Figure>;
}

/** How many times the floor it took; `null` where there is none. */
export function ratioOf({ took, floor, by = undefined }: Figure): number | null {
  const part = by ?? 'median';
  return floor ? took[part] / floor.took[part] : null;
}
