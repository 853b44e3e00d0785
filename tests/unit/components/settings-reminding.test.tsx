// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { RemindingProps } from '@/components/settings-reminding';
import { usualReminding } from '@/lib/settings/reminding';
import { showSettings } from './show';

afterEach(cleanup);

const show = (props: Partial<RemindingProps> = {}) => showSettings({}, {}, 'en', {}, [], props);
const group = (name: string | RegExp) => within(screen.getByRole('group', { name }));
const twelve = () => group(/· 12-hour response rate$/);
const three = () => group(/· 3-minute response rate$/);
const field = (of: typeof twelve, name: string) => of().getByRole<HTMLInputElement>('textbox', { name });

async function retype(input: HTMLInputElement, text: string): Promise<void> {
  await userEvent.clear(input);
  await userEvent.type(input, text);
}

describe('of promises', () => {
  const promises = () => group('Promised answers');
  const seconds = () => promises().getByRole<HTMLInputElement>('textbox', { name: 'Seconds after the promise' });

  it('the time is shown, and saved once the field is left', async () => {
    const { onReminding } = show();
    expect(seconds().value).toBe('120');
    await retype(seconds(), '300');
    expect(onReminding).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onReminding.mock.calls).toEqual([[{ promiseAfter: 300 }]]);
  });

  it.each(['9', '86401', '1.5', 'soon', ''])('"%s" is refused at the field', async typed => {
    const { onReminding } = show();
    await userEvent.clear(seconds());
    if (typed) await userEvent.type(seconds(), typed);
    await userEvent.tab();
    expect(promises().getByRole('alert').textContent).toContain('from 10 to 86400');
    expect(onReminding).not.toHaveBeenCalled();
  });

  it('nothing is said once that is switched off, and after the usual time once it is on again', async () => {
    const { onReminding } = show();
    const on = () => promises().getByRole('checkbox', { name: /^Remind me of a promise/ });
    await userEvent.click(on());
    expect(onReminding.mock.lastCall).toEqual([{ promiseAfter: null }]);
    cleanup();
    const off = show({ reminding: { ...usualReminding, promiseAfter: null } });
    expect(promises().queryByRole('textbox')).toBeNull();
    await userEvent.click(on());
    expect(off.onReminding.mock.lastCall).toEqual([{ promiseAfter: 120 }]);
  });
});

describe('lead times', () => {
  it('are shown as they are, long ones in minutes', () => {
    show();
    expect([field(twelve, 'First, minutes before').value, field(twelve, 'Last, minutes before').value]).toEqual([
      '120',
      '30',
    ]);
    expect([field(three, 'First, seconds before').value, field(three, 'Last, seconds before').value]).toEqual([
      '80',
      '30',
    ]);
  });

  it('are saved once the field is left', async () => {
    const { onReminding } = show();
    await retype(field(twelve, 'First, minutes before'), '180');
    expect(onReminding).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onReminding.mock.calls).toEqual([[{ leads: { 'tiktok-shop/12h': [10_800, 1800] } }]]);
  });

  it('typed as they usually are, are no wish', async () => {
    const { onReminding } = show({ reminding: { ...usualReminding, leads: { 'tiktok-shop/3min': [80, 10] } } });
    await retype(field(three, 'Last, seconds before'), '30{Enter}');
    expect(onReminding.mock.lastCall).toEqual([{ leads: {} }]);
  });

  it.each(['10', '-1', '721', 'soon', ''])('of which the first is "%s" are refused at the fields', async typed => {
    const { onReminding } = show();
    await userEvent.clear(field(twelve, 'First, minutes before'));
    if (typed) await userEvent.type(field(twelve, 'First, minutes before'), typed);
    expect(twelve().queryByRole('alert')).toBeNull();
    await userEvent.tab();
    expect(twelve().getByRole('alert').textContent).toContain('Enter two times');
    expect(field(twelve, 'First, minutes before').getAttribute('aria-invalid')).toBe('true');
    expect(onReminding).not.toHaveBeenCalled();
  });

  it('are chosen for cases as for rules, a day ahead too', async () => {
    const { onReminding } = show();
    const cases = () => group('Tracked cases');
    expect(field(cases, 'First, minutes before').value).toBe('120');
    await retype(field(cases, 'First, minutes before'), '1440{Enter}');
    expect(onReminding.mock.lastCall).toEqual([{ leads: { 'tokopedia/resolution-72h': [86_400, 1800] } }]);
    await userEvent.click(cases().getByRole('checkbox', { name: 'Remind before this deadline' }));
    expect(onReminding.mock.lastCall).toEqual([{ silentRules: ['tokopedia/resolution-72h'] }]);
  });

  it('of a rule that is switched off are out of sight', async () => {
    const { onReminding } = show({ reminding: { ...usualReminding, silentRules: ['tiktok-shop/3min'] } });
    expect(three().queryByRole('textbox')).toBeNull();
    await userEvent.click(three().getByRole('checkbox', { name: 'Remind before this deadline' }));
    await userEvent.click(twelve().getByRole('checkbox', { name: 'Remind before this deadline' }));
    expect(onReminding.mock.calls).toEqual([
      [{ silentRules: [] }],
      [{ silentRules: ['tiktok-shop/3min', 'tiktok-shop/12h'] }],
    ]);
  });
});

