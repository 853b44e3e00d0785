import type { HealthAction } from '@/lib/chat/health-action';
import type { ShopId } from '@/lib/chat/shop';
import type { Locale } from '@/lib/i18n/locale';
import { useText } from '@/lib/i18n/use-text';
import type { Sight } from '@/lib/log/first-sight';
import { FailureLine, type ShownFailure } from './failure-line';
import { LanguageSwitch } from './language-switch';
import { Mark } from './mark';
import { type MarketHost, marketChoices } from './market-choice';
import { MarketRow } from './market-row';
import { NextStep } from './next-step';
import { Notice } from './notice';
import { Promises } from './promises';

export interface WelcomeProps {
  readonly markets: readonly MarketHost[];
  /** The last request was answered with no. */
  readonly refused: boolean;
  /** A permission that was there has gone. */
  readonly revoked?: boolean;
  /** What Lekas sees of the chats so far; `null`: no shop yet. */
  readonly sight: Sight | null;
  /** What could not be done. */
  readonly failure?: ShownFailure | null;
  /** The page's one clock, ms since the epoch. */
  readonly now: number;
  readonly onGrant: (origins: string[]) => void;
  readonly onOpenChat: (host: string) => void;
  readonly onHelp: (shop: ShopId, action: HealthAction) => void;
  readonly onLocale: (locale: Locale) => void;
}

/** The page after installing: what Lekas does and never does, and where it may look. */
export function Welcome({ markets, refused, revoked = false, sight, failure = null, now, ...events }: WelcomeProps) {
  const { onGrant, onOpenChat, onHelp, onLocale } = events;
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
        {failure && <FailureLine failure={failure} />}
        {host !== undefined && <NextStep sight={sight} now={now} onOpenChat={() => onOpenChat(host)} onHelp={onHelp} />}
      </main>
      <footer className="welcome-foot">{t('app_privacy_line')}</footer>
    </div>
  );
}
