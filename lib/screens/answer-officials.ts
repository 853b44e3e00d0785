import type { LogDb } from '../log/log-db';
import { dropOfficial, typeOfficial } from '../log/officials';
import { onMessage } from '../messaging/messenger';
import { readKept, readTyped } from '../messaging/wish-schema';
import { listedId } from '../rules/listed-id';
import { rulesBy } from '../settings/rules-by';
import { loadSettings } from '../settings/settings';
import { isScreen } from './is-screen';

const notUnderstood = { ok: false, key: 'message_unknown_error' } as const;

/** Answers the dashboard, where a seller types in what the platform shows: the background alone writes. */
export function answerOfficials(db: LogDb): void {
  onMessage('keepOfficial', async ({ data, sender }) => {
    const figure = isScreen(sender) ? readTyped(data) : null;
    if (!figure) return notUnderstood;
    const { shop, rule: id, ...typed } = figure;
    const { rules } = rulesBy(await loadSettings())(shop);
    const rule = rules.find(one => listedId(one) === id);
    return rule ? typeOfficial(db, shop, rule, typed, Date.now()) : notUnderstood;
  });

  onMessage('dropOfficial', async ({ data, sender }) => {
    const figure = isScreen(sender) ? readKept(data) : null;
    if (!figure) return notUnderstood;
    await dropOfficial(db, { ...figure, source: 'typed' });
    return { ok: true };
  });
}
