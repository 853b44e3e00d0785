import { useState } from 'react';
import type { SoundTest } from '@/components/sound-fields';
import { sendMessage } from '@/lib/messaging/messenger';

/** Has the background play the sound of a reminder, and says whether it could be heard. */
export function useSoundTest(): { readonly soundTest: SoundTest; readonly testSound: (volume: number) => void } {
  const [soundTest, setSoundTest] = useState<SoundTest>('none');
  const testSound = (volume: number) => {
    setSoundTest('playing');
    sendMessage('testSound', { volume }).then(
      answer => setSoundTest(answer.ok ? 'heard' : { key: answer.key }),
      () => setSoundTest({ key: 'message_unknown_error' }),
    );
  };
  return { soundTest, testSound };
}
