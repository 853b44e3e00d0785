import { useRef, useState } from 'react';
import { useText } from '@/lib/i18n/use-text';
import type { CaseRow as Row } from '@/lib/log/cases-query';
import { type CaseEntry, CaseForm } from './case-form';
import { CaseMenu } from './case-menu';
import { Glyph } from './glyph';
import { urgency } from './urgency';
import { urgencyMarks } from './urgency-marks';

interface Props {
  readonly row: Row;
  readonly now: number;
  readonly onOpen: (page: string) => void;
  readonly onDone: (id: string) => void;
  readonly onChange: (id: string, entry: CaseEntry) => void;
  readonly onSnooze: (id: string, minutes: CaseSnooze) => void;
}

/** Minutes that a case's reminders are put off; 0: no longer. */
export type CaseSnooze = 0 | 15 | 60;

/** One case: what it is called, how much time is left, and what can be done with it. */
export function CaseRow({ row, now, onOpen, onDone, onChange, onSnooze }: Props) {
  const { t, duration, timeLeft, clock } = useText();
  const { id, label, page, deadline, snoozedUntil } = row;
  const level = urgency(row, now);
  const { glyph, word } = urgencyMarks[level];
  const [opened, setOpened] = useState<'menu' | 'form' | null>(null);
  const more = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpened(null);
    more.current?.focus();
  };
  const said = (
    <>
      <Glyph name={glyph} />
      <span className="waiting-who">
        <bdi className="waiting-name" title={label}>
          {label}
        </bdi>{' '}
        <span className="waiting-facts">
          <span>{t('case_lastWord_line', { clock: clock(row.lastWordAt, now) })}</span>{' '}
          {snoozedUntil !== undefined && <span>{t('case_snoozed_line', { clock: clock(snoozedUntil, now) })}</span>}{' '}
          {page !== undefined && <span className="unseen">{t('case_open_hint')}</span>}
        </span>
      </span>{' '}
      <span className="waiting-time">
        <span className="waiting-left">
          {level === 'overdue' ? duration(now - deadline) : timeLeft(deadline - now)}
        </span>{' '}
        <span className="waiting-hint">
          {word !== null && <strong>{t(word)}</strong>}{' '}
          {t(level === 'overdue' ? 'waiting_over_line' : 'waiting_until_line', { clock: clock(deadline, now) })}
        </span>
      </span>
    </>
  );
  const hooks = { 'data-case': id, 'data-deadline': deadline, 'data-urgency': level };
  return (
    <li className="case-item">
      {page === undefined ? (
        <div className="waiting-row" {...hooks}>
          {said}
        </div>
      ) : (
        <button type="button" className="waiting-row" {...hooks} onClick={() => onOpen(page)}>
          {said}
        </button>
      )}
      <button
        type="button"
        className="case-done"
        aria-label={t('case_done_label', { label })}
        title={t('case_done_label', { label })}
        onClick={() => onDone(id)}
      >
        <Glyph name="tick" />
      </button>
      <button
        type="button"
        className="waiting-more"
        ref={more}
        aria-label={t('case_more_label', { label })}
        title={t('case_more_label', { label })}
        aria-expanded={opened !== null}
        onClick={() => setOpened(opened === null ? 'menu' : null)}
      >
        <Glyph name="more" />
      </button>
      {opened === 'menu' && (
        <CaseMenu
          label={label}
          isSnoozed={snoozedUntil !== undefined}
          onSnooze={minutes => {
            close();
            onSnooze(id, minutes);
          }}
          onChange={() => setOpened('form')}
          onClose={close}
        />
      )}
      {opened === 'form' && (
        <CaseForm
          known={row}
          now={now}
          onEnter={entry => {
            close();
            onChange(id, entry);
          }}
          onCancel={close}
        />
      )}
    </li>
  );
}
