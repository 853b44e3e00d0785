import type { Locale } from '@/lib/i18n/locale';
import { languageNames, locales } from '@/lib/i18n/locale';
import { useText } from '@/lib/i18n/use-text';
import { type DataProps, DataSection } from './data-section';
import type { ShownFailure } from './failure-line';
import { Failures } from './failures';
import { Mark } from './mark';
import { type ReportProps, ReportSection } from './report-section';
import { Setting } from './setting';
import { type AsideProps, SettingsAside } from './settings-aside';
import { type CountingProps, SettingsCounting } from './settings-counting';
import { type RemindingProps, SettingsReminding } from './settings-reminding';
import { SettingsSection } from './settings-section';
import type { TroubleLineProps } from './trouble-line';
import { ZoneList } from './zone-list';

export interface SettingsViewProps {
  readonly failure: ShownFailure | null;
  /** What is wrong with the log as a whole. */
  readonly trouble?: TroubleLineProps | null;
  readonly counting: CountingProps;
  readonly reminding: RemindingProps;
  readonly aside: AsideProps;
  readonly data: DataProps;
  readonly report: ReportProps;
  readonly onLocale: (locale: Locale) => void;
}

/** Everything that can be set, on one page. */
export function SettingsView({
  failure,
  trouble,
  counting,
  reminding,
  aside,
  data,
  report,
  onLocale,
}: SettingsViewProps) {
  const { t, locale } = useText();
  const sections = [
    ['counting', t('counting_section_title')],
    ['reminding', t('reminding_section_title')],
    ['aside', t('aside_section_title')],
    ['screen', t('settings_screen_title')],
    ['data', t('settings_data_title')],
    ['report', t('report_section_title')],
  ] as const;
  return (
    <div className="desk settings">
      <header className="desk-head">
        <Mark />
        <strong>Lekas</strong>
      </header>
      <nav className="settings-nav" aria-label={t('settings_sections_label')}>
        {sections.map(([id, title]) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      <main>
        <h1>{t('desk_settings_title')}</h1>
        <Failures failure={failure} trouble={trouble} />
        <SettingsCounting {...counting} />
        <SettingsReminding {...reminding} />
        <SettingsAside {...aside} />
        <SettingsSection id="screen" title={t('settings_screen_title')}>
          <Setting label={t('settings_language_label')} about={t('settings_language_about')}>
            {ids => (
              <select
                {...ids}
                value={locale}
                onChange={({ target }) => onLocale(locales.find(one => one === target.value) ?? locale)}
              >
                {locales.map(one => (
                  <option key={one} value={one} lang={one}>
                    {languageNames[one]}
                  </option>
                ))}
              </select>
            )}
          </Setting>
        </SettingsSection>
        <DataSection {...data} />
        <ReportSection {...report} />
        <ZoneList />
      </main>
    </div>
  );
}
