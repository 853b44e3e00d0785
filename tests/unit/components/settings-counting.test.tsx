// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Counting } from '@/lib/rules/counting';
import { now, ownShop } from './sample';
import { countedShop, showSettings } from './show';

afterEach(cleanup);

const hour = 3_600_000;
/** The page's clock is behind a click by some seconds. */
const clicked = now + 8000;
const section = () => screen.getByRole('region', { name: 'Counting' });
const twelve = () => within(within(section()).getByRole('region', { name: '12-hour response rate' }));
const three = () => within(within(section()).getByRole('region', { name: '3-minute response rate' }));
const target = () => twelve().getByRole<HTMLInputElement>('textbox', { name: 'Target in %' });
const zone = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Time zone' });
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });

/** What the shop is counted by after the last change that was asked for. */
function changed({ onCounting }: ReturnType<typeof showSettings>, before: Counting = {}): Counting {
  const [shop, change] = onCounting.mock.lastCall ?? [];
  expect(shop).toBe(ownShop);
  return change?.(before, clicked) ?? {};
}

describe('a rule', () => {
  it('shows its reading, target and hours, and there is nothing to save', () => {
    showSettings();
    expect([target().value, zone().value, save().disabled]).toEqual(['85', '', true]);
    expect(screen.getByText('Nothing to save.')).toBeTruthy();
  });

  it('gets another target, and says first that nothing is counted again', async () => {
    const shown = showSettings();
    await userEvent.clear(target());
    await userEvent.type(target(), '92.5');
    expect(screen.getByText(/Saving counts nothing again/)).toBeTruthy();
    expect(shown.onCounting).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(changed(shown)).toMatchObject({ targets: { 'tiktok-shop/12h': 0.925 } });
  });

  it('gets hours, and says first which chats are counted again and for what', async () => {
    const shown = showSettings();
    await userEvent.selectOptions(three().getByRole('combobox', { name: 'Hours that count' }), 'My own hours');
    await userEvent.clear(three().getByRole('textbox', { name: 'From' }));
    await userEvent.type(three().getByRole('textbox', { name: 'From' }), '9:00');
    expect(
      screen.getByText(/^This counts all 1,?335 chats of this shop again for: 3-minute response rate\. Until/),
    ).toBeTruthy();
    await userEvent.click(save());
    expect(changed(shown)).toMatchObject({ hours: { 'tiktok-shop/3min': { from: '09:00', to: '23:00' } } });
  });

  it('is counted by another reading', async () => {
    const shown = showSettings();
    await userEvent.selectOptions(
      twelve().getByRole('combobox', { name: 'Counted as' }),
      '12-hour response rate, every question',
    );
    await userEvent.click(save());
    expect(changed(shown)).toMatchObject({ readings: { 'tiktok-shop/12h': 'tiktok-shop/12h-rounds' } });
  });

  it('goes back to what it was when the change is discarded', async () => {
    const shown = showSettings();
    await userEvent.type(target(), '9');
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect([target().value, shown.onCounting.mock.calls.length]).toEqual(['85', 0]);
  });
});

