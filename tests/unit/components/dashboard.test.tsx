// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/locale';
import { textIn } from '@/lib/i18n/text-in';
import { emptyRate, overview, rateView, threeMinutes, twelveHours } from './sample';
import { calibration, dashboard, judgedNext, patterns, typedOfficial, why, whyRow } from './sample-dashboard';
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
    const nothing = { view: emptyRate, days: [], spread: {} };
    const { container } = showDashboard({
      dashboard: dashboard(nothing),
      why: why({ rows: [] }),
      patterns: patterns([]),
    });
    expect(within(region('The rate of these days')).getByText('No chats yet')).toBeTruthy();
    expect(container.textContent).not.toMatch(/\b(0|100)(\.0)? ?%/);
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

  it('names hours as the language does', () => {
    const { container } = showDashboard({}, 'id');
    const hours = [...(container.querySelector('.costs table')?.querySelectorAll('tbody th') ?? [])];
    expect(hours.map(({ textContent }) => textContent)).toEqual(['03.00', '13.00']);
  });

  it('says in words that nothing did', () => {
    showDashboard({ patterns: patterns([]) });
    expect(within(region('What costs me')).getByText('Nothing was late or missed in these days.')).toBeTruthy();
  });
});

it('says of each band that is shaded where it lies, for two may look alike', () => {
  const rule = {
    ...twelveHours,
    bands: [
      { from: 0.85, consequence: 'tiktokFine' },
      { from: 0.75, consequence: 'tiktokWarning' },
      { from: 0.5, above: true, consequence: 'tiktokMinusTen' },
      { from: 0, consequence: 'tiktokMinusTwenty' },
    ],
  } as const;
  showDashboard({ dashboard: dashboard({ rules: [rule], view: rateView({ rule }) }) });
  const bands = [...document.querySelectorAll('.legend [data-key=band]')].map(({ textContent }) => textContent);
  expect(bands).toEqual([
    'No penalty 85% – 100%',
    'Warning 75% – 85%',
    '10 points lost 50% – 75%',
    '20 points lost 0% – 50%',
  ]);
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

const cellsOf = (table: HTMLElement) =>
  [...table.querySelectorAll('tbody tr')].map(row => [...row.children].map(cell => cell.textContent));

describe('the platform’s figure', () => {
  const officials = () => region('The platform’s figure beside ours');
  const seen = { ...typedOfficial, source: 'seen' as const, metric: 'response-rate-12h', ours: null };

  it('stands beside ours over the same days, with the difference and where it is from', () => {
    showDashboard({ dashboard: dashboard({ officials: [{ ...typedOfficial, days: 7 }, seen] }) });
    expect(cellsOf(within(officials()).getByRole('table')).map(row => row.slice(0, 6))).toEqual([
      ['Nov 20, 2026', '7', '92%', '90.5%', '−1.5 pts', 'Typed in'],
      ['Nov 20, 2026', '30', '92%', '–', '–', 'Seen on the page'],
    ]);
  });

  it('is taken back only where it was typed in', async () => {
    const { onDrop, onCompare } = showDashboard({ dashboard: dashboard({ officials: [typedOfficial, seen] }) });
    await userEvent.click(screen.getByRole('button', { name: 'Remove the figure of Nov 20, 2026' }));
    const [compare] = screen.getAllByRole('button', { name: 'Compare readings with the figure of Nov 20, 2026' });
    if (compare) await userEvent.click(compare);
    expect([onDrop.mock.calls, onCompare.mock.calls]).toEqual([[[typedOfficial]], [[typedOfficial]]]);
  });

  it.each([
    ['92', 0.92],
    ['92,5 %', 0.925],
    [' 100% ', 1],
    ['ninety', Number.NaN],
    ['', Number.NaN],
  ])('is typed in as %j', async (typed, value) => {
    const { onType } = showDashboard();
    if (typed) await userEvent.type(screen.getByLabelText('Figure in %'), typed);
    await userEvent.type(screen.getByLabelText('Days it covers, if shown'), '7');
    await userEvent.click(screen.getByRole('button', { name: 'Keep this figure' }));
    expect(onType.mock.calls).toEqual([[{ value, day: '2026-11-22', days: 7 }]]);
  });

  it('that cannot be is refused in words, and what was typed stays', async () => {
    showDashboard({ onType: async () => ({ key: 'official_value_error' }) });
    await userEvent.type(screen.getByLabelText('Figure in %'), '920');
    await userEvent.click(screen.getByRole('button', { name: 'Keep this figure' }));
    expect(screen.getByRole('alert').textContent).toContain('0% to 100%');
    expect(screen.getByLabelText<HTMLInputElement>('Figure in %').value).toBe('920');
  });

  it('of a mean is a time', async () => {
    const { limit: _, ...rest } = twelveHours;
    const mean = { ...rest, id: 'tiktok-shop/average-response', measure: 'mean' as const, target: 3600 };
    const officials = [{ ...typedOfficial, metric: mean.id, value: 185, ours: 170 }];
    const view = rateView({ rule: mean, rate: { ...rateView().rate, value: 170 } });
    showDashboard({ dashboard: dashboard({ officials, view }) });
    expect(screen.getByLabelText('Figure in seconds')).toBeTruthy();
    expect(screen.getByRole('row', { name: /3m 05s .*−15s/ })).toBeTruthy();
  });
});

describe('the readings', () => {
  const comparing = { dashboard: dashboard({ officials: [typedOfficial] }), compared: typedOfficial };

  it('are ranked, the one in use is named, and one click adopts another', async () => {
    const { onAdopt } = showDashboard({ ...comparing, calibration: calibration() });
    const table = screen.getByRole('group', { name: 'Which way of counting gives 92% on Nov 20, 2026?' });
    expect(cellsOf(table)).toEqual([
      ['12-hour response rate, every question', '91.8%', '−0.2 pts', 'Gives the figure', 'Use this reading'],
      ['as published', '90.5%', '−1.5 pts', 'Off', 'In use'],
      ['every message counts', '–', '–', 'Off', 'Use this reading'],
    ]);
    expect(screen.getByText(/Lekas knows 82% of that time/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^Use this reading: 12-hour response rate, every/ }));
    expect(onAdopt).toHaveBeenCalledWith({ reading: 'tiktok-shop/12h-rounds', unit: null });
  });

  it('show no figure while they are being counted', () => {
    showDashboard(comparing);
    expect(screen.getByText('Counting every reading …').closest('[aria-busy=true]')).toBeTruthy();
    expect(screen.queryByText('Gives the figure')).toBeNull();
  });

  it('are named in the popup where one was adopted', () => {
    const rounds = { ...twelveHours, id: 'tiktok-shop/12h-rounds', presetOf: twelveHours.id };
    const { again } = showPopup({ overview: overview({ rates: [rateView({ rule: rounds })] }) });
    const card = () => screen.getByRole('article').textContent;
    expect(card()).toContain('Reading in use: 12-hour response rate, every question');
    const byMessage = { ...twelveHours, unit: 'message' as const, changed: ['unit' as const] };
    again({ overview: overview({ rates: [rateView({ rule: byMessage })] }) });
    expect(card()).toContain('Reading in use: every message counts');
    again({ overview: overview({ rates: [rateView()] }) });
    expect(card()).not.toContain('Reading in use');
    expect(screen.getByText('Reading in use: as published')).toBeTruthy();
  });
});

describe('the figure as it is judged next', () => {
  it('is said with its days, what becomes of it, and what is too old by then', () => {
    showDashboard({ dashboard: dashboard({ view: rateView({ judgedNext: judgedNext() }) }) });
    const next = region('As judged next, on Nov 23, 2026');
    expect(within(next).getByText('80.0% by what is known now, counted from Nov 16')).toBeTruthy();
    expect(
      within(next)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'all answered 81.8%, none 72.7%',
      '2 of today’s figure are too old by then: 1 in time, 1 late or missed',
    ]);
  });

  it('of a shop that is too small says that it is not judged', () => {
    showDashboard({ dashboard: dashboard({ view: rateView({ judgedNext: judgedNext({ enoughChats: false }) }) }) });
    expect(screen.getByText('So far the shop has too few chats to be judged.')).toBeTruthy();
  });

  it('is left out where no weekday is named', () => {
    showDashboard();
    expect(screen.queryByRole('region', { name: /As judged next/ })).toBeNull();
  });
});

