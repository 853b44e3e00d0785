import { type Figure, ratioOf } from './figure.ts';
import { type Measured, ms } from './measured.ts';

/** What was measured, a line for each figure, as a table of Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const head = ['figure', 'took', 'floor', 'ratio', 'to reach', 'reached'];
  return [head, head.map(() => '---'), ...figures.map(rowOf)].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

/** In the words of one figure: what it took, and of what. */
export function saidOf(figure: Figure): string {
  const [name = '', took, floor, ratio] = rowOf(figure);
  const beside = floor === '–' ? '' : `; ${floor}; ratio ${ratio}`;
  return `${name}: ${took}${beside}${figure.words === undefined ? '' : `; ${figure.words}`}`;
}

function rowOf(figure: Figure): string[] {
  const { took, floor, atMost, unit = 'ms' } = figure;
  const ratio = ratioOf(figure);
  const part = figure.by ?? 'median';
  const reached = atMost === undefined ? '–' : (ratio ?? took[part]) <= atMost ? 'yes' : 'no';
  return [
    figure.figure,
    words(took, part, unit),
    floor ? `${floor.what}: ${words(floor.took, part, unit)}` : '–',
    ratio === null ? '–' : ratio.toFixed(2),
    atMost === undefined ? '–' : `≤ ${atMost}${ratio === null ? ` ${unit}` : ''}`,
    reached,
  ];
}

function words(took: Measured, part: 'median' | 'p95', unit: string): string {
  const value = `${ms(took[part])} ${unit}`;
  return took.runs === 1 ? value : `${part === 'p95' ? 'p95 ' : ''}${value} (${ms(took.min)} to ${ms(took.max)})`;
}
