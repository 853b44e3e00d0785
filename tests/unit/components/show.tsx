import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { type DashboardProps, DashboardView } from '@/components/dashboard-view';
import type { DataProps } from '@/components/data-section';
import { Popup, type PopupProps } from '@/components/popup';
import type { CountedShop, CountingProps } from '@/components/settings-counting';
import type { RemindingProps } from '@/components/settings-reminding';
import { SettingsView, type SettingsViewProps } from '@/components/settings-view';
import { Welcome, type WelcomeProps } from '@/components/welcome';
import { loadCatalogue } from '@/lib/i18n/load-catalogue';
import type { Locale } from '@/lib/i18n/locale';
import { TextProvider } from '@/lib/i18n/text-provider';
import { whatRecounts } from '@/lib/log/what-recounts';
import { rulesFor } from '@/lib/rules/rules-for';
import { remindedRules } from '@/lib/settings/reminder-fields';
import { usualReminding } from '@/lib/settings/reminding';
import { now, overview, ownShop } from './sample';
import { dashboard, patterns, why } from './sample-dashboard';

process.env.TZ = 'Asia/Jakarta';

/** The popup as a seller would meet it, with a spy for every event. */
export function showPopup(changes: Partial<PopupProps> = {}, locale: Locale = 'en') {
  const events = {
    onShop: vi.fn(),
    onDays: vi.fn(),
    onHelp: vi.fn(),
    onOpenConversation: vi.fn(),
    onMark: vi.fn(),
    onOpenWelcome: vi.fn(),
    onOpenDashboard: vi.fn(),
    onOpenSettings: vi.fn(),
    onLocale: vi.fn(),
  };
  const page = (props: Partial<PopupProps>, language: Locale) => (
    <TextProvider locale={language} load={loadCatalogue}>
      <Popup now={now} overview={overview()} failure={null} {...events} {...props} />
    </TextProvider>
  );
  const { container, rerender } = render(page(changes, locale));
  const again = (props: Partial<PopupProps>, language = locale) => rerender(page(props, language));
  return { ...events, container, again };
}

/** The welcome page, with a spy for every event. */
export function showWelcome(changes: Partial<WelcomeProps> = {}, locale: Locale = 'en') {
  const events = { onGrant: vi.fn(), onOpenChat: vi.fn(), onHelp: vi.fn(), onLocale: vi.fn() };
  const market = (host: string, code: string) => ({ host, code, platform: 'tiktok-shop' as const, granted: false });
  const markets = [
    market('seller-vn.tiktok.com', 'VN'),
    market('seller-id.tokopedia.com', 'ID'),
    market('seller-id.tiktok.com', 'ID'),
  ];
  const { container } = render(
    <TextProvider locale={locale} load={loadCatalogue}>
      <Welcome markets={markets} refused={false} sight={null} now={now} {...events} {...changes} />
    </TextProvider>,
  );
  return { ...events, container, markets };
}

export const countedShop: CountedShop = { shop: ownShop, counting: {}, conversations: 1335, again: null };

const sampleReminding = {
  reminding: usualReminding,
  platforms: ['tiktok-shop' as const],
  rules: remindedRules([rulesFor(ownShop)]),
  zone: 'Asia/Jakarta',
  soundTest: 'none' as const,
};

/** The settings page, with a spy for every event. */
export function showSettings(
  data: Partial<DataProps> = {},
  changes: Partial<SettingsViewProps> = {},
  locale: Locale = 'en',
  shop: Partial<CountedShop> = {},
  others: readonly CountedShop[] = [],
  reminding: Partial<RemindingProps> = {},
) {
  const events = { onExport: vi.fn(), onImport: vi.fn(), onBackup: vi.fn(), onKeepDays: vi.fn(), onDelete: vi.fn() };
  const onLocale = vi.fn();
  const onReminding = vi.fn<RemindingProps['onReminding']>();
  const onTestSound = vi.fn();
  const onMark = vi.fn();
  const onCounting = vi.fn<CountingProps['onCounting']>();
  const page = (props: Partial<DataProps>, language: Locale) => (
    <TextProvider locale={language} load={loadCatalogue}>
      <SettingsView
        failure={null}
        onLocale={onLocale}
        counting={{ shops: [{ ...countedShop, ...shop }, ...others], now, recounts: whatRecounts, onCounting }}
        reminding={{ ...sampleReminding, onReminding, onTestSound, ...reminding }}
        aside={{ chats: [], onMark }}
        data={{
          used: [{ shop: ownShop, messages: 4123, conversations: 1335, firstSeenAt: now }],
          bytes: 3_300_000,
          keepDays: 400,
          exporting: { is: 'idle' },
          importing: { is: 'idle' },
          backup: { on: false, last: null, working: false, failure: null },
          ...events,
          ...props,
        }}
        report={{ pages: [], shown: null, failed: false, onLook: vi.fn(), onSave: vi.fn() }}
        {...changes}
      />
    </TextProvider>
  );
  const { container, rerender } = render(page(data, locale));
  const again = (props: Partial<DataProps>, language = locale) => rerender(page(props, language));
  return { ...events, onLocale, onCounting, onReminding, onTestSound, onMark, container, again };
}

/** The dashboard, with a spy for every event. */
export function showDashboard(changes: Partial<DashboardProps> = {}, locale: Locale = 'en') {
  const events = {
    onShop: vi.fn(),
    onRule: vi.fn(),
    onDays: vi.fn(),
    onWindow: vi.fn(),
    onType: vi.fn(async () => null),
    onDrop: vi.fn(),
    onCompare: vi.fn(),
    onAdopt: vi.fn(),
    onFilter: vi.fn(),
    onMore: vi.fn(),
    onCopy: vi.fn(async () => true),
    onOpenWelcome: vi.fn(),
    onOpenSettings: vi.fn(),
    onLocale: vi.fn(),
  };
  const page = (props: Partial<DashboardProps>, language: Locale) => (
    <TextProvider locale={language} load={loadCatalogue}>
      <DashboardView
        now={now}
        dashboard={dashboard()}
        failure={null}
        filter="costly"
        why={why()}
        patterns={patterns()}
        compared={null}
        calibration={null}
        {...events}
        {...props}
      />
    </TextProvider>
  );
  const { container, rerender } = render(page(changes, locale));
  const again = (props: Partial<DashboardProps>, language = locale) => rerender(page(props, language));
  return { ...events, container, again };
}
