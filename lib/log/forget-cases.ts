import { caseEnd } from '../chat/case';
import type { LogDb } from './log-db';

interface ForgetCasesArgs {
  /** ms: a case done with before goes, label and all. */
  readonly doneBefore: number;
  /** ms: one that ran out before goes even if nobody was ever done with it. */
  readonly endedBefore: number;
}

/** Lets go of old cases. A seller has a handful of them: one look and one deletion. */
export async function forgetCases(db: LogDb, { doneBefore, endedBefore }: ForgetCasesArgs): Promise<void> {
  const old = (await db.cases.toArray()).filter(
    row => (row.doneAt ?? Number.POSITIVE_INFINITY) < doneBefore || caseEnd(row) < endedBefore,
  );
  if (old.length > 0) await db.cases.bulkDelete(old.map(({ id }) => id));
}
