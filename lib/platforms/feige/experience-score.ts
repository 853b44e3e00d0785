import type { Observation } from '../../chat/observation';
import type { OfficialMetric } from '../../chat/official-metric';
import { type JsonRecord, recordOf } from '../json-record';
import { notUnderstood } from '../not-understood';
import { inside } from './decode-json';

interface Shown {
  readonly metric: OfficialMetric;
  readonly title: RegExp;
  readonly node: string;
  readonly value: (figure: string) => number | null;
}

// Title and node ids as in feige.md section 6. The title of the dissatisfaction was not recorded; its name is that of the
// export's column.
const shown: readonly Shown[] = [
  { metric: 'mean-response', title: /平均响应时长/, node: '322', value: secondsIn },
  { metric: 'dissatisfaction', title: /不满意率/, node: '317', value: shareIn },
];

/**
 * The numbers of the experience score that Lekas measures too. What `value_type` says was not recorded, so a figure is
 * taken by its own unit, and one that could be either is not understood.
 */
export function readExperienceScore({ data }: JsonRecord, at: number): readonly Observation[] | null {
  const items = recordOf(data)?.shop_analysis;
  if (!Array.isArray(items) || items.length > 1000) return null;
  return items.flatMap((entry): Observation[] => {
    const item = recordOf(entry);
    if (!item) return [notUnderstood('shop_analysis')];
    const one = shown.find(({ title, node }) => title.test(textIn(item.title)) || nodeOf(item) === node);
    if (!one) return [];
    const figure = inside(item, 'value').value_figure;
    const value = typeof figure === 'string' || typeof figure === 'number' ? one.value(String(figure).trim()) : null;
    return [value === null ? notUnderstood('value_figure') : { is: 'official', metric: one.metric, value, at }];
  });
}

/** A text, or a number as text; empty for anything else, which may have no text at all. */
const textIn = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Under which key the node's id stands was not recorded; the only ids in an item are its own. */
function nodeOf(item: JsonRecord): string {
  const ids = [item, inside(item, 'node_score_info')].flatMap(fields =>
    Object.entries(fields).flatMap(([key, value]) => (/(?:^|_)id$/i.test(key) ? [textIn(value)] : [])),
  );
  return ids.length === 1 ? (ids[0] ?? '') : '';
}

/** Seconds: `25.3`, `25秒`, `1分20秒`. */
function secondsIn(figure: string): number | null {
  const [, minutes = '', seconds = ''] =
    /^(?:(\d{1,6})(?:分钟?|min))?\s*(?:(\d{1,6}(?:\.\d{1,9})?)(?:秒|s)?)?$/.exec(figure) ?? [];
  return minutes === '' && seconds === '' ? null : Number(minutes) * 60 + Number(seconds);
}

/** A share: `2.5%`, or a number above 1, which can be no share. */
function shareIn(figure: string): number | null {
  const [, number, percent] = /^(\d+(?:\.\d+)?)\s*(%)?$/.exec(figure) ?? [];
  const value = Number(number ?? 'none');
  if (Number.isNaN(value) || value > 100) return null;
  return percent || value > 1 || value === 0 ? value / 100 : null;
}
