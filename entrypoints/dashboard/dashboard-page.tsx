import { useState } from 'react';
import { browser } from 'wxt/browser';
import { DashboardView } from '@/components/dashboard-view';
import { FailureBoundary } from '@/components/failure-boundary';
import type { ShownFailure } from '@/components/failure-line';
import { useNow } from '@/components/use-now';
import { loadCatalogue } from '@/lib/i18n/load-catalogue';
import { TextProvider } from '@/lib/i18n/text-provider';
import type { LogDb } from '@/lib/log/log-db';
import { sendMessage } from '@/lib/messaging/messenger';
import { localDay, localDayBefore } from '@/lib/rates/local-day';
import { adoptReading } from '@/lib/rules/adopt-reading';
import type { Counting } from '@/lib/rules/counting';
import { listedId } from '@/lib/rules/listed-id';
import { type DashboardLink, dashboardHash } from '@/lib/screens/dashboard-link';
import { useLog } from '@/lib/screens/use-log';
import { useTrouble } from '@/lib/screens/use-trouble';
import { changeCounting, type Settings, saveSettings } from '@/lib/settings/settings';
import { usePageSettings } from '@/lib/settings/use-page-settings';
import { type Read, readDashboard } from './read-dashboard';
import { typeFigure } from './type-figure';
import { useCalibration } from './use-calibration';
import { useHash } from './use-hash';
import { useUnits } from './use-units';

interface Props {
  readonly db: LogDb;
  /** Read before the first paint. */
  readonly first: Read;
  readonly settings: Settings;
}

/** Of a shop whose seller changed nothing. */
const asListed: Counting = {};

/** Verdicts change by waiting alone; between writes the log is read again this often (ms). */
const rereadMs = 15_000;

/** The units are many, and a minute late they are no worse (ms). */
const rereadUnitsMs = 60_000;

/** The dashboard over the log: what changes there is on the screen at once, and the address says what is shown. */
export function DashboardPage({ db, first, settings: stored }: Props) {
  const { settings, locale } = usePageSettings(stored);
  const trouble = useTrouble(db);
  const [hash, go] = useHash();
  const now = useNow(5000);
  const turn = Math.floor(now / rereadMs);
  const read = useLog(() => readDashboard(db, hash, settings), [db, hash, settings, turn], first);
  const dashboard = 'dashboard' in read ? read.dashboard : null;
  const shown = dashboard?.shown ?? null;
  const units = useUnits(db, shown, Math.floor(now / rereadUnitsMs));
  const counting = (shown && settings.counting?.[shown.shop]) ?? asListed;
  const [failure, setFailure] = useState<ShownFailure | null>(null);
  const {
    official: compared,
    calibration,
    compare,
  } = useCalibration(db, shown, counting, () => setFailure({ key: 'log_unreadable_error' }));

  /** Shows something else; what is not named stays, the days only where they were chosen. */
  const show = (change: DashboardLink) => {
    if (!shown) return;
    const { shop, view, window, isOwnWindow } = shown;
    const days = isOwnWindow ? {} : { from: window.from.key, to: window.to.key };
    go(dashboardHash({ shop, rule: listedId(view.rule), ...days, ...change }));
  };
  return (
    <TextProvider locale={locale} load={loadCatalogue}>
      <FailureBoundary>
        <DashboardView
          now={now}
          dashboard={dashboard}
          trouble={trouble}
          failure={'failed' in read ? { key: 'log_unreadable_error' } : failure}
          compared={compared}
          calibration={calibration}
          {...units}
          onShop={shop => show({ shop })}
          onRule={rule => show({ rule })}
          onWindow={(from, to) => show({ from, to })}
          onDays={days => {
            if (!shown) return;
            const { shop, view } = shown;
            const { zone } = view.rule;
            const link = { shop, rule: listedId(view.rule) };
            const from = days === null ? null : localDayBefore(now, days - 1, zone).key;
            go(dashboardHash(from === null ? link : { ...link, from, to: localDay(now, zone).key }));
          }}
          onType={async figure => {
            if (!shown) return null;
            const typed = await typeFigure(shown, figure);
            if ('failure' in typed) return typed.failure;
            compare({ shop: shown.shop, at: typed.at, source: 'typed' });
            return null;
          }}
          onDrop={({ shop, metric, day }) =>
            void sendMessage('dropOfficial', { shop, metric, day }).then(
              answer => setFailure(answer.ok ? null : { key: answer.key }),
              () => setFailure({ key: 'message_unknown_error' }),
            )
          }
          onCompare={compare}
          onAdopt={reading => {
            if (!shown) return;
            const id = listedId(shown.view.rule);
            changeCounting(shown.shop, before => adoptReading(before, id, reading)).then(
              () => setFailure(null),
              () => setFailure({ key: 'settings_unsaved_error' }),
            );
          }}
          onCopy={copy}
          onOpenWelcome={() => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })}
          onOpenSettings={() => void browser.runtime.openOptionsPage()}
          onLocale={chosen => void saveSettings({ locale: chosen })}
        />
      </FailureBoundary>
    </TextProvider>
  );
}

const copy = (text: string) =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
