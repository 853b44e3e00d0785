import { TZDate } from '@date-fns/tz';
import type { Author } from '@/lib/chat/message';
import type { PlainChat, PlainMessage } from '@/lib/rates/rate-of';

/** `03-10 09:00` or `03-10 09:00:30` of 2026, or of the year that stands before it, in a zone, as ms. */
export function toldTime(text: string, zone: string): number {
  const found = /^(?:(\d{4})-)?(\d\d)-(\d\d) (\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (!found) throw new RangeError(`not a time: ${text}`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part, index) => Number(part ?? (index === 0 ? 2026 : 0)));
  return new TZDate(year, month - 1, day, hour, minute, second, zone).getTime();
}

/**
 * Chats as a person tells them: `03-10 09:00 buyer, 09:05 seller`, a day once said holds on. `blocked: …` is a blocked
 * buyer's, `set aside: …` one that the seller said does not count; `9 times: …` stands for nine chats alike.
 */
export function toldChats(lines: readonly string[], zone: string): PlainChat[] {
  return lines
    .flatMap(line => {
      const [, times, mark, told = ''] = /^(?:(\d+) times: )?(?:(blocked|set aside): )?(.*)$/.exec(line) ?? [];
      const messages = messagesOf(told, zone);
      const chat = {
        messages,
        ...(mark === 'blocked' && { blocked: true }),
        ...(mark && { byHand: mark !== 'blocked' }),
      };
      return Array.from({ length: Number(times ?? 1) }, () => chat);
    })
    .map((chat, index) => ({ ...chat, id: `c${index}` }));
}

function messagesOf(told: string, zone: string): PlainMessage[] {
  let day = '';
  return told.split(', ').map(message => {
    const found = /^(?:((?:\d{4}-)?\d\d-\d\d) )?(\d\d:\d\d(?::\d\d)?) (buyer|seller|robot|system)$/.exec(message);
    if (!found) throw new RangeError(`not a message: ${message}`);
    const [, said, time = '', by] = found;
    day = said ?? day;
    return { at: toldTime(`${day} ${time}`, zone), by: by as Author };
  });
}