it('a platform is switched off and on', async () => {
  const { onReminding } = show({ platforms: ['tiktok-shop', 'shopee'] });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Shopee' }));
  expect(onReminding.mock.lastCall).toEqual([{ silentPlatforms: ['shopee'] }]);
});

it('names are switched off', async () => {
  const { onReminding } = show();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Show buyers’ names' }));
  expect(onReminding.mock.lastCall).toEqual([{ names: false }]);
});

describe('quiet hours', () => {
  const night = { from: '22:00', to: '07:00', zone: 'Asia/Jakarta' };
  const quiet = () => group('Quiet hours');
  const on = { reminding: { ...usualReminding, quiet: night } };

  it('are a night on the browser’s own clock to begin with, and go again', async () => {
    const { onReminding } = show();
    expect(quiet().queryByRole('textbox', { name: 'From' })).toBeNull();
    await userEvent.click(quiet().getByRole('checkbox'));
    expect(onReminding.mock.lastCall).toEqual([{ quiet: night }]);
    cleanup();
    const again = show(on);
    await userEvent.click(quiet().getByRole('checkbox'));
    expect(again.onReminding.mock.lastCall).toEqual([{ quiet: null }]);
  });

  it('are set with their zone', async () => {
    const { onReminding } = show(on);
    await retype(quiet().getByRole<HTMLInputElement>('textbox', { name: 'From' }), '9.30');
    await userEvent.tab();
    expect(onReminding.mock.lastCall).toEqual([{ quiet: { ...night, from: '09:30' } }]);
    await retype(quiet().getByRole<HTMLInputElement>('combobox', { name: 'Time zone' }), 'Asia/Makassar{Enter}');
    expect(onReminding.mock.lastCall).toEqual([{ quiet: { ...night, zone: 'Asia/Makassar' } }]);
  });

  it.each([
    ['From', '07:00', 'Enter two different times'],
    ['To', '25:00', 'Enter two different times'],
    ['Time zone', 'Jakarta', 'This time zone is not known'],
  ])('of which "%s" is %s are refused at the field', async (name, typed, words) => {
    const { onReminding } = show(on);
    const input = quiet().getByLabelText<HTMLInputElement>(name);
    await retype(input, typed);
    await userEvent.tab();
    expect(quiet().getByRole('alert').textContent).toContain(words);
    expect([input.getAttribute('aria-invalid'), onReminding.mock.calls.length]).toEqual(['true', 0]);
  });
});

describe('the sound', () => {
  it('is switched off, and its volume is saved once the knob is let go', async () => {
    const { onReminding } = show();
    const volume = screen.getByRole('slider', { name: 'Volume' });
    fireEvent.change(volume, { target: { value: '0.8' } });
    expect(onReminding).not.toHaveBeenCalled();
    fireEvent.pointerUp(volume);
    expect(onReminding.mock.lastCall).toEqual([{ sound: { on: true, volume: 0.8 } }]);
    await userEvent.click(screen.getByRole('checkbox', { name: /^Two short notes/ }));
    expect(onReminding.mock.lastCall).toEqual([{ sound: { on: false, volume: 0.5 } }]);
  });

  it('is played as loud as it is set, and says what came of it', async () => {
    const { onTestSound } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Play it' }));
    expect(onTestSound).toHaveBeenCalledWith(0.5);
    cleanup();
    show({ soundTest: 'heard' });
    expect(screen.getByText('Played.')).toBeTruthy();
    cleanup();
    show({ soundTest: { key: 'sound_silent_error' } });
    expect(screen.getByRole('alert').textContent).toContain('This browser let Lekas make no sound');
  });
});
