import fc from 'fast-check';
import { gzipSync } from 'fflate';
import {
  type BuiltMessage,
  buyerExt,
  conversation,
  coreFields,
  frame,
  lz4,
  message,
  nested,
  noon,
  number,
  push,
  response,
  robotExt,
  sellerExt,
  text,
} from '../platforms/build-frames';
import * as feige from '../platforms/feige/feige-messages';
import * as shopee from '../platforms/shopee/build-answers';
import * as tokopedia from '../platforms/tokopedia/build-answers';
import { nastyText } from './runs';

type Site = 'tiktok' | 'feige';
const people: Readonly<Record<Site, readonly BuiltMessage[]>> = {
  tiktok: [
    { ext: buyerExt },
    { ext: sellerExt, id: '7490000000000100002' },
    { ext: robotExt, id: '7490000000000100003' },
  ],
  feige: [
    { conversation: feige.chat, ext: feige.buyerExt, sender: '5550001' },
    { conversation: feige.chat, ext: feige.staffExt, sender: feige.staff, id: '7490000000000100002' },
  ],
};
const chats: Readonly<Record<Site, string | undefined>> = { tiktok: undefined, feige: feige.chat };

function responsesOf(site: Site): Uint8Array[] {
  const messages = people[site].map(built => message(1, built));
  const state = conversation(2, { countdown: 'true', countdown_time: String(noon / 1000 - 60) }, chats[site]);
  return [
    ...people[site].map(built => push(built)),
    response(203, [...messages, state, number(3, 5), number(5, 1)]),
    response(301, messages),
    response(211, [nested(1, ...people[site].map(built => message(2, built)))]),
    response(610, [conversation(1, { countdown: 'false' }, chats[site])]),
    response(901, [nested(1, coreFields({ countdown: 'true', countdown_time: String(noon) }, chats[site]))]),
    response(500, [text(2, 'x'), number(6, 1), number(7, 2)]),
  ];
}

const framed = (payloads: readonly Uint8Array[]) =>
  payloads.flatMap(payload => [
    frame(payload),
    frame(payload),
    frame(lz4(payload), 'lz4'),
    frame(gzipSync(payload), 'gzip'),
  ]);

/** Good exchanges of the format that two sites share. */
export const frameSeeds = {
  tiktok: { responses: responsesOf('tiktok'), frames: framed(responsesOf('tiktok')) },
  feige: { responses: responsesOf('feige'), frames: framed(responsesOf('feige')) },
};

const nastyCount = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  fc.constantFrom(0, 1, 1000, noon, noon / 1000, noon * 1000, noon + 86_400_000, noon - 86_400_000 * 5000),
);

/** Whole frames in which the values themselves are nasty: what no change of a byte would come to. */
export function builtFrames(site: Site): fc.Arbitrary<Uint8Array> {
  const good = people[site][0] ?? {};
  const ext = fc
    .tuple(
      fc.constantFrom(...people[site].map(one => one.ext ?? {})),
      fc.dictionary(
        fc.oneof(
          fc.constantFrom(
            ...Object.keys(feige.buyerExt),
            'shop_id',
            'security_conversation_id',
            'flow_extra',
            'greeting_x',
          ),
          nastyText,
        ),
        nastyText,
        { maxKeys: 3 },
      ),
    )
    .map(([usual, odd]) => Object.entries({ ...usual, ...odd }));
  const built = fc.record(
    {
      conversation: nastyText,
      id: nastyCount.map(String),
      index: fc.oneof(fc.constant(null), nastyCount.map(Number).filter(Number.isSafeInteger)),
      type: fc.oneof({ weight: 5, arbitrary: fc.constant(1000) }, fc.nat(70_000)),
      sender: nastyCount.map(String),
      content: nastyText.map(odd => `words nobody keeps ${odd}`),
      createTime: nastyCount,
      ext,
    },
    // Without it the index follows from the time, which may be none.
    { requiredKeys: ['index'] },
  );
  const core = fc
    .tuple(
      fc.oneof(nastyText, fc.constantFrom(feige.chat, '7490000000000009001')),
      fc.dictionary(
        fc.constantFrom('countdown', 'countdown_time', 'pigeon_shop_id'),
        fc.oneof(nastyText, nastyCount.map(String), fc.constant('true')),
      ),
    )
    .map(([id, fields]) => conversation(1, fields, id.toWellFormed()));
  const list = fc.array(built, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    {
      weight: 3,
      arbitrary: list.map(many =>
        response(
          301,
          many.map(one => message(1, { ...good, ...one })),
        ),
      ),
    },
    { weight: 1, arbitrary: core.map(one => response(610, [one])) },
  );
}

