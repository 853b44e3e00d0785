import { useMemo, useState } from 'react';
import type UPlot from 'uplot';
import type { Text } from '@/lib/i18n/text-in';
import { useText } from '@/lib/i18n/use-text';
import type { OfficialBeside } from '@/lib/log/dashboard';
import type { DayFigure } from '@/lib/rates/day-series';
import type { PublishedRule } from '@/lib/rules/rule';
import { bandTones, type TonedBand } from './band-tones';
import { DataTable } from './data-table';
import { type Drawn, type Paint, Plot } from './plot';
import { consequenceWords, ruleTarget, ruleValue } from './rate-words';
import { platformName } from './shop-name';
import { type ZoneTimes, zoneTimes } from './zone-times';

interface Props {
  readonly rule: PublishedRule;
  readonly days: readonly DayFigure[];
  readonly officials: readonly OfficialBeside[];
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** The rate day by day against its target, over the bands of consequences, with the platform's own figures. */
export function RateChart({ rule, days, officials, onCopy }: Props) {
  const text = useText();
  const { t, count } = text;
  const times = zoneTimes(text, rule.zone);
  const [hovered, setHovered] = useState<number | null>(null);
  const seen = new Map(officials.map(({ day, value }) => [day, value]));
  // The same figures read again are the same picture.
  const subject = JSON.stringify([
    text.locale,
    rule,
    days.map(({ day, trailing, rate }) => [day.key, trailing, rate.value]),
    [...seen],
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the subject names all that is drawn.
  const drawn = useMemo(() => chartOf({ rule, days, seen, text, times, tell: setHovered }), [subject]);
  const isWeighed = rule.window.newestQuarterWeight !== undefined;
  const isEmpty = days.every(({ rate, trailing }) => rate.value === null && trailing === null) && seen.size === 0;
  const value = (one: number | null | undefined) =>
    one === null || one === undefined ? '–' : ruleValue(text, rule, one);
  const title = t('dashboard_chart_title', { count: days.length });
  const names = {
    trailing: t('dashboard_chart_trailing', { days: rule.window.days }),
    own: t('dashboard_chart_own'),
    official: platformName(text, rule.platform),
  };
  const at = hovered === null ? undefined : days[hovered];
  return (
    <section className="card chart" aria-labelledby="chart-title">
      <h2 id="chart-title">{title}</h2>
      <p className="aside">
        {isWeighed ? t('dashboard_chart_weighed') : t('dashboard_chart_about', { days: rule.window.days })}
      </p>
      {isEmpty ? (
        <p>{t('dashboard_chart_none')}</p>
      ) : (
        <>
          <ul className="legend">
            {!isWeighed && <li data-key="line">{names.trailing}</li>}
            <li data-key="dot">{names.own}</li>
            {seen.size > 0 && <li data-key="diamond">{names.official}</li>}
            <li data-key="target">
              {t('dashboard_chart_target')} {ruleTarget(text, rule)}
            </li>
            {bandTones(rule).map(({ band, from, to, tone }) => (
              <li key={band.consequence} data-key="band" data-tone={tone}>
                {consequenceWords(text, band.consequence).title} <span>{bandRange(text, rule, from, to)}</span>
              </li>
            ))}
          </ul>
          <Plot label={title} height={260} drawn={drawn} />
          <p className="plot-readout" aria-hidden="true">
            {at
              ? [
                  times.day(at.day.start),
                  !isWeighed && `${names.trailing} ${value(at.trailing)}`,
                  `${names.own} ${value(at.rate.value)} (${count(at.rate.counted)})`,
                ]
                  .filter(Boolean)
                  .join(' · ')
              : ' '}
          </p>
        </>
      )}
      <DataTable
        caption={title}
        columns={[
          { title: t('dashboard_chart_day') },
          { title: names.trailing, isNumber: true },
          { title: names.own, isNumber: true },
          { title: t('dashboard_shops_counted'), isNumber: true },
          { title: names.official, isNumber: true },
        ]}
        rows={days.map(({ day, rate, trailing }) => [
          times.day(day.start),
          value(trailing),
          value(rate.value),
          count(rate.counted),
          value(seen.get(day.key)),
        ])}
        onCopy={onCopy}
      />
    </section>
  );
}

interface ChartArgs {
  readonly rule: PublishedRule;
  readonly days: readonly DayFigure[];
  /** The platform's figures by their days. */
  readonly seen: ReadonlyMap<string, number>;
  readonly text: Text;
  readonly times: ZoneTimes;
  readonly tell: (index: number | null) => void;
}

function chartOf({ rule, days, seen, text, times, tell }: ChartArgs): Drawn {
  const trailing = days.map(day => day.trailing);
  const own = days.map(({ rate }) => rate.value);
  const official = days.map(({ day }) => seen.get(day.key) ?? null);
  const range = rangeOf(rule, [...trailing, ...own, ...official]);
  const bands = bandTones(rule);
  return {
    data: [days.map((_, index) => index), trailing, own, official],
    options: (_, paint) => ({
      legend: { show: false },
      padding: [10, 34, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: { x: { time: false, range: [-0.5, days.length - 0.5] }, y: { range } },
      axes: [
        {
          ...axis(paint),
          size: 30,
          splits: ({ width }) => splitsOf(days.length, width),
          values: (_, splits) => splits.map(index => times.shortDay(days[index]?.day.start ?? 0)),
        },
        {
          ...axis(paint),
          size: 56,
          values: (_, splits) => splits.map(value => axisValue(text, rule, value)),
        },
      ],
      series: [
        {},
        { stroke: () => paint('--accent'), width: 2.5, spanGaps: false, points: { show: false } },
        { ...points(paint, '--line-strong', 5), stroke: () => paint('--line-strong') },
        { ...points(paint, '--ink', 9), stroke: () => paint('--ink') },
      ],
      hooks: {
        drawClear: [plot => shade(plot, bands, paint)],
        draw: [plot => markTarget(plot, rule.target, paint)],
        setCursor: [({ cursor: { idx } }) => tell(idx ?? null)],
      },
    }),
  };
}

const axis = (paint: Paint): UPlot.Axis => ({
  stroke: () => paint('--ink-soft'),
  grid: { stroke: () => paint('--line'), width: 1 },
  ticks: { show: false },
  font: '12px system-ui, sans-serif',
});

/** Dots alone, no line between them. */
const points = (paint: Paint, colour: string, size: number): UPlot.Series => ({
  paths: () => null,
  points: { show: true, size, width: 1.5, stroke: () => paint(colour), fill: () => paint('--surface') },
});

/** The first days of some weeks, as many as have room. */
function splitsOf(days: number, width: number): number[] {
  const step = Math.max(1, Math.ceil(days / Math.max(2, Math.floor(width / 90))));
  return Array.from({ length: Math.ceil(days / step) }, (_, index) => days - 1 - index * step).reverse();
}

const axisValue = (text: Text, { measure }: PublishedRule, value: number) =>
  measure === 'mean' ? text.duration(value * 1000) : text.percent(value);

/** Where a band lies: two that are as bad are shaded alike. */
function bandRange(text: Text, { measure }: PublishedRule, from: number, to: number | null): string {
  if (measure === 'share') return text.percents(from, to ?? 1);
  const [start, end] = [text.exactly(from * 1000), to === null ? null : text.exactly(to * 1000)];
  return end === null ? `> ${start}` : `${start}–${end}`;
}

/** All values and the target, with a little room; of a share never more than all. */
function rangeOf({ measure, target }: PublishedRule, values: readonly (number | null)[]): [number, number] {
  const known = [...values.filter(value => value !== null), target];
  if (measure === 'mean') return [0, Math.max(...known) * 1.1];
  const lowest = Math.max(0, Math.floor((Math.min(...known) - 0.03) * 20) / 20);
  return [lowest, 1 + (1 - lowest) * 0.02];
}

function shade(plot: UPlot, bands: readonly TonedBand[], paint: Paint): void {
  const { ctx, bbox, scales } = plot;
  const [min = 0, max = 1] = [scales.y?.min, scales.y?.max];
  for (const { from, to, tone } of bands) {
    const [low, high] = [Math.max(from, min), Math.min(to ?? max, max)];
    if (low >= high) continue;
    const [bottom, top] = [low, high].map(value => plot.valToPos(value, 'y', true));
    ctx.fillStyle = paint(`--${tone}-wash`);
    ctx.fillRect(bbox.left, top ?? 0, bbox.width, (bottom ?? 0) - (top ?? 0));
    ctx.fillStyle = paint('--line-strong');
    ctx.fillRect(bbox.left, Math.round(top ?? 0), bbox.width, Math.round(devicePixelRatio));
  }
}

function markTarget(plot: UPlot, target: number, paint: Paint): void {
  const { ctx, bbox } = plot;
  const y = Math.round(plot.valToPos(target, 'y', true));
  ctx.save();
  ctx.strokeStyle = paint('--ink');
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}
