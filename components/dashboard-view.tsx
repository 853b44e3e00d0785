import type { Locale } from '@/lib/i18n/locale';
import { useText } from '@/lib/i18n/use-text';
import type { Calibration } from '@/lib/log/calibrate';
import type { Dashboard, OfficialBeside } from '@/lib/log/dashboard';
import type { Patterns, Why } from '@/lib/log/why';
import { localDay } from '@/lib/rates/local-day';
import type { AdoptedReading } from '@/lib/rules/adopt-reading';
import { AgentsCard } from './agents-card';
import { CalibrationView } from './calibration-view';
import { CostsCard } from './costs';
import { CoverageCard } from './coverage-card';
import { type Choice, DashboardChoice } from './dashboard-choice';
import { DeskHead } from './desk-head';
import type { ShownFailure } from './failure-line';
import { Failures } from './failures';
import { NextCard } from './next-card';
import { NoShop } from './no-shop';
import { type OfficialEvents, OfficialsCard } from './officials-card';
import type { WhyFilter } from './part-words';
import { ruleAbout } from './rate-about';
import { RateCard } from './rate-card';
import { RateChart } from './rate-chart';
import { RateParts } from './rate-parts';
import { rateTrust } from './rate-trust';
import { ShopsCard } from './shops-card';
import { SpreadChart } from './spread-chart';
import type { TroubleLineProps } from './trouble-line';
import { WeekMap } from './week-map';
import { WhyTable } from './why-table';

export interface DashboardProps extends Choice, OfficialEvents {
  /** The page's one clock, ms since the epoch. */
  readonly now: number;
  /** `null`: not read yet, which is not the same as empty. */
  readonly dashboard: Dashboard | null;
  readonly failure: ShownFailure | null;
  /** What is wrong with the log as a whole. */
  readonly trouble?: TroubleLineProps | null;
  readonly filter: WhyFilter;
  /** Of the rule and days that are shown; `null`: not read yet. */
  readonly why: Why | null;
  readonly patterns: Patterns | null;
  /** The figure of the platform's that readings are compared with; `null` where none was asked for. */
  readonly compared: OfficialBeside | null;
  /** `null`: still being counted. */
  readonly calibration: Calibration | null;
  readonly onAdopt: (reading: AdoptedReading) => void;
  readonly onFilter: (filter: WhyFilter) => void;
  readonly onMore: () => void;
  /** Puts a text where it can be pasted from; whether that was done. */
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onOpenWelcome: () => void;
  readonly onOpenSettings: () => void;
  readonly onLocale: (locale: Locale) => void;
}

/** One rule of one shop over days that the seller chooses: the rate, what it is made of, and what costs it. */
export function DashboardView({ now, dashboard, failure, trouble, filter, why, patterns, ...events }: DashboardProps) {
  const text = useText();
  const { t, count } = text;
  const shown = dashboard?.shown ?? null;
  const rule = shown?.view.rule;
  const today = rule && localDay(now, rule.zone).key;
  const { compared } = events;
  return (
    <div className="desk dashboard">
      <DeskHead onOpenSettings={events.onOpenSettings} onLocale={events.onLocale} />
      <main aria-busy={!dashboard && !failure}>
        <h1>{t('desk_dashboard_title')}</h1>
        <Failures failure={failure} trouble={trouble} />
        {dashboard && !shown && <NoShop onOpenWelcome={events.onOpenWelcome} />}
        {dashboard && shown && rule && today && (
          <>
            <DashboardChoice
              shops={dashboard.shops}
              shown={shown}
              today={today}
              onShop={events.onShop}
              onRule={events.onRule}
              onDays={events.onDays}
              onWindow={events.onWindow}
            />
            {shown.again && (
              <p className="aside" role="status">
                {t('rates_again_status', { done: count(shown.again.done), of: count(shown.again.of) })}
              </p>
            )}
            <p className="aside">
              {text.sentences(
                [ruleAbout(text, rule) ?? '', t('dashboard_zone_line', { zone: rule.zone })].filter(Boolean),
              )}
            </p>
            <div className="dashboard-pair">
              <section className="card rate-now" aria-labelledby="rate-title">
                <h2 id="rate-title">{t('dashboard_rate_title')}</h2>
                <RateCard view={shown.view} now={now} />
                <p className="aside">{rateTrust(text, [shown.view], now).join(' ')}</p>
              </section>
              <RateParts view={shown.view} chosen={filter} onChoose={events.onFilter} />
            </div>
            {shown.view.judgedNext && <NextCard rule={rule} next={shown.view.judgedNext} />}
            <RateChart rule={rule} days={shown.days} officials={shown.officials} onCopy={events.onCopy} />
            <CostsCard rule={rule} patterns={patterns} />
            <WhyTable rule={rule} filter={filter} why={why} onMore={events.onMore} />
            <OfficialsCard
              rule={rule}
              officials={shown.officials}
              today={today}
              onType={events.onType}
              onDrop={events.onDrop}
              onCompare={events.onCompare}
            >
              {compared && (
                <CalibrationView
                  rule={rule}
                  official={compared}
                  calibration={events.calibration}
                  onAdopt={events.onAdopt}
                />
              )}
            </OfficialsCard>
            <div className="dashboard-pair">
              <SpreadChart view={shown.view} spread={shown.spread} onCopy={events.onCopy} />
              <WeekMap rule={rule} week={patterns?.week ?? null} onCopy={events.onCopy} />
            </div>
            <AgentsCard rule={rule} agents={patterns?.agents ?? null} />
            <ShopsCard shops={dashboard.shops} onShop={events.onShop} />
            <CoverageCard rule={rule} strip={shown.strip} onCopy={events.onCopy} />
          </>
        )}
      </main>
    </div>
  );
}
