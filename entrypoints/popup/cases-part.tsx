import { useEffect, useState } from 'react';
import { Cases } from '@/components/cases';
import type { ShownFailure } from '@/components/failure-line';
import type { CasesShown } from '@/lib/log/cases-query';
import { sendMessage } from '@/lib/messaging/messenger';
import type { Done } from '@/lib/messaging/protocol';
import { type CaseDraft, keepCaseDraft } from '@/lib/screens/case-draft';
import { openCasePage } from '@/lib/tabs/open-case';
import { keepInSight } from './keep-in-sight';
import { pageToTrack, useCasePage } from './use-case-page';

interface Props {
  /** `null`: they could not be read. */
  readonly cases: CasesShown | null;
  readonly draft: CaseDraft | null;
  readonly now: number;
  readonly onRefused: (refusal: ShownFailure | null) => void;
  readonly onLeave: () => void;
}

/** The cases, wired to the background. */
export function CasesPart({ cases, draft: stored, now, onRefused, onLeave }: Props) {
  const [draft] = useState(stored);
  const page = useCasePage();
  // Where a notice leads to is in sight; the browser itself looks for it before it is drawn.
  useEffect(() => {
    const list = location.hash === '#cases' ? document.getElementById('cases') : null;
    return list ? keepInSight(list) : undefined;
  }, []);
  const told = (answer: Promise<Done>) =>
    void answer.then(
      done => onRefused(done.ok ? null : { key: done.key }),
      () => onRefused({ key: 'message_unknown_error' }),
    );
  return (
    <Cases
      cases={cases}
      now={now}
      page={page}
      startsOpen={pageToTrack() !== null}
      draft={draft}
      onDraft={typed => void keepCaseDraft(typed)}
      onTrack={entry => told(sendMessage('trackCase', entry))}
      onChange={(id, { label, lastWordAt, hours }) => told(sendMessage('changeCase', { id, label, lastWordAt, hours }))}
      onDone={(id, isDone) => told(sendMessage('changeCase', { id, isDone }))}
      onSnooze={(id, minutes) => told(sendMessage('snooze', { case: id, minutes }))}
      onOpen={address => void openCasePage(address).then(onLeave)}
    />
  );
}
