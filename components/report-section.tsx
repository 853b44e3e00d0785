import type { PlatformId } from '@/lib/chat/shop';
import { useText } from '@/lib/i18n/use-text';
import { SettingsSection } from './settings-section';
import { platformName } from './shop-name';

/** A chat page that is open in a tab. */
export interface OpenPage {
  readonly tab: number;
  readonly platform: PlatformId;
  readonly market: string;
}

export interface ReportProps {
  /** `null` until the browser has said which are open. */
  readonly pages: readonly OpenPage[] | null;
  /** What was taken of a page: as it is saved, word for word. */
  readonly shown: string | null;
  readonly failed: boolean;
  readonly onLook: (page: OpenPage) => void;
  readonly onSave: () => void;
}

/** How a page is made, for whoever mends Lekas when a marketplace has changed: looked at first, saved by hand, sent by nobody. */
export function ReportSection({ pages, shown, failed, onLook, onSave }: ReportProps) {
  const text = useText();
  const { t } = text;
  return (
    <SettingsSection id="report" title={t('report_section_title')} about={t('report_section_about')}>
      {pages?.length === 0 && <p className="settings-none">{t('report_section_none')}</p>}
      {pages && pages.length > 0 && (
        <div className="data-actions">
          {pages.map(page => (
            <button key={page.tab} type="button" className="quiet" onClick={() => onLook(page)}>
              {t('report_look_action', {
                name: platformName(text, page.platform, page.market),
                country: text.country(page.market),
              })}
            </button>
          ))}
        </div>
      )}
      <p role="status">{failed && t('report_look_failed')}</p>
      {shown !== null && (
        <div className="data-box">
          <h3>{t('report_shown_title')}</h3>
          <p>{t('report_shown_about')}</p>
          <textarea className="report-shown" readOnly rows={12} aria-label={t('report_shown_title')} value={shown} />
          <div className="data-actions">
            <button type="button" className="quiet" onClick={onSave}>
              {t('report_save_action')}
            </button>
          </div>
        </div>
      )}
    </SettingsSection>
  );
}
