import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyerId, message, onHttp, person, response, shop } from '../build-frames';
import { decodedIm } from '../decoded';

type Ext = Readonly<Record<string, string>>;

function authorOf(ext: Ext | readonly (readonly [string, string])[], sender: string): unknown {
  const [seen] = decodedIm(onHttp(response(200, [message(1, { ext, sender })]))) as readonly { author?: string }[];
  return seen?.author ?? seen;
}

// Structure of the recording of Jan 2023 as bytedance-im.md section 6 describes it; values invented.
const cases: readonly (readonly [string, Ext, string, unknown])[] = [
  [
    'a buyer who asks',
    { type: 'text', sender_role: '1', attention: 'true', talk_id: '4', o_sender: buyerId },
    buyerId,
    'buyer',
  ],
  ['a buyer whose message has no attention mark', { type: 'file_image', sender_role: '1' }, buyerId, 'buyer'],
  ['a buyer by business role', { type: 'text', 's:sender_biz_role': 'Buyer' }, buyerId, 'buyer'],
  ['a buyer who opened the chat', { type: 'user_enter_time', sender_role: '1', attention: 'false' }, buyerId, 'system'],
  [
    "a buyer's event that is shown to nobody",
    { type: 'user_enter_from_goods', sender_role: '1', frontend_need_hidden: '1' },
    buyerId,
    'system',
  ],
  ['a filtered message', { type: 'text', sender_role: '1', _need_filtered_msg_: '1' }, buyerId, 'system'],
  ['a message visible to nobody', { type: 'text', sender_role: '2', visibility_type: '-1' }, person, 'system'],
  ['a message visible to one side', { type: 'text', sender_role: '2', visibility_type: '1' }, person, 'seller'],
  [
    'a person of the shop',
    {
      type: 'text',
      sender_role: '2',
      talk_id: '4',
      o_sender: person,
      shop_id: shop,
      monitor_send_message_platform: 'pc',
    },
    person,
    'seller',
  ],
  [
    'a person by business role',
    { type: 'text', 's:sender_biz_role': 'CurrentServer', shop_id: shop },
    person,
    'seller',
  ],
  [
    'an order card sent by a person',
    { type: 'order_card', sender_role: '2', o_sender: person, shop_id: shop },
    person,
    'seller',
  ],
  ['a generated message', { type: 'text', sender_role: '2', from: 'api' }, person, 'robot'],
  ['an automatic answer', { type: 'text', sender_role: '2', magellan_source: 'automatic_robot' }, person, 'robot'],
  ['a greeting card', { type: 'card_greeting', sender_role: '2', sub_type: 'common' }, person, 'robot'],
  ["a greeting's question", { type: 'text', sender_role: '2', greeting_question: '[]' }, person, 'robot'],
  ["the answer to a greeting's question", { type: 'text', sender_role: '2', greeting_answer_id: '1' }, person, 'robot'],
  ['the shop itself', { type: 'text', sender_role: '2', shop_id: shop }, shop, 'robot'],
  ['the shop by business role', { type: 'text', sender_role: '2', 's:sender_biz_role': 'Shop' }, person, 'robot'],
  ['the platform', { type: 'system_notice', sender_role: '3' }, shop, 'system'],
  ['an assignment', { type: 'allocated_service', sender_role: '4', is_allocated_event: '1' }, shop, 'system'],
  ['nobody by name', { type: 'text', from: 'api' }, shop, 'system'],
  ['a role that nobody recorded', { type: 'text', sender_role: '5' }, person, { is: 'not-understood', what: 'role' }],
  [
    'a business role that nobody recorded',
    { type: 'text', 's:sender_biz_role': 'Oracle' },
    person,
    { is: 'not-understood', what: 'role' },
  ],
];

describe('the author of a message', () => {
  it.each(cases)('is read right for %s', (_, ext, sender, author) => {
    expect(authorOf(ext, sender)).toEqual(author);
  });

  it('does not depend on the order in which its marks stand', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...cases)
          .chain(([, ext, sender, author]) =>
            fc.tuple(
              fc.shuffledSubarray(Object.entries(ext), { minLength: Object.keys(ext).length }),
              fc.constant(sender),
              fc.constant(author),
            ),
          ),
        ([entries, sender, author]) => {
          expect(authorOf(entries, sender)).toEqual(author);
        },
      ),
    );
  });

  it('does not depend on marks that are not known', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.stringMatching(/^x[a-z_:]{0,20}$/), fc.string(), (one, key, value) => {
        const [, ext, sender, author] = one;
        expect(authorOf({ [key]: value, ...ext }, sender)).toEqual(author);
      }),
    );
  });
});
