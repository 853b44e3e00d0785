// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { overview, waitingRow } from './sample';
import { showPopup } from './show';

afterEach(cleanup);

const three = ['c1', 'c2', 'c3'].map(conversation => waitingRow({ conversation }));
const focused = () =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset.conversation : null;

describe('by keyboard', () => {
  it('arrows go through those who wait and stop at either end, Enter opens', async () => {
    const { onOpenConversation } = showPopup({ overview: overview({ waiting: three }) });
    const seen: unknown[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
      await userEvent.keyboard(`{${key}}`);
      seen.push(focused());
    }
    expect(seen).toEqual(['c1', 'c2', 'c3', 'c3', 'c2']);
    await userEvent.keyboard('{Enter}');
    expect(onOpenConversation).toHaveBeenCalledWith('c2', 'tiktok-shop/ID/7494012345678901234');
  });

  it('the first arrow up comes to the last one', async () => {
    showPopup({ overview: overview({ waiting: three }) });
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toBe('c3');
  });

  it('1 shows seven days and 2 thirty', async () => {
    const { onDays } = showPopup();
    await userEvent.keyboard('12');
    expect(onDays.mock.calls).toEqual([[7], [30]]);
  });

  it('? tells the keys and takes them away; the focus returns to where it was', async () => {
    showPopup({ overview: overview({ waiting: three }), shortcut: 'Alt+Shift+L' });
    await userEvent.keyboard('{ArrowDown}?');
    expect(screen.getByRole('region', { name: 'Keyboard shortcuts' }).textContent).toContain('Alt+Shift+L');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' }));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Keyboard shortcuts' })).toBeNull();
    expect(focused()).toBe('c1');
    await userEvent.keyboard('?');
    await userEvent.keyboard('?');
    expect(screen.queryByRole('region', { name: 'Keyboard shortcuts' })).toBeNull();
  });

  it('leaves a choice its own arrows, and the browser its own shortcuts', async () => {
    const { onDays } = showPopup({ overview: overview({ waiting: three }) });
    screen.getByRole('combobox', { name: 'Language' }).focus();
    await userEvent.keyboard('{ArrowDown}1');
    expect(focused()).toBeUndefined();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await userEvent.keyboard('{Control>}1{/Control}');
    expect(onDays).not.toHaveBeenCalled();
  });
});

describe('the foot', () => {
  it('leads to the settings, and beside the chat where the browser can', async () => {
    const onBeside = vi.fn();
    const { onOpenSettings, again } = showPopup({ onBeside });
    await userEvent.click(screen.getByRole('button', { name: 'Settings' }));
    await userEvent.click(screen.getByRole('button', { name: 'Keep beside the chat' }));
    expect([onOpenSettings, onBeside].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    again({ onBeside: undefined });
    expect(screen.queryByRole('button', { name: 'Keep beside the chat' })).toBeNull();
  });
});
