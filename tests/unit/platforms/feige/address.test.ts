import { describe, expect, it } from 'vitest';
import { feige } from '../../../../lib/platforms/feige/feige';

const at = (url: string) => new URL(url);

describe('the workbench', () => {
  it.each([
    'https://im.jinritemai.com/pc_seller_v2/main/workspace',
    'https://im.jinritemai.com/pc_seller_v2/main?selfId=1&fromOrder=2',
  ])('is %s', url => {
    expect(feige.isChatPage(at(url))).toBe(true);
  });

  it.each([
    'https://im.jinritemai.com/pc_seller/',
    'https://im.jinritemai.com/pc_seller_desk_v2/main/workspace',
    'https://fxg.jinritemai.com/ffa/mshop/homepage/index',
    'https://fxg.jinritemai.com/pc_seller_v2/main/workspace',
    'http://im.jinritemai.com/pc_seller_v2/main/workspace',
    'https://im.jinritemai.com.example/pc_seller_v2/main/workspace',
  ])('is not %s', url => {
    expect(feige.isChatPage(at(url))).toBe(false);
  });

  it('is opened where it was seen, in every frame', () => {
    const [market] = feige.markets;
    if (!market) throw new Error('no market');
    expect(feige.isChatPage(at(feige.chatUrl(market)))).toBe(true);
    expect(feige.inFrames).toBe(true);
    expect(market.zone).toBe('Asia/Shanghai');
  });

  it('names no shop: the id in its address is a member of staff', () => {
    expect(feige.shopOf(at('https://im.jinritemai.com/pc_seller_v2/main/workspace?selfId=660001'))).toEqual({
      market: 'CN',
    });
  });
});

it('a lost sign-in ends on the sign-in page; the back office’s home page proves nothing', () => {
  expect(feige.isSignedOutPage(at('https://fxg.jinritemai.com/login/common?redirect=x'))).toBe(true);
  expect(feige.isSignedOutPage(at('https://fxg.jinritemai.com/ffa/mshop/homepage/index'))).toBe(false);
  expect(feige.isSignedOutPage(at('https://im.jinritemai.com/login/common'))).toBe(false);
});
