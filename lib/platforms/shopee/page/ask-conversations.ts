import type { InPageAsk } from '../../platform';

const fields = [
  'id',
  'to_id',
  'to_name',
  // Recorded in the object were the three above, "and more" (shopee.md section 4). The others are fields of the same
  // conversation as the page receives it (section 3): inferred, and simply absent where the object has none.
  'shop_id',
  'latest_message_id',
  'latest_message_from_id',
  'latest_message_type',
  'last_message_time',
  'last_message_time_nano',
];

/** Which conversation a row of the list stands for, and its newest message. */
export function askConversations(selector: string): InPageAsk {
  return {
    selector,
    properties: ['__reactFiber$'],
    up: 12,
    pick: Object.fromEntries(fields.map(field => [field, [`memoizedProps.conversation.${field}`]])),
  };
}
