// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FailureBoundary } from '@/components/failure-boundary';
import type { Health } from '@/lib/chat/health';
import type { HealthAction } from '@/lib/chat/health-action';
import { languageNames, locales } from '@/lib/i18n/locale';
import { textIn } from '@/lib/i18n/text-in';
import { TextProvider } from '@/lib/i18n/text-provider';
import { overview, shopLine } from './sample';
import { showPopup } from './show';

afterEach(cleanup);

describe('before anything was read', () => {
  it('shows nothing that reads like a number', () => {
    const { container } = showPopup({ overview: null });
    expect(container.textContent).toContain('Opening the log');
    expect(container.textContent).not.toMatch(/\d/);
    expect(screen.queryByRole('meter')).toBeNull();
  });
});

describe('without a shop', () => {
  it('says what to do first, and shows no number', async () => {
    const { container, onOpenWelcome } = showPopup({ overview: { at: 0, shops: [], shown: null } });
    expect(container.textContent).toContain('Open your seller chat');
    expect(container.textContent).not.toMatch(/\d/);
    await userEvent.click(screen.getByRole('button', { name: 'Choose your marketplace' }));
    expect(onOpenWelcome).toHaveBeenCalledOnce();
  });
});

describe('a failure', () => {
  it('is told in words, without numbers', () => {
    showPopup({ overview: null, failure: { key: 'log_unreadable_error' } });
    expect(screen.getByRole('alert').textContent).toContain('Lekas cannot read its log');
    expect(screen.queryByText('Opening the log')).toBeNull();
  });

  it('that the catalogue does not know is told too', () => {
    showPopup({ failure: { key: 'toString' } });
    expect(screen.getByRole('alert').textContent).toContain('unexpected (toString)');
  });

  it('to draw leaves words behind, not a blank window', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const Broken = () => {
      throw new Error('invented');
    };
    render(
      <TextProvider locale="en">
        <FailureBoundary>
          <Broken />
        </FailureBoundary>
      </TextProvider>,
    );
    expect(screen.getByRole('alert').textContent).toContain('the log is safe');
  });
});

describe('health', () => {
  const cases: [Health, string, string, string, HealthAction][] = [
    [{ state: 'watching' }, 'Watching your chat', 'since 08:10', 'Show chat', 'show'],
    [
      { state: 'partly', blind: 'network', why: 'no-network' },
      'Seeing only part',
      'not what it receives',
      'Reload this tab',
      'reload',
    ],
    [
      { state: 'partly', blind: 'page', why: 'no-page' },
      'Seeing only part',
      'cannot see the chat page',
      'Show chat',
      'show',
    ],
    [
      { state: 'partly', blind: 'page', why: 'no-rows', missing: ['conversation-row'] },
      'Seeing only part',
      'cannot see the chat page',
      'Reload this tab',
      'reload',
    ],
    [
      { state: 'partly', blind: 'page', why: 'never-heard-of' },
      'Seeing only',
      'cannot see the chat page',
      'Show chat',
      'show',
    ],
    [
      { state: 'not-recognised', missing: ['conversation-row', 'waiting-mark'] },
      'The chat page looks different',
      'does not find its way around this page',
      'Reload this tab',
      'reload',
    ],
    [{ state: 'signed-out' }, 'You are signed out', 'Sign in to your chat', 'Sign in', 'sign-in'],
    [{ state: 'stopped', why: 'discarded' }, 'unloaded your chat tab', 'Since 08:10', 'Show chat', 'show'],
    [{ state: 'stopped', why: 'frozen' }, 'paused your chat tab', 'Since 08:10', 'Show chat', 'show'],
    [{ state: 'stopped', why: 'crashed' }, 'Your chat tab crashed', 'Since 08:10', 'Reload this tab', 'reload'],
    [{ state: 'stopped', why: 'cut-off' }, 'cannot get into your chat tab', 'since 08:10', 'Reload this tab', 'reload'],
    [{ state: 'stopped', why: 'no-answer' }, 'does not answer', 'since 08:10', 'Show chat', 'show'],
    [{ state: 'not-allowed' }, 'may not see this chat', 'since 08:10', 'Allow', 'allow'],
    [{ state: 'closed' }, 'No chat page is open', 'Since 08:10', 'Open chat', 'open'],
  ];
  it.each(cases)('%j says so, and what to do next', async (health, title, body, action, does) => {
    const { container, onHelp } = showPopup({ overview: overview({ health }) });
    expect(container.textContent).toContain(title);
    expect(container.textContent).toContain(body);
    await userEvent.click(screen.getByRole('button', { name: action }));
    expect(onHelp).toHaveBeenCalledWith('tiktok-shop/ID/7494012345678901234', does);
  });
});

it.each(locales)('what a changed page lacks is folded away, for a report, in %s', async locale => {
  const health = { state: 'not-recognised', missing: ['conversation-row', 'waiting-mark'] } as const;
  showPopup({ overview: overview({ health }) }, locale);
  const names = screen.getByText('conversation-row, waiting-mark');
  const details = names.closest('details');
  expect([details?.open, names.lang]).toEqual([false, 'en']);
  await userEvent.click(screen.getByText(textIn(locale).t('health_missing_title')));
  expect(details?.open).toBe(true);
});

describe('the shop', () => {
  it('is only named where there is one', () => {
    showPopup();
    expect(screen.getByText('TikTok Shop by Tokopedia · Indonesia …1234')).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Shop' })).toBeNull();
  });

  it('can be switched where there are several', async () => {
    const other = shopLine({ shop: 'tiktok-shop/VN/8800000000000005678' });
    const { onShop } = showPopup({ overview: overview({}, [other]) });
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Shop' }),
      'TikTok Shop · Vietnam …5678 (1 waits)',
    );
    expect(onShop).toHaveBeenCalledWith(other.shop);
  });
});

describe('the language', () => {
  const words = (container: HTMLElement) => {
    const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) found.push(walker.currentNode.textContent?.trim() ?? '');
    return found.filter(text => /\p{L}{2}/u.test(text));
  };
  // Names are names in every language.
  const names = ['Lekas', 'Siti', ...Object.values(languageNames)];

  it.each([
    ['id', '41 dari 44 tepat waktu'],
    ['vi', '41/44 đúng hạn'],
    ['zh-CN', '44 个中 41 个及时'],
  ] as const)('%s changes every visible sentence', async (locale, sentence) => {
    const { container, again, onLocale } = showPopup();
    const english = words(container);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), languageNames[locale]);
    expect(onLocale).toHaveBeenCalledWith(locale);
    again({}, locale);
    const unchanged = words(container).filter(text => english.includes(text) && !names.includes(text));
    expect(unchanged.filter(text => !text.startsWith('TikTok Shop by Tokopedia · Indonesia'))).toEqual([]);
    expect(screen.getAllByText(sentence)).toHaveLength(2);
  });
});
