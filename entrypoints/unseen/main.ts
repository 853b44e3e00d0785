import { makeCopy } from '@/lib/backup/make-copy';
import { LogDb } from '@/lib/log/log-db';
import { onMessage, sendMessage } from '@/lib/messaging/messenger';
import { playChime } from '@/lib/sound/play-chime';

// What Chrome's worker cannot do this page, which is never seen, does for it: to make a sound, and to make a file.
onMessage('chime', ({ data }) => playChime(data.volume));

// Answered at once: a large log takes longer than a worker may wait, and what is made wakes another.
onMessage('makeCopy', ({ data }) => {
  void makeCopy(new LogDb(), data).then(made => sendMessage('copyMade', made));
});
