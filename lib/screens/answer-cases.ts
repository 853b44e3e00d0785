import { longestPage } from '../chat/case';
import { changeCase, isLastWord, trackCase } from '../log/cases';
import type { LogDb } from '../log/log-db';
import { onMessage } from '../messaging/messenger';
import type { Done } from '../messaging/protocol';
import { readCaseChange, readNewCase } from '../messaging/wish-schema';
import { casePage } from '../platforms/case-pages';
import { isScreen } from './is-screen';

const notUnderstood: Done = { ok: false, key: 'message_unknown_error' };
const inFuture: Done = { ok: false, key: 'case_future_error' };

/** Answers the popup, where a seller tracks cases. `changed` is called when what is due may be another. */
export function answerCases(db: LogDb, changed: () => Promise<unknown>): void {
  onMessage('trackCase', async ({ data, sender }) => {
    const input = isScreen(sender) ? readNewCase(data) : null;
    if (!input) return notUnderstood;
    const now = Date.now();
    if (!isLastWord(input.lastWordAt, now)) return inFuture;
    const { page, ...entered } = input;
    const kept = casePage(page, longestPage);
    await trackCase(db, { ...entered, ...(kept !== null && { page: kept }) }, now);
    await changed();
    return { ok: true };
  });

  onMessage('changeCase', async ({ data, sender }) => {
    const wish = isScreen(sender) ? readCaseChange(data) : null;
    if (!wish) return notUnderstood;
    const now = Date.now();
    const { id, ...change } = wish;
    if (change.lastWordAt !== undefined && !isLastWord(change.lastWordAt, now)) return inFuture;
    if (!(await changeCase(db, id, change, now))) return { ok: false, key: 'case_gone_error' };
    await changed();
    return { ok: true };
  });
}
