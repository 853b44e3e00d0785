import { expect, it } from 'vitest';
import { strictBrowser } from './strict-browser';

it('refuses what one of the browsers refuses', async () => {
  const { chrome } = strictBrowser();
  const notice = { type: 'basic', iconUrl: '/icon.png', title: 'a', message: 'b' };
  expect(() => chrome.notifications.create('a', { ...notice, buttons: [] })).toThrow('buttons');
  expect(await chrome.notifications.create('a', notice)).toBe('a');
  await expect(chrome.alarms.create('a', { periodInMinutes: 1 })).rejects.toThrow('time');
  const script = { id: 'a', js: ['a.js'], matches: ['https://a.example/*'] };
  await chrome.scripting.registerContentScripts([script]);
  await expect(chrome.scripting.registerContentScripts([script])).rejects.toThrow('Duplicate');
  await expect(chrome.scripting.registerContentScripts([{ id: 'b', js: ['b.js'], matches: [] }])).rejects.toThrow(
    'match',
  );
});

it('grants no alarm nearer than its floor', async () => {
  const { chrome, alarms } = strictBrowser();
  const now = Date.now();
  await chrome.alarms.create('a', { when: now - 5000 });
  expect(alarms.get('a')?.scheduledTime).toBeGreaterThanOrEqual(now + 30_000);
});
