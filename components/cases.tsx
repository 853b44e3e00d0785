import { useState } from 'react';
import { useText } from '@/lib/i18n/use-text';
import type { CasesShown } from '@/lib/log/cases-query';
import type { CaseDraft } from '@/lib/screens/case-draft';
import { type CaseEntry, CaseForm } from './case-form';
import { CaseRow, type CaseSnooze } from './case-row';
import { urgency } from './urgency';

export interface CasesProps {
  /** `null`: not read yet, which is not the same as none. */
  readonly cases: CasesShown | null;
  readonly now: number;
  /** The address of the page a case would be started from; `null`: none is known, or none of a marketplace's. */
  readonly page: string | null;
  /** The form is open from the start. */
  readonly startsOpen: boolean;
  /** What was typed before the popup closed. */
  readonly draft: CaseDraft | null;
  readonly onDraft: (draft: CaseDraft | null) => void;
  readonly onTrack: (entry: CaseEntry) => void;
  readonly onChange: (id: string, entry: CaseEntry) => void;
  readonly onDone: (id: string, isDone: boolean) => void;
  readonly onSnooze: (id: string, minutes: CaseSnooze) => void;
  readonly onOpen: (page: string) => void;
}

/** What the seller tracks by hand, nearest deadline first, and where another is added. */
export function Cases({ cases, now, page, startsOpen, draft, onDraft, onTrack, ...events }: CasesProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(startsOpen || draft !== null);
  if (!cases) return null;
  const { open, done } = cases;
  const near = (['overdue', 'urgent'] as const).flatMap(level => {
    const count = open.filter(row => urgency(row, now) === level).length;
    return count > 0 ? [t(`case_${level}_status`, { count })] : [];
  });
  const close = () => {
    setOpen(false);
    onDraft(null);
  };
  return (
    <section id="cases" className="waiting cases" aria-labelledby="cases-title">
      <div className="cases-head">
        <h2 id="cases-title" className={open.length === 0 ? 'unseen' : undefined}>
          {t('case_list_title', { count: open.length })}
        </h2>
        <button
          type="button"
          className="quiet"
          aria-expanded={isOpen}
          onClick={() => (isOpen ? close() : setOpen(true))}
        >
          {t('case_track_action')}
        </button>
      </div>
      {/* Changes only when a case crosses a threshold: a countdown read aloud would never end. */}
      <p className="unseen" role="status">
        {near.join(' ')}
      </p>
      {isOpen && (
        <CaseForm
          page={page}
          draft={draft}
          now={now}
          onDraft={onDraft}
          onEnter={entry => {
            close();
            onTrack(entry);
          }}
          onCancel={close}
        />
      )}
      {open.length > 0 && (
        <ul aria-label={t('case_list_label')}>
          {open.map(row => (
            <CaseRow
              key={row.id}
              row={row}
              now={now}
              onOpen={events.onOpen}
              onDone={id => events.onDone(id, true)}
              onChange={events.onChange}
              onSnooze={events.onSnooze}
            />
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <ul className="cases-done" aria-label={t('case_doneList_label')}>
          {done.map(({ id, label }) => (
            <li key={id} data-case-done={id}>
              <bdi>{t('case_doneItem_line', { label })}</bdi>
              <button
                type="button"
                className="quiet"
                aria-label={t('case_undo_label', { label })}
                onClick={() => events.onDone(id, false)}
              >
                {t('case_undo_action')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
