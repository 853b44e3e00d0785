// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { RateCounting } from '@/components/rate-counting';
import { loadCatalogue } from '@/lib/i18n/load-catalogue';
import { TextProvider } from '@/lib/i18n/text-provider';
import { rulesOf } from '@/lib/rules/rules-of';
import { rateView } from './sample';

afterEach(cleanup);

const weekly = rulesOf('tiktok-shop/VN/1').find(({ id }) => id === 'tiktok-shop/12h-weekly');
if (!weekly) throw new Error('the rule that Vietnam judges on Mondays');

it('says how long answers took, what the platform does at this value, and what brings the next worse', () => {
  const [fine, warning] = weekly.bands ?? [];
  if (!fine || !warning) throw new Error('bands');
  const view = rateView({ rule: weekly, band: fine, nextBand: { band: warning, misses: 4 } });
  render(
    <TextProvider locale="en" load={loadCatalogue}>
      <RateCounting rates={[rateView()]} more={[view]} />
    </TextProvider>,
  );
  expect(screen.getByText(/^12-hour response rate, judged Mondays · 93[.]2%$/)).toBeTruthy();
  expect(screen.getAllByText(/half answered within 4m, 9 of 10 within 1h 12m/)).toHaveLength(2);
  expect(screen.getByText('No penalty, as of 2026')).toBeTruthy();
  expect(screen.getByText('4 more missed: Warning')).toBeTruthy();
});

it('says nothing of times where nothing was answered', () => {
  render(
    <TextProvider locale="en" load={loadCatalogue}>
      <RateCounting rates={[rateView({ times: null })]} more={[]} />
    </TextProvider>,
  );
  expect(screen.queryByText(/half answered/)).toBeNull();
});
