// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { now } from './sample';
import { showWelcome } from './show';

afterEach(cleanup);

describe('the welcome page', () => {
  it('says what Lekas never does', () => {
    showWelcome();
    expect(screen.getByText('Store what anyone wrote. Only who wrote and when.')).toBeTruthy();
  });

  it('lists Indonesia first, with one button for all its hosts', () => {
    showWelcome();
    const names = screen.getAllByRole('button').map(button => button.getAttribute('aria-label'));
    expect(names).toEqual(['Allow TikTok Shop by Tokopedia, Indonesia', 'Allow TikTok Shop, Vietnam']);
  });

  it('asks in the click itself, as browsers demand', () => {
    const asked: [string[], string | undefined][] = [];
    // window.event is there only while the click is being handled, and gone after the first await.
    showWelcome({ onGrant: origins => asked.push([origins, window.event?.type]) });
    fireEvent.click(screen.getByRole('button', { name: /Indonesia/ }));
    const origins = ['https://seller-id.tokopedia.com/*', 'https://seller-id.tiktok.com/*'];
    expect(asked).toEqual([[origins, 'click']]);
  });

  it('shows no next step before anything was allowed', () => {
    showWelcome();
    expect(screen.queryByRole('heading', { name: 'Now open your chat' })).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('leads to the chat of what was allowed', async () => {
    const markets = [
      { host: 'seller-vn.tiktok.com', code: 'VN', platform: 'tiktok-shop', granted: true },
      { host: 'seller-id.tokopedia.com', code: 'ID', platform: 'tiktok-shop', granted: false },
    ] as const;
    const { onOpenChat } = showWelcome({ markets });
    expect(screen.getByText('Allowed')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Open chat: TikTok Shop, Vietnam' }));
    await userEvent.click(screen.getByRole('button', { name: 'Open chat' }));
    expect(onOpenChat.mock.calls).toEqual([['seller-vn.tiktok.com'], ['seller-vn.tiktok.com']]);
    expect(screen.getByRole('button', { name: /^Allow.*Indonesia/ })).toBeTruthy();
  });

  it('does not call a country allowed while one of its hosts is not', () => {
    const { markets } = showWelcome();
    cleanup();
    showWelcome({ markets: markets.map(market => ({ ...market, granted: market.host.endsWith('tokopedia.com') })) });
    expect(screen.queryByText('Allowed')).toBeNull();
  });

  it('says that it works once the first message was noted, and not before', () => {
    const markets = [{ host: 'seller-vn.tiktok.com', code: 'VN', platform: 'tiktok-shop', granted: true }] as const;
    const sight = {
      shop: 'tiktok-shop/VN/7',
      messages: 0,
      isMore: false,
      health: { state: 'watching' },
      since: now,
    } as const;
    showWelcome({ markets, sight });
    expect(screen.getByRole('status').textContent).toContain('Lekas sees your chat');
    cleanup();
    showWelcome({ markets, sight: { ...sight, messages: 1 } });
    expect(screen.getByRole('status').textContent).toContain('It worksThe first message of TikTok Shop');
    expect(screen.queryByRole('button', { name: 'Open chat' })).toBeNull();
  });

  it('asks for what a page that was open before needs, and does nothing to it by itself', async () => {
    const markets = [{ host: 'seller-vn.tiktok.com', code: 'VN', platform: 'tiktok-shop', granted: true }] as const;
    const health = { state: 'partly', blind: 'network', why: 'no-live' } as const;
    const { onHelp } = showWelcome({
      markets,
      sight: { shop: 'tiktok-shop/VN/7', messages: 3, isMore: false, health, since: now },
    });
    expect(screen.queryByText('It works')).toBeNull();
    expect(onHelp).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Reload this tab' }));
    expect(onHelp.mock.calls).toEqual([['tiktok-shop/VN/7', 'reload']]);
  });

  it('says what a refusal means, and keeps the button', () => {
    showWelcome({ refused: true });
    expect(screen.getByRole('alert').textContent).toContain('cannot see the chat');
    expect(screen.getByRole('button', { name: /^Allow.*Indonesia/ })).toBeTruthy();
  });

  it('says when a permission was taken back', () => {
    showWelcome({ revoked: true });
    expect(screen.getByRole('alert').textContent).toContain('Permission was taken back');
  });

  it('speaks Indonesian', async () => {
    const { onLocale } = showWelcome({}, 'id');
    expect(screen.getByRole('heading', { name: 'Di mana Anda berjualan?' })).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Bahasa' }), 'English');
    expect(onLocale).toHaveBeenCalledWith('en');
  });
});

it('what could not be done is said', () => {
  showWelcome({ failure: { key: 'message_unknown_error' } });
  expect(screen.getByRole('alert').textContent).toContain('did not');
});
