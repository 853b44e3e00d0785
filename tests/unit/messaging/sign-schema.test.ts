import { describe, expect, it } from 'vitest';
import type { Health } from '@/lib/chat/health';
import type { Sign } from '@/lib/messaging/protocol';
import { readSign } from '@/lib/messaging/sign-schema';

const sign: Sign = { shops: ['tiktok-shop/ID/7494'], health: { state: 'watching' }, notUnderstood: 0 };

describe('a sign of life', () => {
  it.each<Health>([
    { state: 'watching' },
    { state: 'partly', blind: 'network', why: 'no-network' },
    { state: 'partly', blind: 'page', why: 'no-rows', missing: ['conversation-row'] },
    { state: 'not-recognised', missing: ['conversation-row'] },
    { state: 'signed-out' },
    { state: 'closed' },
  ])('says $state', health => {
    expect(readSign({ ...sign, health })).toEqual({ ...sign, health });
  });

  it('may say since when and until when everything was received', () => {
    const whole = { from: Date.UTC(2026, 2, 10), to: Date.UTC(2026, 2, 11) };
    expect(readSign({ ...sign, whole })).toEqual({ ...sign, whole });
  });

  it('may come before the shop is known', () => {
    expect(readSign({ ...sign, shops: [] })).toEqual({ ...sign, shops: [] });
  });

  it.each([
    ['nothing', null],
    ['no shop at all', { health: sign.health, notUnderstood: 0 }],
    ['a shop that is none', { ...sign, shops: ['shop'] }],
    ['a state nobody knows', { ...sign, health: { state: 'fine' } }],
    ['half a sense', { ...sign, health: { state: 'partly', why: 'gap' } }],
    ['more than its state has', { ...sign, health: { state: 'watching', text: 'hello' } }],
    ['more than a sign has', { ...sign, text: 'hello' }],
    ['a name without end', { ...sign, health: { state: 'not-recognised', missing: ['a'.repeat(65)] } }],
    ['names without end', { ...sign, health: { state: 'not-recognised', missing: Array(33).fill('a') } }],
    ['a state that only the browser knows', { ...sign, health: { state: 'stopped', why: 'crashed' } }],
    [
      'a stretch that ends before it begins',
      { ...sign, whole: { from: Date.UTC(2026, 2, 11), to: Date.UTC(2026, 2, 10) } },
    ],
    ['a stretch without an end', { ...sign, whole: { from: Date.UTC(2026, 2, 11) } }],
    ['a count that is none', { ...sign, notUnderstood: -1 }],
  ])('is none where it says %s', (_, raw) => {
    expect(readSign(raw)).toBeNull();
  });
});
