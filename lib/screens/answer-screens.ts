import type { LogDb } from '../log/log-db';
import { markConversation } from '../log/mark-conversation';
import { onMessage } from '../messaging/messenger';
import type { Done } from '../messaging/protocol';
import { readHelp, readMark, readSnooze, readSound } from '../messaging/wish-schema';
import { putOff } from '../reminders/put-off';
import { chime } from '../sound/chime';
import { helpShop } from '../tabs/help-shop';
import { isScreen } from './is-screen';

const notUnderstood: Done = { ok: false, key: 'message_unknown_error' };
const done: Done = { ok: true };

/** Answers what the popup and other pages of ours ask for. `changed` is called when what is due may be another. */
export function answerScreens(db: LogDb, changed: () => Promise<unknown>): void {
  onMessage('snooze', async ({ data, sender }) => {
    const wish = isScreen(sender) ? readSnooze(data) : null;
    if (!wish) return notUnderstood;
    if (!(await putOff(db, wish, Date.now()))) {
      return { ok: false, key: wish.case === undefined ? 'snooze_nobody_error' : 'case_gone_error' };
    }
    await changed();
    return done;
  });

  onMessage('mark', async ({ data, sender }) => {
    const wish = isScreen(sender) ? readMark(data) : null;
    if (!wish) return notUnderstood;
    const { shop, conversation, ...said } = wish;
    if (!(await markConversation(db, shop, conversation, said, Date.now()))) {
      return { ok: false, key: 'mark_nobody_error' };
    }
    await changed();
    return done;
  });

  onMessage('testSound', async ({ data, sender }) => {
    const sound = isScreen(sender) ? readSound(data) : null;
    if (!sound) return notUnderstood;
    const isHeard = await chime(sound.volume).catch(() => false);
    return isHeard ? done : { ok: false, key: 'sound_silent_error' };
  });

  onMessage('help', async ({ data, sender }) => {
    const help = isScreen(sender) ? readHelp(data) : null;
    if (!help) return notUnderstood;
    await helpShop(db, help.shop, help.action);
    return done;
  });
}
