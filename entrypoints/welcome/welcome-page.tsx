import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { FailureBoundary } from '@/components/failure-boundary';
import type { ShownFailure } from '@/components/failure-line';
import { useNow } from '@/components/use-now';
import { Welcome } from '@/components/welcome';
import { loadCatalogue } from '@/lib/i18n/load-catalogue';
import { TextProvider } from '@/lib/i18n/text-provider';
import { firstSight } from '@/lib/log/first-sight';
import type { LogDb } from '@/lib/log/log-db';
import { platformAt } from '@/lib/messaging/sender';
import { addresses } from '@/lib/platforms/addresses';
import { originOf } from '@/lib/platforms/origins';
import { askForHelp } from '@/lib/screens/ask-for-help';
import { useLog } from '@/lib/screens/use-log';
import { type Settings, saveSettings } from '@/lib/settings/settings';
import { usePageSettings } from '@/lib/settings/use-page-settings';
import { grantedOrigins } from '@/lib/tabs/chat-scripts';

interface Props {
  readonly db: LogDb;
  readonly settings: Settings;
  /** Match patterns that are granted when the page opens. */
  readonly granted: readonly string[];
}

/** A sign of life grows old while nothing is written (ms). */
const tickMs = 10_000;

/** The welcome page over the browser's permissions, which can be given and taken elsewhere too. */
export function WelcomePage({ db, settings: stored, granted: before }: Props) {
  const { locale } = usePageSettings(stored);
  const [granted, setGranted] = useState(before);
  const [answer, setAnswer] = useState<'none' | 'refused' | 'revoked'>('none');
  const [failure, setFailure] = useState<ShownFailure | null>(null);

  const now = useNow(tickMs);
  const sight = useLog(() => firstSight(db, Date.now()), [db, now], null);

  useEffect(() => {
    const onAdded = () => void grantedOrigins().then(setGranted);
    const onRemoved = () => {
      setAnswer('revoked');
      void grantedOrigins().then(setGranted);
    };
    browser.permissions.onAdded.addListener(onAdded);
    browser.permissions.onRemoved.addListener(onRemoved);
    return () => {
      browser.permissions.onAdded.removeListener(onAdded);
      browser.permissions.onRemoved.removeListener(onRemoved);
    };
  }, []);

  // The request is the first thing the click does: Firefox forgets the click at the first await. The scripts are
  // registered by the background when it hears of the permission.
  const onGrant = (origins: string[]) => {
    browser.permissions.request({ origins }).then(
      given => setAnswer(given ? 'none' : 'refused'),
      () => setAnswer('refused'),
    );
  };

  return (
    <TextProvider locale={locale} load={loadCatalogue}>
      <FailureBoundary>
        <Welcome
          markets={addresses.flatMap(({ id, markets }) =>
            markets.map(({ host, code }) => ({
              host,
              code,
              platform: id,
              granted: granted.includes(originOf(host)),
            })),
          )}
          refused={answer === 'refused'}
          revoked={answer === 'revoked'}
          sight={sight}
          // What was read a moment ago may be newer than the last tick.
          now={Math.max(now, sight?.since ?? now)}
          onGrant={onGrant}
          failure={failure}
          onHelp={(shop, action) => void askForHelp(shop, action, () => {}).then(setFailure)}
          onOpenChat={host => {
            const found = platformAt(`https://${host}/`, addresses);
            if (found) void browser.tabs.create({ url: found.platform.chatUrl(found.market) });
          }}
          onLocale={chosen => void saveSettings({ locale: chosen })}
        />
      </FailureBoundary>
    </TextProvider>
  );
}
