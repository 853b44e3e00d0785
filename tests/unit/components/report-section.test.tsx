// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { ReportProps } from '@/components/report-section';
import { locales } from '@/lib/i18n/locale';
import { showSettings } from './show';

afterEach(cleanup);

const page = { tab: 7, platform: 'tiktok-shop', market: 'ID' } as const;
const report = (changes: Partial<ReportProps> = {}): ReportProps => ({
  pages: [page],
  shown: null,
  failed: false,
  onLook: vi.fn(),
  onSave: vi.fn(),
  ...changes,
});
const section = () => within(screen.getByRole('region', { name: 'Report a page' }));

it('an open page is taken with one click, shown whole, and saved with another', async () => {
  const onLook = vi.fn();
  showSettings({}, { report: report({ onLook }) });
  expect(section().queryByRole('textbox')).toBeNull();
  await userEvent.click(section().getByRole('button', { name: 'Take TikTok Shop by Tokopedia, Indonesia' }));
  expect(onLook).toHaveBeenCalledExactlyOnceWith(page);
  cleanup();
  const onSave = vi.fn();
  showSettings({}, { report: report({ shown: '{"is": "lekas-page"}', onSave }) });
  const shown = section().getByRole<HTMLTextAreaElement>('textbox', { name: 'What was taken' });
  expect([shown.value, shown.readOnly]).toEqual(['{"is": "lekas-page"}', true]);
  await userEvent.click(section().getByRole('button', { name: 'Save as a file' }));
  expect(onSave).toHaveBeenCalledOnce();
});

it('says where there is no page, and where one does not answer', () => {
  showSettings({}, { report: report({ pages: [] }) });
  expect(section().getByText(/^No chat page is open/)).toBeTruthy();
  cleanup();
  showSettings({}, { report: report({ failed: true }) });
  expect(section().getByRole('status').textContent).toMatch(/does not answer/);
  cleanup();
  showSettings({}, { report: report({ pages: null }) });
  expect(section().queryByText(/^No chat page is open/)).toBeNull();
});

it.each(locales)('speaks %s', locale => {
  const { container } = showSettings({}, { report: report({ shown: '{}' }) }, locale);
  expect(container.querySelector('#report')?.textContent).not.toMatch(/report_|\{name\}/);
});
