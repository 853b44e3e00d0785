import type { Locale } from '@/lib/i18n/locale';
import { useText } from '@/lib/i18n/use-text';
import { LanguageSwitch } from './language-switch';
import { Mark } from './mark';

const pages = [
  { name: 'dashboard', href: '/dashboard.html', title: 'desk_dashboard_title' },
  { name: 'settings', href: '/options.html', title: 'desk_settings_title' },
] as const;

interface Props {
  readonly here: (typeof pages)[number]['name'];
  /** Absent where the page has a setting for it. */
  readonly onLocale?: (locale: Locale) => void;
}

/** The top of the pages that have a tab to themselves. */
export function DeskHead({ here, onLocale }: Props) {
  const { t } = useText();
  return (
    <header className="desk-head">
      <Mark />
      <strong>Lekas</strong>
      <nav aria-label={t('desk_nav_label')}>
        {pages.map(({ name, href, title }) => (
          <a key={name} href={href} aria-current={name === here ? 'page' : undefined}>
            {t(title)}
          </a>
        ))}
      </nav>
      {onLocale && <LanguageSwitch onLocale={onLocale} />}
    </header>
  );
}
