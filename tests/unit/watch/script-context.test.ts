// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { ContentScriptContext } from '@/lib/watch/script-context';

const runtime = vi.hoisted(() => ({ id: 'lekas' as string | undefined }));
vi.mock('wxt/browser', () => ({ browser: { runtime } }));

beforeEach(() => {
  runtime.id = 'lekas';
});

it('lives until a newer copy of the same script starts', () => {
  const older = new ContentScriptContext('feige');
  const ended = vi.fn();
  older.onInvalidated(ended);
  const other = new ContentScriptContext('shopee');
  expect([older.isValid, ended.mock.calls.length]).toEqual([true, 0]);
  const newer = new ContentScriptContext('feige');
  expect([older.isValid, older.signal.aborted, ended.mock.calls.length]).toEqual([false, true, 1]);
  expect([newer.isValid, other.isValid]).toEqual([true, true]);
});

it('ends when it is asked after the extension has gone', () => {
  const script = new ContentScriptContext('feige');
  const ended = vi.fn();
  script.onInvalidated(ended);
  runtime.id = undefined;
  expect(ended).not.toHaveBeenCalled();
  expect([script.isValid, script.isValid, script.signal.aborted]).toEqual([false, false, true]);
  expect(ended).toHaveBeenCalledTimes(1);
});

it('ends when it is told to', () => {
  const script = new ContentScriptContext('feige');
  script.notifyInvalidated();
  expect(script.isValid).toBe(false);
});

// As wxt 0.21.4 writes it (`utils/content-script-context`): a copy from before an update carries that class.
it('ends a copy with the class of WXT, and is ended by one', () => {
  const told = vi.fn();
  document.addEventListener('lekas:feige:wxt:content-script-started', told);
  const script = new ContentScriptContext('feige');
  const [[event]] = told.mock.calls as [[CustomEvent]];
  expect(event.detail).toEqual({ contentScriptName: 'feige', messageId: expect.any(String) });
  const detail = { contentScriptName: 'feige', messageId: 'k3x9' };
  document.dispatchEvent(new CustomEvent('lekas:feige:wxt:content-script-started', { detail }));
  expect(script.isValid).toBe(false);
});
