// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { allOverview, glance, minute, now, rateView, shopLine, waitingRow } from './sample';
import { showPopup } from './show';

afterEach(cleanup);

const vietnam = 'tiktok-shop/VN/8800000000000005678';
const douyin = 'feige/CN/1';

describe('all shops', () => {
  const shops = [
    glance({ waiting: 2, nearestDeadline: now + 8 * minute }),
    glance({ shop: vietnam, waiting: 0, health: { state: 'signed-out' } }),
  ];

  it('each say how many wait, and how well they are seen', () => {
    showPopup({ overview: allOverview(shops) });
    const rows = within(screen.getByRole('region', { name: '1 of 2 shops is not fully seen' })).getAllByRole(
      'listitem',
    );
    expect(rows[0]?.textContent).toMatch(/^TikTok Shop by Tokopedia · Indonesia …1234 ?2 waiting/);
    expect(rows[1]?.textContent).toMatch(/nobody waiting ?You are signed out/);
  });

  it('have their rates where a machine finds them', () => {
    showPopup({ overview: allOverview(shops) });
    const first = screen.getAllByRole('meter', { name: '12-hour response rate' })[0];
    expect(first?.getAttribute('aria-valuenow')).toBe('93.2');
    expect(first?.closest('[data-shop]')?.getAttribute('data-shop')).toBe('tiktok-shop/ID/7494012345678901234');
  });

  it('show no figure where nothing counts yet', () => {
    const none = { ...rateView().rate, value: null };
    const { container } = showPopup({ overview: allOverview([glance({ rates: [rateView({ rate: none })] })]) });
    expect(container.querySelector('.glance-rates')?.textContent).toBe('12-hour response rate12h –');
  });

  it('are opened by a click, one by one', async () => {
    const { onShop } = showPopup({ overview: allOverview(shops) });
    await userEvent.click(screen.getByRole('button', { name: 'TikTok Shop · Vietnam …5678' }));
    expect(onShop).toHaveBeenCalledWith(vietnam);
  });

  it('name the shop of every buyer who waits, and open the chat there', async () => {
    const waiting = [
      waitingRow({ conversation: 'c1' }),
      waitingRow({ conversation: 'c1', shop: vietnam, buyer: 'Linh' }),
    ];
    const { onOpenConversation } = showPopup({ overview: allOverview(shops, { waiting }) });
    const row = screen.getByRole('button', { name: /^Linh TikTok Shop · Vietnam …5678 waiting/ });
    await userEvent.click(row);
    expect(onOpenConversation).toHaveBeenCalledWith('c1', vietnam);
  });

  it('say that nobody waits only while every one of them is seen', () => {
    const { again } = showPopup({ overview: allOverview(shops) });
    expect(screen.queryByText('Nobody is waiting')).toBeNull();
    again({ overview: allOverview(shops.map(shop => ({ ...shop, health: { state: 'watching' } }))) });
    expect(screen.getByText('Nobody is waiting')).toBeTruthy();
    expect(screen.getByText('Watching all 2 shops')).toBeTruthy();
  });

  it('keep the screen for those who wait: of twenty shops, four stand above them', () => {
    const twenty = Array.from({ length: 20 }, (_, i) => glance({ shop: `tiktok-shop/ID/${i}` }));
    showPopup({ overview: allOverview(twenty) });
    expect(screen.getByText('16 more shops')).toBeTruthy();
    const folded = screen.getByText('16 more shops').closest('details');
    expect(folded?.open).toBe(false);
    expect(folded?.querySelectorAll('[data-shop]')).toHaveLength(16);
  });
});

describe('the shop switch', () => {
  it('begins with all shops, and folds away what was not seen for a week', async () => {
    const shops = [glance(), glance({ shop: vietnam, waiting: 3 })];
    const { onShop, again } = showPopup({
      overview: { ...allOverview(shops), shops: [...shops, shopLine({ shop: douyin, lately: false })] },
    });
    const options = () => within(screen.getByRole('combobox', { name: 'Shop' })).getAllByRole('option');
    expect(options().map(({ textContent }) => textContent)).toEqual([
      'All shops',
      'TikTok Shop by Tokopedia · Indonesia …1234 (1 waits)',
      'TikTok Shop · Vietnam …5678 (3 wait)',
      'Douyin Feige · China 1 (1 waits)',
    ]);
    expect(within(screen.getByRole('group', { name: 'Not seen for a week' })).getAllByRole('option')).toHaveLength(1);
    again({ overview: { ...allOverview(shops), shown: null } });
    expect(screen.queryByRole('combobox', { name: 'Shop' })).toBeNull();
    expect(onShop).not.toHaveBeenCalled();
  });

  it('leads back to all shops', async () => {
    const others = [shopLine({ shop: vietnam, waiting: 3 })];
    const { onShop } = showPopup({ overview: (await import('./sample')).overview({}, others) });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Shop' }), 'All shops (4 wait)');
    expect(onShop).toHaveBeenCalledWith('all');
  });
});
