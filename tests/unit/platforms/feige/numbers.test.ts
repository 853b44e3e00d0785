import { describe, expect, it } from 'vitest';
import { feige } from '../../../../lib/platforms/feige/feige';
import { feigeNumbers } from '../../../../lib/platforms/feige/numbers';

const url = 'https://fxg.jinritemai.com/governance/shop/experiencescore/getAnalysisScore?x=1';
const at = Date.UTC(2026, 10, 23, 4);

const decoded = (body: unknown, more: object = {}) =>
  feigeNumbers.decode({ url, via: 'fetch', body: JSON.stringify(body), at, ...more });
const score = (...shop_analysis: unknown[]) => decoded({ code: 0, data: { shop_analysis } });
const shown = (title: string, value_figure: unknown, more: object = {}) => ({
  title,
  value: { value_figure, value_type: 1 },
  node_score_info: { node_score: 80 },
  ...more,
});
const mean = (value: number) => [{ is: 'official', metric: 'mean-response', value, at }];
const dissatisfied = (value: number) => [{ is: 'official', metric: 'dissatisfaction', value, at }];
const unread = [{ is: 'not-understood', what: 'value_figure' }];

describe('the experience score', () => {
  it.each<[string, unknown, unknown]>([
    ['seconds', '25.3', mean(25.3)],
    ['seconds as a number', 25.3, mean(25.3)],
    ['seconds with their unit', '25秒', mean(25)],
    ['minutes and seconds', '1分20秒', mean(80)],
    ['minutes alone', '2分钟', mean(120)],
    ['words', '暂无数据', unread],
    ['nothing', '', unread],
    ['a list', [1], unread],
  ])('shows the mean response in %s', (_, figure, expected) => {
    expect(score(shown('飞鸽平均响应时长', figure))).toEqual(expected);
  });

  it.each<[string, unknown, unknown]>([
    ['percent', '2.5%', dissatisfied(0.025)],
    ['a number above one, which can be no share', 2.5, dissatisfied(0.025)],
    ['none', '0', dissatisfied(0)],
    ['a number that may be either', '0.5', unread],
    ['more than all', '250%', unread],
  ])('shows the dissatisfaction in %s', (_, figure, expected) => {
    expect(score(shown('飞鸽不满意率', figure))).toEqual(expected);
  });

  it('is known by its node where its title is another, and passed over where it is none of ours', () => {
    expect(score(shown('新标题', '25', { node_id: 322 }), shown('x', '3%', { id: '317' }))).toEqual([
      ...mean(25),
      ...dissatisfied(0.03),
    ]);
    expect(score(shown('售后', '25', { node_id: 316 }), shown('x', '1', { node_id: 322, parent_id: 1 }))).toEqual([]);
  });

  it.each<[string, unknown, object]>([
    ['a lost sign-in', { code: 10005 }, { notUnderstood: 'code 10005', hint: 'signed-out' }],
    ['no data', { code: 0 }, { notUnderstood: 'data' }],
    ['a list of something else', { code: 0, data: { shop_analysis: {} } }, { notUnderstood: 'data' }],
  ])('that is %s is not understood', (_, body, expected) => {
    expect(decoded(body)).toMatchObject(expected);
  });

  it('counts an entry that cannot be read', () => {
    expect(score(null, shown('飞鸽平均响应时长', 5))).toEqual([
      { is: 'not-understood', what: 'shop_analysis' },
      ...mean(5),
    ]);
  });

  it('is copied, and nothing else of that page is read', () => {
    expect(feige.network.wants(url)).toBe(true);
    expect(decoded({ code: 0 }, { url: 'https://fxg.jinritemai.com/governance/shop/other' })).toEqual({
      notOurs: true,
    });
    expect(feige.network.wants('https://fxg.jinritemai.com/governance/shop/other')).toBe(false);
  });
});
