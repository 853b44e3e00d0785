// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/locale';
import { textIn } from '@/lib/i18n/text-in';
import { emptyRate, rateView, threeMinutes, twelveHours } from './sample';
import { dashboard, patterns, why, whyRow } from './sample-dashboard';
import { showDashboard, showPopup } from './show';

afterEach(cleanup);

const region = (name: string) => screen.getByRole('region', { name });

it('is opened from the popup, for the shop that the popup shows', async () => {
  const { onOpenDashboard } = showPopup();
  await userEvent.click(screen.getByRole('button', { name: 'Dashboard' }));
  expect(onOpenDashboard).toHaveBeenCalledWith('tiktok-shop/ID/7494012345678901234');
});

describe('what is looked at', () => {
  const other = { shop: 'tiktok-shop/VN/1', rates: [] } as const;

  it('is chosen by shop, rule and days', async () => {
    const { onShop, onRule, onDays } = showDashboard({ dashboard: dashboard({}, [other]) });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Shop' }), other.shop);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Rule' }), '3-minute response rate');
    await userEvent.click(screen.getByRole('button', { name: '7 days' }));
    await userEvent.click(screen.getByRole('button', { name: 'Rule’s own' }));
    expect([onShop.mock.calls, onRule.mock.calls, onDays.mock.calls]).toEqual([
      [[other.shop]],
      [[threeMinutes.id]],
      [[7], [null]],
    ]);
  });

  it('names a reading by its rule, so that the choice stays when another is adopted', () => {
    const rounds = { ...twelveHours, id: 'tiktok-shop/12h-rounds', presetOf: twelveHours.id };
    showDashboard({ dashboard: dashboard({ rules: [rounds], view: rateView({ rule: rounds }) }) });
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Rule' }).value).toBe(twelveHours.id);
  });

  it('says which days those are, and how they are measured', () => {
    showDashboard();
    expect(screen.getByLabelText<HTMLInputElement>('From').value).toBe('2026-10-24');
    expect(screen.getByLabelText<HTMLInputElement>('To').value).toBe('2026-11-22');
    expect(screen.getByRole('button', { name: 'Rule’s own' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText(/clocks show them in Asia\/Jakarta/)).toBeTruthy();
  });
});

describe('the parts of the rate', () => {
  it('add up in the open, and each leads to its own', async () => {
    const { onFilter } = showDashboard();
    const parts = within(region('What it is made of')).getAllByRole('listitem');
    expect(parts.map(({ textContent }) => textContent)).toEqual([
      'In time41',
      'Late2',
      'Missed1',
      'Pending3',
      'Left out: settled by a robot2',
    ]);
    expect(screen.getByText('49 in all; choose a part to see each one')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^Pending/ }));
    await userEvent.click(screen.getByRole('button', { name: 'All' }));
    expect(onFilter.mock.calls).toEqual([['pending'], ['all']]);
  });

  it('of nothing yet are no number that could be taken for a rate', () => {
    const { container } = showDashboard({ dashboard: dashboard({ view: emptyRate }), why: why({ rows: [] }) });
    expect(within(region('The rate of these days')).getByText('No chats yet')).toBeTruthy();
    expect(container.textContent).not.toMatch(/\b(0|100) ?%/);
  });
});

describe('each unit and why it counts so', () => {
  const rows = () =>
    within(region('Each one, and why it counts so'))
      .getAllByRole('row')
      .slice(1)
      .map(row => [...row.children].map(({ textContent }) => textContent));

  it('is a line: who, when, what came of it and why, who answered when', () => {
    showDashboard();
    expect(rows()).toEqual([
      ['Siti', 'Nov 21, 13:14', 'Late answered after 13h, allowed are 12h', 'Nov 22, 02:14', 'Ayu'],
      ['Buyer', 'Nov 21, 03:14', 'Missed no answer within 12h', '–', '–'],
    ]);
  });

  it('says a stretch just beyond a limit to the second, never as the limit itself', () => {
    const row = whyRow({ verdict: { is: 'late', tookMs: 185_000 }, tookMs: 185_000, rule: threeMinutes.id });
    const view = rateView({ rule: threeMinutes });
    showDashboard({ dashboard: dashboard({ view }), why: why({ rows: [row] }) });
    expect(rows()[0]?.[2]).toBe('Late answered after 3m 05s, allowed are 3m');
  });

  it('is judged by the version of the rule that held then', () => {
    const rule = { ...twelveHours, earlier: [{ id: 'tiktok-shop/24h', limit: 86_400, until: '2026-11-21' }] };
    const row = whyRow({ verdict: { is: 'missed' }, rule: 'tiktok-shop/24h' });
    showDashboard({ dashboard: dashboard({ view: rateView({ rule }) }), why: why({ rows: [row] }) });
    expect(rows()[0]?.[2]).toBe('Missed no answer within 1d');
  });

  it('comes page by page', async () => {
    const { onMore, again } = showDashboard({ why: why({ next: { start: 1, conversation: 'c', id: '1' } }) });
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(onMore).toHaveBeenCalledOnce();
    again({ why: why() });
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('before it was read shows none, and no word that there is none', () => {
    showDashboard({ why: null });
    const part = region('Each one, and why it counts so');
    expect([part.getAttribute('aria-busy'), within(part).queryByRole('row')]).toEqual(['true', null]);
    expect(within(part).queryByText(/Nothing/)).toBeNull();
  });
});

describe('what costs', () => {
  it('is grouped by hour, weekday and buyer, each with how many of how many', () => {
    showDashboard();
    const [hours, weekdays, buyers] = within(region('What costs me')).getAllByRole('table');
    const cells = (table: HTMLElement | undefined) =>
      table && [...table.querySelectorAll('tbody tr')].map(row => [...row.children].map(cell => cell.textContent));
    expect(cells(hours)).toEqual([
      ['03:00', '1', '1'],
      ['13:00', '1', '1'],
    ]);
    expect(cells(weekdays)).toEqual([['Saturday', '2', '2']]);
    expect(cells(buyers)?.map(([name]) => name)).toEqual(['Buyer', 'Buyer']);
  });

  it('says in words that nothing did', () => {
    showDashboard({ patterns: patterns([]) });
    expect(within(region('What costs me')).getByText('Nothing was late or missed in these days.')).toBeTruthy();
  });
});

it.each(locales)('speaks %s', locale => {
  const { container } = showDashboard({}, locale);
  const { t } = textIn(locale);
  expect(screen.getByRole('heading', { level: 1, name: t('desk_dashboard_title') })).toBeTruthy();
  expect(container.textContent).not.toMatch(/dashboard_\w+/);
});

it('without a shop says what to do first', async () => {
  const { onOpenWelcome } = showDashboard({ dashboard: { at: 0, shops: [], shown: null } });
  await userEvent.click(screen.getByRole('button', { name: 'Choose your marketplace' }));
  expect(onOpenWelcome).toHaveBeenCalledOnce();
});
