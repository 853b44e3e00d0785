// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/locale';
import { textIn } from '@/lib/i18n/text-in';
import { now } from './sample';
import { showSettings } from './show';

afterEach(cleanup);

const data = () => screen.getByRole('region', { name: 'Your data' });

describe('the language', () => {
  it('is chosen whatever the browser speaks', async () => {
    const { onLocale } = showSettings();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language of every page' }), 'Tiếng Việt');
    expect(onLocale).toHaveBeenCalledWith('vi');
  });
});

describe('what is kept', () => {
  it('is said shop by shop', () => {
    showSettings();
    const row = within(data()).getByRole('row', { name: /TikTok Shop by Tokopedia · Indonesia …1234/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['4,123', '1,335', 'Nov 22, 2026']);
    expect(data().textContent).toContain('3.3 MB in all');
  });

  it('shows no number before it was counted', () => {
    showSettings({ used: null, bytes: null });
    expect(within(data()).queryByRole('table')).toBeNull();
    expect(screen.getByText('Kept here').closest('[aria-busy]')?.getAttribute('aria-busy')).toBe('true');
  });

  it('says in words that there is nothing', () => {
    showSettings({ used: [] });
    expect(within(data()).getByText('Nothing yet')).toBeTruthy();
  });

  it('goes after the days that are chosen; another number that was set before stays among them', async () => {
    const { onKeepDays } = showSettings({ keepDays: 365 });
    const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Keep messages for' });
    expect([...choice.options].map(({ text }) => text)).toEqual([
      '90 days',
      '180 days',
      '365 days',
      '400 days',
      '800 days',
    ]);
    expect(choice.value).toBe('365');
    await userEvent.selectOptions(choice, '90 days');
    expect(onKeepDays).toHaveBeenCalledWith(90);
  });
});

describe('export and import', () => {
  it('hand out the log and the tables, one at a time', async () => {
    const { onExport, again } = showSettings();
    await userEvent.click(screen.getByRole('button', { name: 'Everything (.jsonl)' }));
    await userEvent.click(screen.getByRole('button', { name: 'Table (.csv)' }));
    await userEvent.click(screen.getByRole('button', { name: 'Cases (.csv)' }));
    expect(onExport.mock.calls).toEqual([['lines'], ['table'], ['cases']]);
    again({ exporting: { is: 'working' } });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Table (.csv)' }).disabled).toBe(true);
  });

  it('say where nothing was handed out, in every language, and may be tried again', () => {
    for (const locale of locales) {
      showSettings({ exporting: { is: 'failed', failure: { key: 'export_failed_error' } } }, {}, locale);
      const { t } = textIn(locale);
      expect(screen.getByRole('alert').textContent).toBe(t('export_failed_error'));
      const button = screen.getByRole<HTMLButtonElement>('button', { name: t('settings_export_lines') });
      expect(button.disabled).toBe(false);
      cleanup();
    }
  });

  it('takes a file in, the same one again too', async () => {
    const { onImport } = showSettings();
    const file = new File(['{}'], 'lekas.jsonl');
    const choose = screen.getByLabelText('Choose a file');
    await userEvent.upload(choose, file);
    await userEvent.upload(choose, file);
    expect(onImport.mock.calls).toEqual([[file], [file]]);
  });

  it.each([
    [{ step: 'checking', rows: 5000, of: null }, 'Checking the file: 5,000 rows'],
    [{ step: 'adding', rows: 500, of: 12_345 }, 'Adding: 500 of 12,345 rows'],
  ] as const)('says how far it has come: %j', (progress, words) => {
    showSettings({ importing: { is: 'working', progress } });
    expect(within(data()).getByText(words)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Choose a file').disabled).toBe(true);
  });

  it('says in words what was wrong, in every language', () => {
    for (const locale of locales) {
      const failure = { key: 'import_truncated_error', values: ['41', '90'] };
      showSettings({ importing: { is: 'failed', failure } }, {}, locale);
      expect(screen.getByRole('alert').textContent).toContain('41');
      cleanup();
    }
  });

  it('says when it is done', () => {
    showSettings({ importing: { is: 'done', rows: 1 } });
    expect(within(data()).getByText('Done: 1 row read.')).toBeTruthy();
  });
});

describe('deleting everything', () => {
  it.each(locales)('wants its word typed in %s, and nothing else will do', async locale => {
    const { onDelete } = showSettings({}, {}, locale);
    const { t } = textIn(locale);
    const word = t('settings_delete_word');
    const button = () => screen.getByRole<HTMLButtonElement>('button', { name: t('settings_delete_action') });
    const field = screen.getByRole('textbox', { name: t('settings_delete_label', { word }) });
    await userEvent.type(field, `${word.slice(0, -1)}{Enter}`);
    expect([button().disabled, onDelete.mock.calls.length]).toEqual([true, 0]);
    await userEvent.clear(field);
    await userEvent.type(field, ` ${word.toLocaleUpperCase(locale)} `);
    expect(button().disabled).toBe(false);
    await userEvent.keyboard('{Enter}');
    expect(onDelete).toHaveBeenCalledOnce();
    expect(button().disabled).toBe(true);
  });

  it('says how it ended, also where it failed', () => {
    const { again } = showSettings();
    const told = () => document.querySelector('.delete-box [role=status]')?.textContent;
    expect(told()).toBe('');
    again({ deleted: 'done' });
    expect(told()).toBe('Everything is deleted.');
    again({ deleted: 'failed' });
    expect(told()).toContain('could not be deleted');
  });
});

it('what could not be saved is said', () => {
  showSettings({}, { failure: { key: 'settings_unsaved_error' } });
  expect(screen.getByRole('alert').textContent).toContain('could not be saved');
});

describe('the weekly copy', () => {
  const copy = () => within(data()).getByRole<HTMLInputElement>('checkbox', { name: /every week/ });

  it('is off until the seller wants it, and names the last one', async () => {
    const { onBackup, again } = showSettings();
    expect(copy().checked).toBe(false);
    expect(data().textContent).not.toContain('Last copy');
    await userEvent.click(copy());
    expect(onBackup).toHaveBeenCalledWith(true);
    again({ backup: { on: true, last: { at: now, name: 'lekas-2026-11-22.jsonl' }, working: false, failure: null } });
    expect(data().textContent).toContain('Last copy: Nov 22, 2026, lekas-2026-11-22.jsonl');
    await userEvent.click(copy());
    expect(onBackup).toHaveBeenLastCalledWith(false);
  });

  it.each(['backup_refused_error', 'backup_notAllowed_error', 'backup_notSaved_error'])(
    'says in words what went wrong and what helps: %s',
    key => {
      showSettings({ backup: { on: true, last: null, working: false, failure: { key } } });
      expect(within(data()).getByRole('alert').textContent).toMatch(/Switch it|downloads folder/);
    },
  );
});
