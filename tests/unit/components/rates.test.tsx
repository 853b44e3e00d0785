// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { RateView } from '@/lib/log/overview';
import { emptyRate, minute, now, overview, rateView, threeMinutes, twelveHours } from './sample';
import { showPopup } from './show';

afterEach(cleanup);

const showRate = (view: RateView) => showPopup({ overview: overview({ rates: [view] }) });
const meter = () => screen.getByRole('meter');

describe('a rate', () => {
  it('is a meter with a name, a value in percent and words', () => {
    showRate(rateView());
    expect(meter()).toBe(screen.getByRole('meter', { name: '12-hour response rate' }));
    expect(meter().getAttribute('aria-valuemin')).toBe('0');
    expect(meter().getAttribute('aria-valuemax')).toBe('100');
    expect(meter().getAttribute('aria-valuenow')).toBe('93.2');
    expect(meter().getAttribute('aria-valuetext')).toBe('93.2%, target 85%');
  });

  it('says what a machine needs on the same element', () => {
    showRate(rateView());
    expect({ ...meter().dataset }).toMatchObject({
      rule: 'tiktok-shop/12h',
      counted: '44',
      waiting: '3',
      firstDeadline: String(now + 8 * minute),
    });
  });

  it('without a value has none, and says that there are no chats yet', () => {
    const { container } = showRate(emptyRate);
    expect(meter().hasAttribute('aria-valuenow')).toBe(false);
    expect(meter().hasAttribute('data-first-deadline')).toBe(false);
    expect(meter().getAttribute('aria-valuetext')).toBe('No chats yet');
    expect(within(screen.getByRole('article')).getByText('No chats yet')).toBeTruthy();
    expect(container.textContent).not.toMatch(/\b(0|100) ?%/);
  });

  it('is never rounded up to its target', () => {
    showRate(rateView({ rate: { ...rateView().rate, value: 0.8496 }, missesLeft: null, answersToRegain: 1 }));
    expect(screen.getByText('84.9%')).toBeTruthy();
    expect(screen.getByText('Below target (85%)')).toBeTruthy();
    expect(screen.getByText(/1 answer in time regains the target/)).toBeTruthy();
  });

  it('says what becomes of it, how much was watched, and what the platform shows', () => {
    showRate(rateView());
    const phrases = within(screen.getByRole('article')).getAllByRole('listitem');
    expect(phrases.map(({ textContent }) => textContent)).toEqual([
      '41 of 44 in time',
      '4 more may be missed',
      'all answered 93.6%, none 87.2%',
    ]);
    expect(screen.getByText('seen 96% of the time · details')).toBeTruthy();
    expect(screen.getByText('TikTok Shop rule · shown there as 92%, 2 hr. ago')).toBeTruthy();
  });

  it('says once how much was watched, where that is the same for both', () => {
    showPopup();
    expect(screen.getAllByText(/^seen/)).toHaveLength(1);
  });

  it('adds up in the open', () => {
    showRate(rateView());
    expect(screen.getByText('41 in time · 2 late · 1 missed · 3 pending')).toBeTruthy();
    expect(screen.getByText('2 left out: settled by a robot')).toBeTruthy();
  });

  it.each([
    [0.008, 'up 0.8 pts in a week'],
    [-0.031, 'down 3.1 pts in a week'],
    [0.0004, 'same as a week ago'],
  ])('with a change of %d is %s', (trend, words) => {
    showRate(rateView({ trend }));
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('of our own says so', () => {
    showRate(rateView({ rule: threeMinutes }));
    expect(screen.getByText('Lekas speed figure, not a platform rule')).toBeTruthy();
  });

  it('that is a mean is told in time, and less is better', () => {
    const mean = { ...twelveHours, id: 'tiktok-shop/average-response', measure: 'mean' as const, target: 3600 };
    showRate(
      rateView({ rule: mean, rate: { ...rateView().rate, value: 1234 }, missesLeft: null, trend: 60, official: null }),
    );
    expect(screen.getByText('20m')).toBeTruthy();
    expect(screen.getByText('On target (under 1h)')).toBeTruthy();
    expect(screen.getByText('up 1m in a week')).toBeTruthy();
    expect(meter().getAttribute('aria-valuenow')).toBe('1234');
    expect(meter().getAttribute('aria-valuetext')).toBe('20m, target under 1h');
  });
});

describe('the days', () => {
  it('can be switched', async () => {
    const { onDays } = showPopup();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '30 days' }).checked).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: '7 days' }));
    expect(onDays).toHaveBeenCalledWith(7);
  });
});
