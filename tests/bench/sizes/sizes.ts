import { weightsOf } from '../../tools/weights.ts';
import type { Bench, Figure, Stage } from '../figure.ts';
import { measured } from '../measured.ts';

const atMost = (name: string): number => (name === 'background' ? 70 : name === 'popup, all in' ? 115 : 20);

/** What is loaded, gzipped. */
export const sizes: Bench = {
  about: 'what the built extension weighs, gzipped',
  async *run({ extensionDir }: Stage): AsyncIterable<Figure> {
    for (const [name, kB] of Object.entries(await weightsOf(extensionDir))) {
      yield { figure: name, unit: 'kB', took: measured([kB]), atMost: atMost(name) };
    }
  },
};
