import { useText } from '@/lib/i18n/use-text';
import { Glyph } from './glyph';
import type { MarketChoice } from './market-choice';
import { platformName } from './shop-name';

interface Props {
  readonly choice: MarketChoice;
  /** Called in the click itself: a browser asks its user only then. */
  readonly onGrant: (origins: string[]) => void;
  readonly onOpenChat: (host: string) => void;
}

/** One marketplace in one country: allow it, or go to its chat. */
export function MarketRow({ choice: { platform, code, hosts, origins, granted }, onGrant, onOpenChat }: Props) {
  const text = useText();
  const { t } = text;
  const name = platformName(text, platform, code);
  const country = text.country(code);
  const [host] = hosts;
  return (
    <li className="market" data-market={`${platform}/${code}`} data-granted={granted}>
      <div className="market-name">
        <h3>
          {country} <span>{name}</span>
        </h3>
        <p>{hosts.join(', ')}</p>
      </div>
      {granted && host !== undefined ? (
        <>
          <p className="market-granted">
            <Glyph name="check" />
            {t('welcome_market_granted')}
          </p>
          <button
            type="button"
            className="quiet"
            aria-label={t('welcome_market_openLabel', { name, country })}
            onClick={() => onOpenChat(host)}
          >
            {t('welcome_market_open')}
          </button>
        </>
      ) : (
        <button
          type="button"
          className="primary"
          aria-label={t('welcome_market_actionLabel', { name, country })}
          onClick={() => onGrant(origins)}
        >
          {t('welcome_market_action')}
        </button>
      )}
    </li>
  );
}
