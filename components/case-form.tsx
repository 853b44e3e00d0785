import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { isClockLength, isLabel, longestLabel, type TrackedCase } from '@/lib/chat/case';
import type { MessageKey } from '@/lib/i18n/i18n-for';
import { useText } from '@/lib/i18n/use-text';
import { usualHours } from '@/lib/rules/case-clock';
import type { CaseDraft } from '@/lib/screens/case-draft';
import { instantOfLocal, localMinute } from './local-minute';
import { WrongLine } from './wrong-line';

/** What a seller enters of a case. */
export interface CaseEntry {
  readonly label: string;
  /** ms. */
  readonly lastWordAt: number;
  readonly hours: number;
  /** The address that its row and its reminder open. */
  readonly page?: string;
}

interface Props {
  /** What is to be changed; absent: a new one. */
  readonly known?: TrackedCase;
  /** The address of the page it may be started from; `null`: none is known, or none of a marketplace's. */
  readonly page?: string | null;
  readonly draft?: CaseDraft | null;
  /** ms: what the last word is set to at first. */
  readonly now: number;
  readonly onDraft?: (draft: CaseDraft) => void;
  readonly onEnter: (entry: CaseEntry) => void;
  readonly onCancel: () => void;
}

/** Where a seller says what a case is called, when its last word was, and how long its clock runs. It takes the focus. */
export function CaseForm({ known, page = null, draft, now, onDraft, onEnter, onCancel }: Props) {
  const { t } = useText();
  const [titleId, wrongId, hintId] = [useId(), useId(), useId()];
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<CaseDraft>(
    () =>
      draft ?? {
        label: known?.label ?? '',
        lastWord: localMinute(known?.lastWordAt ?? now),
        hours: String(known?.hours ?? usualHours),
      },
  );
  const [isLinked, setLinked] = useState(true);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  useEffect(() => {
    first.current?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  // What is wrong is where one goes on, and all of the form in sight again.
  useEffect(() => {
    if (!wrong) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, [wrong]);

  const type = (change: Partial<CaseDraft>) => {
    const after = { ...typed, ...change };
    setTyped(after);
    setWrong(null);
    onDraft?.(after);
  };
  const enter = (event: SubmitEvent) => {
    event.preventDefault();
    const entry = entryOf(typed, { known, now });
    if ('at' in entry) return setWrong(entry);
    onEnter(page !== null && isLinked ? { ...entry, page } : entry);
  };
  const field = (at: Wrong['at']) => ({
    autoComplete: 'off',
    'aria-describedby': wrong?.at === at ? wrongId : undefined,
    'aria-invalid': wrong?.at === at || undefined,
  });
  return (
    <form
      className="case-form"
      ref={form}
      aria-labelledby={titleId}
      noValidate
      onSubmit={enter}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        // Unstopped, the browser would close the popup with it.
        event.preventDefault();
        onCancel();
      }}
    >
      <h3 id={titleId}>{known ? t('case_change_title', { label: known.label }) : t('case_form_title')}</h3>
      {!known && <p>{t('case_form_about')}</p>}
      <label className="case-label">
        {t('case_label_label')}
        <input
          {...field('label')}
          ref={first}
          name="case label"
          maxLength={longestLabel}
          value={typed.label}
          onChange={({ target }) => type({ label: target.value })}
        />
      </label>
      <label>
        {t('case_lastWord_label')}
        <input
          {...field('lastWord')}
          name="case last word"
          type="datetime-local"
          max={localMinute(now)}
          value={typed.lastWord}
          onChange={({ target }) => type({ lastWord: target.value })}
        />
      </label>
      <label>
        {t('case_hours_label')}
        <input
          {...field('hours')}
          className="short"
          name="case hours"
          inputMode="numeric"
          size={4}
          {...(wrong?.at !== 'hours' && { 'aria-describedby': hintId })}
          value={typed.hours}
          onChange={({ target }) => type({ hours: target.value })}
        />
      </label>
      <p id={hintId} className="case-source">
        {t('case_source_hint')}
      </p>
      {page !== null && (
        <label className="case-page">
          <input type="checkbox" checked={isLinked} onChange={({ target }) => setLinked(target.checked)} />
          {t('case_page_label', { host: new URL(page).host })}
        </label>
      )}
      {wrong && <WrongLine id={wrongId} wrong={wrong.key} />}
      <div className="case-actions">
        <button type="submit" className="primary">
          {t(known ? 'case_save_action' : 'case_start_action')}
        </button>
        <button type="button" className="quiet" onClick={onCancel}>
          {t('case_cancel_action')}
        </button>
      </div>
    </form>
  );
}

interface Wrong {
  readonly at: keyof CaseDraft;
  readonly key: MessageKey;
}

function entryOf(
  { label, lastWord, hours }: CaseDraft,
  { known, now }: Pick<Props, 'now'> & { readonly known: TrackedCase | undefined },
): CaseEntry | Wrong {
  if (!isLabel(label)) return { at: 'label', key: 'case_label_error' };
  const typed = instantOfLocal(lastWord);
  if (typed === null || typed > now) return { at: 'lastWord', key: 'case_future_error' };
  if (hours.trim() === '' || !isClockLength(Number(hours))) return { at: 'hours', key: 'case_hours_error' };
  // A field knows minutes alone: one that was left as it was keeps its seconds.
  const isSame = known !== undefined && lastWord === localMinute(known.lastWordAt);
  return { label: label.trim(), lastWordAt: isSame ? known.lastWordAt : typed, hours: Number(hours) };
}