const feigeBody = {
  serverId: '7490000000000100007',
  content: 'words nobody keeps',
  createTime: feige.noon - 3000,
  sender: '5550001',
  ext: feige.buyerExt,
};
const shopInfo = { outer_shop_id: '7490000000000000002', im_shop_id: '7490000000000000001', shop_region: 'ID' };

/** Good answers in JSON, by address or by the name under which a platform's tests know it. */
export const jsonSeeds = {
  tiktokShop: {
    'https://seller-id.tokopedia.com/api/v1/shop_im/shop/conversation/get_wait_user_count': {
      code: 0,
      data: { unresponsive_conversation_count: 3 },
    },
    'https://seller-id.tokopedia.com/api/v1/shop_im/shop/user/get_shop_live_metrics': {
      code: 0,
      data: { shop_live_metrics: [{ oec_shop_id: '7490000000000000002', unread_count: 9, queue_length: 2 }] },
    },
    'https://seller-id.tokopedia.com/api/v1/shop_im/multi_shop/user/get_info_list': {
      code: 0,
      data: { shop_infos: [shopInfo, { ...shopInfo, outer_shop_id: '7490000000000000003' }] },
    },
    'https://seller-id.tokopedia.com/chat/api/seller/getShopAndCsInfo': {
      code: 0,
      data: { outerShopId: '7490000000000000002', pigeonShopId: '7490000000000000001', shopRegion: 'ID' },
    },
  },
  feige: {
    [feige.listUrl]: {
      code: 0,
      total: 300,
      data: [
        {
          conversationId: feige.chat,
          coreInfoMap: { countdown: 'true', countdown_time: String(feige.noon / 1000 - 3) },
          msgList: [
            { messageBody: feigeBody },
            { messageBody: { ...feigeBody, serverId: undefined, ext: feige.staffExt } },
          ],
        },
      ],
    },
    'https://pigeon.jinritemai.com/backstage/currentuser': { code: 0, data: { ShopId: 7490001, ShopName: 'x' } },
  },
  feigeScore: [
    {
      code: 0,
      data: {
        shop_analysis: [
          {
            title: '飞鸽平均响应时长',
            value: { value_figure: '1分20秒', value_type: 1 },
            node_score_info: { id: '322' },
          },
          {
            title: '飞鸽不满意率',
            value: { value_figure: '2.5%', value_type: 1 },
            node_score_info: { node_score: 80 },
          },
        ],
      },
    },
  ],
  shopee: {
    conversations: [shopee.conversation(), shopee.conversation({ id: '7', latest_message_from_id: 1 })],
    [`conversations/${shopee.chat}/messages`]: [shopee.fromShop(), shopee.message()],
    messages: shopee.sent(),
    login: {
      user: { id: Number(shopee.shopUser) },
      shop: { id: Number(shopee.shop), user_id: Number(shopee.shopUser) },
    },
    shop_list: { shops: [{ shop_id: Number(shopee.shop) }] },
    'conversation/serving/list': { data: { conversations: [shopee.conversation()] } },
  },
  shopeeEvents: [
    [{ message_type: 'message', message_content: shopee.message() }],
    [{ message_type: 'message', message_content: JSON.stringify(shopee.fromShop()) }],
  ],
  tokopedia: {
    chatListMessage: tokopedia.listed({ isReplyByTopbot: true }),
    chatReplies: tokopedia.replies([tokopedia.reply(), tokopedia.shopReply()], { block: { isBlocked: true } }),
  },
  tokopediaSocket: [tokopedia.frame(), tokopedia.frame({ from_role: 'Shop Owner', is_opposite: false })],
} as const;
