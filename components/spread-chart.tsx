import { useMemo } from 'react';
import type UPlot from 'uplot';
import { useText } from '@/lib/i18n/use-text';
import type { RateView } from '@/lib/log/overview';
import { spreadOver, type TimeSummary } from '@/lib/rates/reply-times';
import type { PublishedRule } from '@/lib/rules/rule';
import { DataTable } from './data-table';
import { type Drawn, type Paint, Plot } from './plot';

const minute = 60_000;
const hour = 60 * minute;

/** Where a distribution is cut (ms); a rule's own limit besides. */
const usualEdges = [minute, 3 * minute, 10 * minute, 30 * minute, hour, 3 * hour, 12 * hour, 24 * hour];

interface Props {
  readonly view: RateView;
  readonly spread: TimeSummary;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** How long the answers took: how many came within a minute, three minutes, and so on. */
export function SpreadChart({ view: { rule, times }, spread, onCopy }: Props) {
  const text = useText();
  const { t, count, duration } = text;
  const edges = edgesFor(rule);
  const counts = spreadOver(spread, edges);
  const subject = JSON.stringify([text.locale, edges, counts]);
  const names = counts.map((_, index) => {
    const edge = edges[index];
    return edge === undefined
      ? t('dashboard_spread_over', { duration: duration(edges.at(-1) ?? 0) })
      : t('dashboard_spread_upTo', { duration: duration(edge) });
  });
  const late = edges.filter(edge => edge <= settledBy(rule)).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the subject names all that is drawn.
  const drawn = useMemo(
    () =>
      barsOf(
        counts,
        counts.map((_, index) =>
          index < edges.length ? duration(edges[index] ?? 0) : `>${duration(edges.at(-1) ?? 0)}`,
        ),
        late,
      ),
    [subject],
  );
  const title = t('dashboard_spread_title');
  return (
    <section className="card spread" aria-labelledby="spread-title">
      <h2 id="spread-title">{title}</h2>
      {times ? (
        <>
          <p className="aside">
            {t('rate_times_line', {
              mean: duration(times.mean),
              median: duration(times.median),
              ninetieth: duration(times.ninetieth),
            })}
          </p>
          <Plot label={title} height={220} drawn={drawn} />
        </>
      ) : (
        <p>{t('dashboard_agents_none')}</p>
      )}
      <DataTable
        caption={title}
        columns={[{ title: t('dashboard_spread_within') }, { title: t('dashboard_spread_answers'), isNumber: true }]}
        rows={counts.map((answers, index) => [names[index] ?? '', count(answers)])}
        onCopy={onCopy}
      />
      <p className="aside">{t('dashboard_spread_note')}</p>
    </section>
  );
}

/** The time (ms) beyond which an answer costs: the limit, of a mean its target. */
const settledBy = ({ limit, target }: PublishedRule) => (limit ?? target) * 1000;

function edgesFor(rule: PublishedRule): number[] {
  const own = settledBy(rule);
  // "Ever", which some rules ask for, is no edge to draw.
  const all = own <= 24 * hour ? [...usualEdges, own] : usualEdges;
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Bars with their counts above them, those from `late` on in the colour of what costs. */
function barsOf(counts: readonly number[], names: readonly string[], late: number): Drawn {
  // Beside each other, "10 phút" and "30 phút" would touch.
  const labels = names.map(name => name.replace(/\s/, '\n'));
  const [inTime, over] = [counts.map((n, i) => (i < late ? n : null)), counts.map((n, i) => (i < late ? null : n))];
  return {
    data: [counts.map((_, index) => index), inTime, over],
    options: (Module, paint) => {
      const bars = Module.paths.bars?.({ size: [0.72, 64] });
      const series = (colour: string): UPlot.Series => ({
        fill: () => paint(colour),
        width: 0,
        points: { show: false },
        ...(bars && { paths: bars }),
      });
      return {
        legend: { show: false },
        padding: [20, 8, 0, 8],
        cursor: { show: false },
        scales: { x: { time: false, range: [-0.6, counts.length - 0.4] }, y: { range: [0, Math.max(...counts, 1)] } },
        axes: [
          {
            stroke: () => paint('--ink-soft'),
            size: labels.some(label => label.includes('\n')) ? 46 : 30,
            grid: { show: false },
            ticks: { show: false },
            font: '12px system-ui, sans-serif',
            splits: () => counts.map((_, index) => index),
            values: () => labels,
          },
          { show: false },
        ],
        series: [{}, series('--good-fill'), series('--warn-fill')],
        hooks: { draw: [plot => writeCounts(plot, counts, paint)] },
      };
    },
  };
}

function writeCounts(plot: UPlot, counts: readonly number[], paint: Paint): void {
  const { ctx } = plot;
  ctx.save();
  ctx.fillStyle = paint('--ink');
  ctx.font = `${12 * devicePixelRatio}px system-ui, sans-serif`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  for (const [index, count] of counts.entries()) {
    if (count === 0) continue;
    ctx.fillText(
      String(count),
      plot.valToPos(index, 'x', true),
      plot.valToPos(count, 'y', true) - 3 * devicePixelRatio,
    );
  }
  ctx.restore();
}
