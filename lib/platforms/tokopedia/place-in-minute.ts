import { type Notes, note } from '../notes';

const minuteMs = 60_000;
/** Nobody writes more in a minute. */
const most = 500;

/**
 * How many messages of `whose` (a conversation and an author) were sent before `sentAt` (ms) in the same minute, of those
 * that this page has been told of. The socket names no message, so this is how the log aligns it with the thread.
 */
export function placeInMinute(notes: Notes, whose: string, sentAt: number): number {
  const name = `minute ${whose} ${Math.floor(sentAt / minuteMs)}`;
  const times = new Set((notes.get(name) ?? '').split(' ').filter(Boolean).map(Number));
  if (times.size < most) times.add(sentAt);
  note(notes, name, [...times].join(' '));
  return [...times].filter(time => time < sentAt).length;
}
