// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Locale } from '@/lib/i18n/locale';
import { TextProvider } from '@/lib/i18n/text-provider';
import { useText } from '@/lib/i18n/use-text';

// The tests have every catalogue from the start; a page has the one that it was opened with.
vi.mock('@/lib/i18n/i18n-for', async original => ({
  ...(await original<typeof import('@/lib/i18n/i18n-for')>()),
  isLoaded: (locale: Locale) => locale === 'en',
}));

afterEach(cleanup);

function Words() {
  return useText().t('desk_settings_title');
}

it('a page says of itself the language that it speaks, also while another is brought in', async () => {
  const coming: (() => void)[] = [];
  const load = () => new Promise<void>(resolve => coming.push(resolve));
  const page = (locale: Locale) => (
    <TextProvider locale={locale} load={load}>
      <Words />
    </TextProvider>
  );
  const { container, rerender } = render(page('en'));
  const said = () => [document.documentElement.lang, container.textContent];
  expect(said()).toEqual(['en', 'Settings']);
  rerender(page('vi'));
  expect(said()).toEqual(['en', 'Settings']);
  await act(async () => coming.at(-1)?.());
  expect(said()).toEqual(['vi', 'Cài đặt']);
});