describe('behind every picture', () => {
  const behind = async (name: string) => {
    const part = region(name);
    await userEvent.click(within(part).getByText(/^As a table/));
    return within(part).getByRole('table');
  };

  it('of the days stands a table: the window’s rate, the day by itself, and what the platform showed', async () => {
    const { onCopy } = showDashboard({ dashboard: dashboard({ officials: [typedOfficial] }) });
    const rows = cellsOf(await behind('The last 90 days'));
    expect([rows.length, rows[0], rows[87], rows[89]]).toEqual([
      90,
      ['Aug 25, 2026', '–', '–', '0', '–'],
      ['Nov 20, 2026', '90.0%', '90.0%', '10', '92.0%'],
      ['Nov 22, 2026', '90.0%', '90.0%', '10', '–'],
    ]);
    await userEvent.click(within(region('The last 90 days')).getByRole('button', { name: 'Copy table' }));
    const [copied] = onCopy.mock.calls[0] as unknown as [string];
    expect(copied.split('\n')).toHaveLength(91);
    expect(copied.split('\n')[0]).toBe('Day\tRate of 30 days\tDay by itself\tCounted\tTikTok Shop');
    expect(await screen.findByText('Copied')).toBeTruthy();
  });

  it('of the reply times stands how many answers came within each', async () => {
    showDashboard();
    const rows = cellsOf(await behind('How fast you answer'));
    expect(rows).toEqual([
      ['up to 1m', '1'],
      ['up to 3m', '0'],
      ['up to 10m', '0'],
      ['up to 30m', '0'],
      ['up to 1h', '0'],
      ['up to 3h', '0'],
      ['up to 12h', '1'],
      ['up to 1d', '0'],
      ['over 1d', '0'],
    ]);
  });

  it('of the week stand its hours in which somebody wrote', async () => {
    showDashboard();
    expect(cellsOf(await behind('Hours of the week'))).toEqual([
      ['Saturday', '03:00', '1', '1'],
      ['Saturday', '13:00', '1', '1'],
    ]);
  });

  it('of the coverage stand its stretches', async () => {
    showDashboard();
    expect(cellsOf(await behind('What Lekas saw'))).toEqual([
      ['Oct 24, 00:00', 'Nov 22, 04:14', 'Watched'],
      ['Nov 22, 04:14', 'Nov 22, 08:14', 'Not seen'],
      ['Nov 22, 08:14', 'Nov 22, 09:14', 'Watched'],
    ]);
    expect(within(region('What Lekas saw')).getByText('99% known, 99% watched as it happened')).toBeTruthy();
  });
});

it('each agent has what was answered, and how much of it in time', () => {
  const rows = [whyRow(), whyRow({ id: '2', verdict: { is: 'in-time', tookMs: 65_000 }, tookMs: 65_000 })];
  showDashboard({ patterns: patterns(rows) });
  const [ayu] = cellsOf(within(region('Per agent')).getByRole('table'));
  expect(ayu?.slice(0, 4)).toEqual(['Ayu', '2', '1', '50.0%']);
});

it('each shop leads to its own, and says in words how its rate stands', async () => {
  const vietnam = {
    shop: 'tiktok-shop/VN/1',
    rates: [{ rule: twelveHours, rate: { ...emptyRate.rate, value: 0.8496, counted: 7 } }],
  } as const;
  const { onShop } = showDashboard({ dashboard: dashboard({}, [vietnam]) });
  const row = within(region('Per shop')).getByRole('row', { name: /Vietnam/ });
  expect(row.textContent).toContain('84.9% Below target (85%)');
  await userEvent.click(within(row).getByRole('button', { name: /Vietnam/ }));
  expect(onShop).toHaveBeenCalledWith('tiktok-shop/VN/1');
});
