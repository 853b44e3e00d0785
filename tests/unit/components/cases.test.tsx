// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Cases, type CasesProps } from '@/components/cases';
import { loadCatalogue } from '@/lib/i18n/load-catalogue';
import type { Locale } from '@/lib/i18n/locale';
import { locales } from '@/lib/i18n/locale';
import { TextProvider } from '@/lib/i18n/text-provider';
import { minute, now } from './sample';
import { caseRow, casesOf } from './sample-cases';
import { showPopup } from './show';

process.env.TZ = 'Asia/Jakarta';
afterEach(cleanup);

const page = 'https://www.tokopedia.com/resolution-center/detail/77';
const hour = 60 * minute;

function show(changes: Partial<CasesProps> = {}, locale: Locale = 'en') {
  const events = {
    onDraft: vi.fn(),
    onTrack: vi.fn(),
    onChange: vi.fn(),
    onDone: vi.fn(),
    onSnooze: vi.fn(),
    onOpen: vi.fn(),
  };
  const props = { cases: casesOf([]), now, page: null, startsOpen: false, draft: null };
  render(
    <TextProvider locale={locale} load={loadCatalogue}>
      <main>
        <Cases {...props} {...events} {...changes} />
      </main>
    </TextProvider>,
  );
  return events;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const openForm = () => userEvent.click(button('Track a case'));

describe('the form of a case', () => {
  it('asks for a name alone: the last word is now and the clock 3 × 24 h, with its source, where nothing else is typed', async () => {
    const { onTrack } = show();
    await openForm();
    expect(document.activeElement).toBe(field('What you call it'));
    expect(field('Last word').value).toBe('2026-11-22T09:14');
    expect(field('Clock (hours)').value).toBe('72');
    expect(screen.getByText(/^3 × 24 h of silence: Tokopedia help pages from before the 2025 merger/)).toBeTruthy();
    await userEvent.keyboard('Retur 4410{Enter}');
    expect(onTrack).toHaveBeenCalledExactlyOnceWith({ label: 'Retur 4410', lastWordAt: now - 20_000, hours: 72 });
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('takes another time and another length, and the page it was started from', async () => {
    const { onTrack } = show({ page, startsOpen: true });
    await userEvent.type(field('What you call it'), 'x');
    await userEvent.clear(field('Last word'));
    await userEvent.type(field('Last word'), '2026-11-21T20:00');
    await userEvent.clear(field('Clock (hours)'));
    await userEvent.type(field('Clock (hours)'), '48');
    await userEvent.click(button('Start the clock'));
    const lastWordAt = Date.parse('2026-11-21T20:00:00+07:00');
    expect(onTrack).toHaveBeenCalledExactlyOnceWith({ label: 'x', lastWordAt, hours: 48, page });
  });

  it('leaves the page out where the seller does not want it', async () => {
    const { onTrack } = show({ page, startsOpen: true });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Open www.tokopedia.com from its row and reminder' }));
    await userEvent.type(field('What you call it'), 'x{Enter}');
    expect(onTrack.mock.calls[0]?.[0]).not.toHaveProperty('page');
  });

  it.each([
    ['What you call it', '  ', 'Give it a name of up to 80 characters.'],
    ['Last word', '2026-11-22T09:15', 'Enter when the last word was. It cannot be in the future.'],
    ['Clock (hours)', '0', 'Enter whole hours from 1 to 720.'],
    ['Clock (hours)', '1.5', 'Enter whole hours from 1 to 720.'],
  ])('refuses %s %j at its field, and keeps what was typed', async (name, typed, words) => {
    const { onTrack } = show({ startsOpen: true });
    await userEvent.type(field('What you call it'), 'x');
    await userEvent.clear(field(name));
    await userEvent.type(field(name), typed);
    await userEvent.click(button('Start the clock'));
    expect(screen.getByRole('alert').textContent).toBe(words);
    expect(field(name).getAttribute('aria-invalid')).toBe('true');
    expect(field(name).value).toBe(typed);
    expect(onTrack).not.toHaveBeenCalled();
  });

  it('tells what is typed, begins with what was typed before, and forgets it once it is given up', async () => {
    const draft = { label: 'Ret', lastWord: '2026-11-20T10:00', hours: '48' };
    const { onDraft } = show({ draft });
    expect(field('Last word').value).toBe('2026-11-20T10:00');
    await userEvent.type(field('What you call it'), 'u');
    expect(onDraft).toHaveBeenLastCalledWith({ ...draft, label: 'Retu' });
    await userEvent.keyboard('{Escape}');
    expect(onDraft).toHaveBeenLastCalledWith(null);
    expect(screen.queryByLabelText('What you call it')).toBeNull();
  });
});

describe('the list of cases', () => {
  it('shows nothing before it was read, which is not the same as none', () => {
    show({ cases: null });
    expect(document.querySelector('main')?.textContent).toBe('');
    cleanup();
    show();
    expect(screen.getByRole('heading').textContent).toBe('No case tracked');
  });

  it('says of each how much is left and until when, with its hooks', () => {
    show({ cases: casesOf([caseRow(), caseRow({ id: 'b2', label: 'Late', deadline: now - 5 * minute })]) });
    expect(screen.getByRole('heading').textContent).toBe('2 cases tracked');
    const [one, two] = screen.getAllByRole('listitem');
    expect(one?.textContent).toMatch(/Retur 4410.*last word Fri, 09:14.*1d.*until tomorrow 09:14/);
    expect(two?.textContent).toMatch(/Late.*5m.*Overdue since 09:09/);
    const hooks = document.querySelector<HTMLElement>('[data-case="a1"]')?.dataset;
    expect(hooks).toMatchObject({ deadline: String(now + 24 * hour), urgency: 'calm' });
    expect(screen.getByRole('status').textContent).toBe('1 case is overdue.');
  });

  it('opens the page of one that has one; the others lead nowhere', async () => {
    const { onOpen } = show({ cases: casesOf([caseRow({ page }), caseRow({ id: 'b2', label: 'No page' })]) });
    await userEvent.click(button(/^Retur 4410/));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(page);
    expect(screen.queryByRole('button', { name: /^No page/ })).toBeNull();
  });

  it('is done with one, and takes that back', async () => {
    const { onDone } = show({
      cases: casesOf([caseRow()], [{ ...caseRow({ id: 'c3', label: 'Gone' }), doneAt: now }]),
    });
    await userEvent.click(button('Done: Retur 4410'));
    expect(onDone).toHaveBeenLastCalledWith('a1', true);
    expect(document.querySelector('[data-case="c3"]')).toBeNull();
    await userEvent.click(button('Undo: Gone'));
    expect(onDone).toHaveBeenLastCalledWith('c3', false);
  });

  it('puts one off, and ends that', async () => {
    const { onSnooze } = show({ cases: casesOf([caseRow()]) });
    await userEvent.click(button('Case Retur 4410: more'));
    await userEvent.click(button('Remind me in 1h'));
    expect(onSnooze).toHaveBeenLastCalledWith('a1', 60);
    expect(document.activeElement).toBe(button('Case Retur 4410: more'));
    cleanup();
    const again = show({ cases: casesOf([caseRow({ snoozedUntil: now + hour })]) });
    expect(screen.getByText('quiet until 10:14')).toBeTruthy();
    await userEvent.click(button('Case Retur 4410: more'));
    await userEvent.click(button('Remind me again'));
    expect(again.onSnooze).toHaveBeenLastCalledWith('a1', 0);
  });

  it('changes the last word of one; what is left as it is keeps its seconds', async () => {
    const { onChange } = show({ cases: casesOf([caseRow()]) });
    const change = async () => {
      await userEvent.click(button('Case Retur 4410: more'));
      await userEvent.click(button('Change the last word'));
    };
    await change();
    await userEvent.type(field('What you call it'), ' B{Enter}');
    expect(onChange).toHaveBeenLastCalledWith('a1', { label: 'Retur 4410 B', lastWordAt: now - 48 * hour, hours: 72 });
    await change();
    await userEvent.clear(field('Last word'));
    await userEvent.type(field('Last word'), '2026-11-22T08:00{Enter}');
    const lastWordAt = Date.parse('2026-11-22T08:00:00+07:00');
    expect(onChange).toHaveBeenLastCalledWith('a1', { label: 'Retur 4410', lastWordAt, hours: 72 });
  });

  it('is gone through with the keyboard alone', async () => {
    const { onDone } = show({ cases: casesOf([caseRow({ page })]) });
    await userEvent.tab();
    expect(document.activeElement).toBe(button('Track a case'));
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(onDone).toHaveBeenCalledExactlyOnceWith('a1', true);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(button('Change the last word'));
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(button('Case Retur 4410: more'));
  });
});

describe('axe finds nothing wrong', () => {
  const rows = [
    caseRow({ page }),
    caseRow({ id: 'b2', label: 'Late', deadline: now - 5 * minute, snoozedUntil: now + 1 }),
  ];
  it.each([
    ['with none', {}],
    ['with some', { cases: casesOf(rows, [{ ...caseRow({ id: 'c3' }), doneAt: now }]) }],
    ['with the form', { startsOpen: true, page }],
  ] as const)('%s', async (_, changes) => {
    document.documentElement.lang = 'en';
    document.title = 'Lekas';
    show(changes);
    const menu = screen.queryByRole('button', { name: 'Case Retur 4410: more' });
    if (menu) await userEvent.click(menu);
    if (changes && 'startsOpen' in changes) await userEvent.click(button('Start the clock'));
    const rules = { 'color-contrast': { enabled: false }, 'page-has-heading-one': { enabled: false } };
    const { violations } = await axe.run(document.documentElement, { rules });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  });
});

it('they stand in the popup also before any shop was seen, and where the log could not be read', () => {
  const children = <p>the cases</p>;
  const { again } = showPopup({ overview: { at: now, shops: [], shown: null }, children });
  expect(screen.getByText('the cases')).toBeTruthy();
  again({ overview: null, failure: { key: 'log_unreadable_error' }, children });
  expect(screen.getByText('the cases')).toBeTruthy();
});

it.each(locales)('in %s all of it is in that language', locale => {
  document.documentElement.lang = locale;
  show({ cases: casesOf([caseRow()]), startsOpen: true, page }, locale);
  const form = screen.getByRole('form');
  expect(within(form).getAllByRole('button')).toHaveLength(2);
  const words = document.querySelector('main')?.textContent ?? '';
  expect(words).toContain('Retur 4410');
  if (locale !== 'en') expect(words).not.toMatch(/Track|last word|Start|silence/);
});
