import type { MessageKey } from '@/lib/i18n/i18n-for';
import { troubleTitle } from '@/lib/i18n/trouble-title';
import { useText } from '@/lib/i18n/use-text';
import type { LogTrouble } from '@/lib/log/log-trouble';
import { Glyph } from './glyph';

export interface TroubleLineProps {
  readonly is: LogTrouble;
  /** ms: of a loss when it was found. */
  readonly at: number;
  /** With less room than this, bytes, it is nearly full. */
  readonly littleRoom: number;
  /** The seller has read it. */
  readonly onSeen: () => void;
}

const bodies = {
  full: 'trouble_full_body',
  'nearly-full': 'trouble_nearlyFull_body',
  unreadable: 'trouble_unreadable_body',
  newer: 'trouble_newer_body',
  lost: 'trouble_lost_body',
} satisfies Record<LogTrouble, MessageKey>;

/** What is wrong with the log as a whole, and what helps. It stands above every number that it makes untrue. */
export function TroubleLine({ is, at, littleRoom, onSeen }: TroubleLineProps) {
  const { t, size, moment } = useText();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <div className="failure" role="alert" data-trouble={is}>
      <Glyph name="warning" />
      <p>
        <strong>{t('trouble_line_title', { title: t(troubleTitle[is]) })}</strong>{' '}
        {t(bodies[is], { size: size(littleRoom), moment: moment(at, timeZone) })}
        {is === 'lost' && (
          <button type="button" className="quiet" onClick={onSeen}>
            {t('trouble_seen_action')}
          </button>
        )}
      </p>
    </div>
  );
}
