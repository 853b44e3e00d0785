import { useState } from 'react';
import { useText } from '@/lib/i18n/use-text';
import type { Reminding } from '@/lib/settings/reminding';
import { FailureLine, type ShownFailure } from './failure-line';
import { Setting } from './setting';
import { Switch } from './switch';

/** How the sound that was asked for came out. */
export type SoundTest = 'none' | 'playing' | 'heard' | ShownFailure;

interface Props {
  readonly sound: Reminding['sound'];
  readonly test: SoundTest;
  readonly onSound: (sound: Reminding['sound']) => void;
  readonly onTest: (volume: number) => void;
}

/** Whether a reminder sounds, how loud, and how that sounds. */
export function SoundFields({ sound, test, onSound, onTest }: Props) {
  const { t, roughly } = useText();
  // While the knob is moved nothing is saved.
  const [moved, setMoved] = useState<number | null>(null);
  const volume = moved ?? sound.volume;
  const settle = () => {
    if (moved === null) return;
    setMoved(null);
    if (moved !== sound.volume) onSound({ ...sound, volume: moved });
  };
  return (
    <fieldset className="data-box">
      <legend>{t('sound_section_title')}</legend>
      <Switch
        name="sound"
        label={t('sound_on_label')}
        about={t('sound_on_about')}
        on={sound.on}
        onSwitch={on => onSound({ ...sound, on })}
      />
      {sound.on && (
        <Setting label={t('sound_volume_label')}>
          {ids => (
            <input
              {...ids}
              name="volume"
              type="range"
              min={0.1}
              max={1}
              step={0.1}
              value={volume}
              aria-valuetext={roughly(volume)}
              onChange={({ target }) => setMoved(Number(target.value))}
              onPointerUp={settle}
              onKeyUp={settle}
              onBlur={settle}
            />
          )}
        </Setting>
      )}
      <div className="data-actions">
        <button type="button" className="quiet" disabled={test === 'playing'} onClick={() => onTest(volume)}>
          {t('sound_test_action')}
        </button>
        <span role="status">{test === 'heard' && t('sound_test_done')}</span>
      </div>
      {typeof test === 'object' && <FailureLine failure={test} />}
    </fieldset>
  );
}
