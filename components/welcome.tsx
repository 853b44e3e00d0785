import type { Locale } from '@/lib/i18n/locale';
import { useText } from '@/lib/i18n/use-text';
import { LanguageSwitch } from './language-switch';
import { Mark } from './mark';
import { type MarketHost, marketChoices } from './market-choice';
import { MarketRow } from './market-row';
import { Notice } from './notice';
import { Promises } from './promises';

export interface WelcomeProps {
  readonly markets: readonly MarketHost[];
  /** The last request was answered with no. */
  readonly refused: boolean;
  /** A permission that was there has gone. */
  readonly revoked?: boolean;
  readonly onGrant: (origins: string[]) => void;
  readonly onOpenChat: (host: string) => void;
  readonly onLocale: (locale: Locale) => void;
}

/** The page after installing: what Lekas does and never does, and where it may look. */
export function Welcome({ markets, refused, revoked = false, onGrant, onOpenChat, onLocale }: WelcomeProps) {
  const { t } = useText();
  const choices = marketChoices(markets);
  const host = choices.find(({ granted }) => granted)?.hosts[0];
  return (
    <div className="welcome">
      <header className="welcome-head">
        <Mark />
        <strong>Lekas</strong>
        <LanguageSwitch onLocale={onLocale} />
      </header>
      <main>
        <div className="hero">
          <h1>{t('welcome_hero_title')}</h1>
          <p>{t('welcome_hero_body')}</p>
        </div>
        <div className="pledge">
          <Promises
            title="welcome_does_title"
            glyph="check"
            lines={['welcome_does_rates', 'welcome_does_waiting', 'welcome_does_reminds']}
          />
          <Promises
            title="welcome_never_title"
            glyph="lock"
            lines={['welcome_never_text', 'welcome_never_act', 'welcome_never_send']}
          />
        </div>
        <section className="markets" aria-labelledby="markets-title">
          <h2 id="markets-title">{t('welcome_markets_title')}</h2>
          <p>{t('welcome_markets_body')}</p>
          {refused && <Notice title="welcome_refused_title" body="welcome_refused_body" />}
          {revoked && <Notice title="welcome_revoked_title" body="welcome_revoked_body" />}
          <ul>
            {choices.map(choice => (
              <MarketRow
                key={`${choice.platform}/${choice.code}`}
                choice={choice}
                onGrant={onGrant}
                onOpenChat={onOpenChat}
              />
            ))}
          </ul>
        </section>
        {host !== undefined && (
          <section className="next" aria-labelledby="next-title">
            <div>
              <h2 id="next-title">{t('welcome_next_title')}</h2>
              <p>{t('welcome_next_body')}</p>
            </div>
            <button type="button" className="primary" onClick={() => onOpenChat(host)}>
              {t('welcome_market_open')}
            </button>
          </section>
        )}
      </main>
      <footer className="welcome-foot">{t('app_privacy_line')}</footer>
    </div>
  );
}
