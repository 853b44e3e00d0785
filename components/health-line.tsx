import type { Health } from '@/lib/chat/health';
import type { HealthAction } from '@/lib/chat/health-action';
import { useText } from '@/lib/i18n/use-text';
import { Glyph } from './glyph';
import { healthWords } from './health-words';

interface Props {
  readonly health: Health;
  readonly since: number;
  readonly now: number;
  readonly onHelp: (action: HealthAction) => void;
}

/** Whether Lekas sees the chat; if not, what that means and what to do next. */
export function HealthLine({ health, since, now, onHelp }: Props) {
  const { t, clock } = useText();
  const { glyph, title, body, does, action } = healthWords(health);
  const missing = ('missing' in health && health.missing) || [];
  return (
    <section className="health" data-health={health.state} aria-labelledby="health-title">
      <Glyph name={glyph} />
      <h2 id="health-title">
        {t(title)}
        {body === null && <span> {t('health_watching_since', { clock: clock(since, now) })}</span>}
      </h2>
      <button type="button" className="quiet" data-action={does} onClick={() => onHelp(does)}>
        {t(action)}
      </button>
      {body !== null && <p>{t(body, { clock: clock(since, now) })}</p>}
      {/* In the words of those who mend it: nothing that a seller could do hangs on them. */}
      {missing.length > 0 && (
        <details>
          <summary>{t('health_missing_title')}</summary>
          <span lang="en">{missing.join(', ')}</span>
        </details>
      )}
    </section>
  );
}
