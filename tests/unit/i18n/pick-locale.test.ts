import { describe, expect, it } from 'vitest';
import { pickLocale } from '@/lib/i18n/pick-locale';

describe('pickLocale', () => {
  it.each([
    ['id', ['en-US'], 'id'],
    ['en', ['id-ID'], 'en'],
    [undefined, ['id-ID', 'en-US'], 'id'],
    [undefined, ['vi', 'id'], 'id'],
    [undefined, ['in_ID'], 'id'],
    [undefined, ['th', 'zh-CN'], 'en'],
    [undefined, [], 'en'],
    ['xx', ['id'], 'id'],
  ] as const)('wanted %s with browser %j is %s', (wanted, browser, locale) => {
    expect(pickLocale(wanted, browser)).toBe(locale);
  });
});
