// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Failures } from '@/components/failures';
import { loadCatalogue } from '@/lib/i18n/load-catalogue';
import { type Locale, locales } from '@/lib/i18n/locale';
import { TextProvider } from '@/lib/i18n/text-provider';
import type { LogTrouble } from '@/lib/log/log-trouble';
import { now } from './sample';

afterEach(cleanup);

const troubles: readonly LogTrouble[] = ['full', 'nearly-full', 'unreadable', 'newer', 'lost'];

async function show(is: LogTrouble | null, key: string | null, locale: Locale = 'en') {
  await loadCatalogue(locale);
  render(
    <TextProvider locale={locale} load={loadCatalogue}>
      <Failures
        failure={key === null ? null : { key }}
        trouble={is && { is, at: now, littleRoom: 100_000_000, onSeen: vi.fn() }}
      />
    </TextProvider>,
  );
  return (await screen.findAllByRole('alert')).map(({ textContent }) => textContent ?? '');
}

describe('what is wrong', () => {
  it.each(['unreadable', 'newer'] as const)('is said once where the log is %s', async is => {
    expect(await show(is, 'log_unreadable_error')).toHaveLength(1);
  });

  it.each(['full', 'nearly-full', 'lost'] as const)(
    'is said of the log and of what was asked for where it is %s',
    async is => {
      expect(await show(is, 'log_unreadable_error')).toHaveLength(2);
    },
  );

  it('is said where nothing is wrong with the log as a whole, and beside any other failure', async () => {
    expect(await show(null, 'log_unreadable_error')).toHaveLength(1);
    cleanup();
    expect(await show('newer', 'settings_unsaved_error')).toHaveLength(2);
  });

  // A full stop of another script, or a place left open, is what a translator does not see.
  it.each(locales.flatMap(locale => troubles.map(is => [is, locale] as const)))(
    'is %s in %s, as that language ends its sentences',
    async (is, locale) => {
      const [said = ''] = await show(is, null, locale);
      expect(said).not.toMatch(/[{}]/);
      if (locale === 'zh-CN') expect(said).not.toMatch(/[.,;:!?](?!\d)/);
      else expect(said).not.toMatch(/[。，；：！？]/);
    },
  );
});