describe('what cannot be', () => {
  it.each([
    ['-5', /Enter a target from 0%/],
    ['120', /Enter a target from 0%/],
    ['', null],
  ] as const)('as a target of "%s" is refused at the field and not saved', async (typed, words) => {
    const shown = showSettings();
    await userEvent.clear(target());
    if (typed !== '') await userEvent.type(target(), typed);
    // Half a number is no fault yet.
    expect(target().getAttribute('aria-invalid')).toBeNull();
    await userEvent.tab();
    const wrong = target().getAttribute('aria-invalid') === 'true';
    expect(wrong).toBe(words !== null);
    if (words) {
      const [, id = ''] = /(\S+)$/.exec(target().getAttribute('aria-describedby') ?? '') ?? [];
      expect(document.getElementById(id)?.textContent).toMatch(words);
    }
    await userEvent.type(target(), '{Enter}');
    expect(shown.onCounting).not.toHaveBeenCalled();
  });

  it('as a time zone is refused at the field', async () => {
    const shown = showSettings();
    await userEvent.type(zone(), 'Jakarta{Enter}');
    expect(zone().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toContain('This time zone is not known');
    await userEvent.click(save());
    expect(shown.onCounting).not.toHaveBeenCalled();
    expect(screen.getByText('Not saved: correct the marked field first.')).toBeTruthy();
  });

  it('as hours that are none is refused at both fields', async () => {
    const shown = showSettings();
    await userEvent.selectOptions(twelve().getByRole('combobox', { name: 'Hours that count' }), 'My own hours');
    await userEvent.clear(twelve().getByRole('textbox', { name: 'To' }));
    await userEvent.type(twelve().getByRole('textbox', { name: 'To' }), '08:00');
    await userEvent.tab();
    expect(twelve().getByRole('alert').textContent).toContain('Enter two different times');
    for (const name of ['From', 'To']) {
      expect(twelve().getByRole('textbox', { name }).getAttribute('aria-invalid')).toBe('true');
    }
    await userEvent.click(save());
    expect(shown.onCounting).not.toHaveBeenCalled();
  });
});

describe('Holiday Mode', () => {
  const box = () => within(screen.getByRole('region', { name: 'Holiday Mode' }));

  it('is on with one tap, until it is ended', async () => {
    const shown = showSettings();
    expect(box().getByText(/This counts all 1,?335 chats of this shop again for: 12-hour response rate/)).toBeTruthy();
    await userEvent.click(box().getByRole('button', { name: 'Turn on now' }));
    expect(changed(shown, { zone: 'Asia/Jakarta' })).toEqual({
      zone: 'Asia/Jakarta',
      holidays: [{ from: clicked, to: null }],
    });
  });

  it('ends at the minute given, on the clocks of the shop', async () => {
    const shown = showSettings({}, {}, 'en', { counting: { zone: 'Asia/Jayapura' } });
    const until = box().getByLabelText(/^Until/);
    fireEvent.change(until, { target: { value: '2026-11-25T08:00' } });
    await userEvent.click(box().getByRole('button', { name: 'Turn on now' }));
    expect(changed(shown).holidays).toEqual([{ from: clicked, to: Date.parse('2026-11-25T08:00:00+09:00') }]);
  });

  it('is refused where it would be over already', () => {
    showSettings();
    fireEvent.change(box().getByLabelText(/^Until/), { target: { value: '2026-11-21T08:00' } });
    expect(box().getByText('A holiday must end after it begins.')).toBeTruthy();
    expect(box().getByRole<HTMLButtonElement>('button', { name: 'Turn on now' }).disabled).toBe(true);
  });

  it('that is on says since when and until when, and is ended', async () => {
    const counting = { holidays: [{ from: now - hour, to: now + hour }] };
    const shown = showSettings({}, {}, 'en', { counting });
    expect(box().getByText('On: Nov 22, 2026, 08:14 to Nov 22, 2026, 10:14')).toBeTruthy();
    await userEvent.click(box().getByRole('button', { name: 'End now' }));
    expect(changed(shown, counting).holidays).toEqual([{ from: now - hour, to: clicked }]);
  });

  it('is planned from one minute to another, and taken back', async () => {
    const counting = { holidays: [{ from: now + hour, to: now + 2 * hour }] };
    const shown = showSettings({}, {}, 'en', { counting });
    const form = within(box().getByRole('form', { name: 'Another holiday' }));
    fireEvent.change(form.getByLabelText('From'), { target: { value: '2026-12-24T00:00' } });
    fireEvent.change(form.getByLabelText('To'), { target: { value: '2026-12-23T00:00' } });
    expect(form.getByRole('alert').textContent).toContain('must end after it begins');
    await userEvent.click(form.getByRole('button', { name: 'Add holiday' }));
    expect(shown.onCounting).not.toHaveBeenCalled();
    fireEvent.change(form.getByLabelText('To'), { target: { value: '2026-12-26T00:00' } });
    await userEvent.click(form.getByRole('button', { name: 'Add holiday' }));
    const christmas = Date.parse('2026-12-24T00:00:00+07:00');
    expect(changed(shown, counting).holidays?.at(-1)).toEqual({ from: christmas, to: christmas + 48 * hour });
    await userEvent.click(box().getByRole('button', { name: /^Remove the holiday/ }));
    expect(changed(shown, counting).holidays).toEqual([]);
  });
});

it('counting again says how far it has come, and the page stays as it is', () => {
  showSettings({}, {}, 'en', { again: { done: 300, of: 1335 } });
  expect(within(section()).getByText(/Counting again: 300 of 1,335 chats/)).toBeTruthy();
  expect(target().disabled).toBe(false);
});

it('several shops are set one by one, and nothing typed for one is left under another', async () => {
  const other = { ...countedShop, shop: 'shopee/ID/5' } as const;
  const shown = showSettings({}, {}, 'en', {}, [other]);
  await userEvent.type(zone(), 'Asia/Jayapura');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Shop' }), 'Shopee · Indonesia 5');
  expect(zone().value).toBe('');
  await userEvent.type(zone(), 'Asia/Makassar{Enter}');
  expect(shown.onCounting.mock.lastCall?.[0]).toBe('shopee/ID/5');
});

it('without a shop there is nothing to set yet', () => {
  showSettings({}, { counting: { shops: [], now, recounts: () => [], onCounting: () => {} } });
  expect(within(section()).getByText(/No shop yet/)).toBeTruthy();
});
