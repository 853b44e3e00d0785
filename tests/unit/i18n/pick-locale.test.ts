import { describe, expect, it } from 'vitest';
import { pickLocale } from '@/lib/i18n/pick-locale';

describe('pickLocale', () => {
  it.each([
    ['id', ['en-US'], 'id'],
    ['en', ['id-ID'], 'en'],
    [undefined, ['id-ID', 'en-US'], 'id'],
    [undefined, ['th', 'vi', 'id'], 'vi'],
    [undefined, ['in_ID'], 'id'],
    [undefined, ['th', 'zh-CN'], 'zh-CN'],
    [undefined, ['zh'], 'zh-CN'],
    [undefined, ['zh-Hans-SG'], 'zh-CN'],
    [undefined, ['zh-TW', 'en'], 'en'],
    [undefined, ['zh-HK', 'zh', 'en'], 'zh-CN'],
    [undefined, ['th', 'ms'], 'en'],
    [undefined, [], 'en'],
    ['xx', ['id'], 'id'],
    ['no such tag', ['vi-VN'], 'vi'],
  ] as const)('wanted %s with browser %j is %s', (wanted, browser, locale) => {
    expect(pickLocale(wanted, browser)).toBe(locale);
  });
});
