import { describe, expect, it } from 'vitest';
import { everyRule } from './every-rule';

/** rules.md section 1, line by line, where it holds; and sections 2 to 5 for the markets' own words. */
const table = `
  tiktok-shop/12h | ID | share | 43200 | first-response | - | Asia/Jakarta | 30 | excludes | holiday, blocked, seller-started | 0.85 | official
  tiktok-shop/12h | VN | share | 43200 | first-response | - | Asia/Ho_Chi_Minh | 30 | excludes | holiday, blocked, seller-started | 0.85 | official
  tiktok-shop/12h | TH | share | 43200 | first-response | - | Asia/Bangkok | 30 | excludes | holiday, blocked, seller-started | 0.85 | official
  tiktok-shop/12h | PH | share | 43200 | first-response | - | Asia/Manila | 30 | excludes | holiday, blocked, seller-started | 0.85 | official
  tiktok-shop/12h | MY | share | 43200 | first-response | - | Asia/Kuala_Lumpur | 30 | excludes | holiday, blocked, seller-started | 0.9 | official
  tiktok-shop/12h | SG | share | 43200 | first-response | - | Asia/Singapore | 30 | excludes | holiday, blocked, seller-started | 0.85 | official
  tiktok-shop/12h | BR | share | 43200 | first-response | - | America/Sao_Paulo | 30 | excludes | holiday, blocked, seller-started | 0.85 | official
  tiktok-shop/12h-weekly | VN | share | 43200 | first-response | - | Asia/Ho_Chi_Minh | 7 | excludes | holiday, blocked, seller-started | 0.85 | official
  tiktok-shop/24h | US | share | 86400 | first-response | - | America/Los_Angeles | 30 | excludes | holiday, blocked, seller-started | 0.9 | official
  tiktok-shop/average-response | ID | mean | - | round | - | Asia/Jakarta | 30 | ignored | holiday, blocked, seller-started | 3600 | official
  tiktok-shop/average-response | TH | mean | - | round | - | Asia/Bangkok | 30 | ignored | holiday, blocked, seller-started | 7200 | official
  tiktok-shop/3min | ID | share | 180 | message | 08:00-23:00 | Asia/Jakarta | 30 | ignored | holiday, blocked | 0.9 | own
  feige/3min | CN | share | 180 | message | 08:00-23:00 | Asia/Shanghai | 30 | ignored |  | 0.9 | official
  feige/mean-response | CN | mean | - | round | 08:00-23:00 | Asia/Shanghai | 30 | ignored |  | 30 | official
  feige/first-2min | CN | share | 120 | first-response | 08:00-23:00 | Asia/Shanghai | 30 | ignored |  | 0.9 | official
  feige/12h | CN | share | 43200 | first-response | - | Asia/Shanghai | 30 | ignored |  | 0.85 | own
  shopee/12h | ID | share | 43200 | round | - | Asia/Jakarta | 30 | ignored | holiday, blocked | 0.8 | official
  shopee/12h | VN | share | 43200 | round | - | Asia/Ho_Chi_Minh | 30 | ignored | holiday, blocked | 0.8 | official
  shopee/12h | TH | share | 43200 | round | - | Asia/Bangkok | 30 | ignored | holiday, blocked | 0.8 | official
  shopee/12h | PH | share | 43200 | round | - | Asia/Manila | 30 | ignored | holiday, blocked | 0.8 | official
  shopee/12h | MY | share | 43200 | round | - | Asia/Kuala_Lumpur | 30 | ignored | holiday, blocked | 0.8 | official
  shopee/12h | SG | share | 43200 | round | - | Asia/Singapore | 30 | ignored | holiday, blocked | 0.8 | official
  shopee/response-time | VN | mean | - | round | - | Asia/Ho_Chi_Minh | 30 | ignored | holiday, blocked | 43200 | official
  shopee/3min | PH | share | 180 | message | 08:00-23:00 | Asia/Manila | 30 | ignored | holiday, blocked | 0.9 | own
  tokopedia/reply-rate | ID | share | 604800 | whole-session | - | Asia/Jakarta | 90 | ignored | blocked | 0.9 | official
  tokopedia/reply-speed | ID | mean | - | round | 09:00-18:00 | Asia/Jakarta | 90 | ignored | blocked | 3600 | official
  tokopedia/3min | ID | share | 180 | message | 08:00-23:00 | Asia/Jakarta | 30 | ignored | holiday, blocked | 0.9 | own
`
  .trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()));

const named = (id: string | undefined, market: string | undefined) =>
  everyRule.find(one => one.rule.id === id && one.market === market)?.rule;

describe('the table of rules.md', () => {
  it.each(table)('%s in %s', (id, market, ...line) => {
    const rule = named(id, market);
    expect([
      rule?.measure,
      String(rule?.limit ?? '-'),
      rule?.unit,
      rule?.hours ? `${rule.hours.from}-${rule.hours.to}` : '-',
      rule?.zone,
      String(rule?.window.days),
      rule?.robot,
      rule?.excludes.join(', '),
      String(rule?.target),
      rule?.kind,
    ]).toEqual(line);
  });

  it('names every rule there is', () => {
    expect(new Set(everyRule.map(({ rule }) => rule.id))).toEqual(new Set(table.map(([id]) => id)));
  });

  it('counts 600 s for what Douyin finds unanswered, and for nobody else', () => {
    const capped = everyRule.filter(({ rule }) => rule.unansweredCountsAs !== undefined).map(({ rule }) => rule);
    expect(capped.map(rule => [rule.id, rule.unansweredCountsAs])).toEqual([['feige/mean-response', 600]]);
  });

  it('cuts every session after seven days of silence', () => {
    expect(new Set(everyRule.map(({ rule }) => rule.sessionGap))).toEqual(new Set([604_800]));
  });

  it('has the Mondays of Vietnam, trailing seven days', () => {
    expect(named('tiktok-shop/12h-weekly', 'VN')?.judged).toEqual({ weekday: 1, moreThanChatsIn30Days: 2 });
  });
});
