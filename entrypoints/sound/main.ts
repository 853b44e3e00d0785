import { onMessage } from '@/lib/messaging/messenger';
import { playChime } from '@/lib/sound/play-chime';

// Chrome's worker can make no sound; this page, which is never seen, makes it for it.
onMessage('chime', ({ data }) => playChime(data.volume));
