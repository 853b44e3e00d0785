import type { Kind } from '../../chat/message';

/** `ext.type`, by the names that were seen (bytedance-im.md section 6, tiktok-shop.md section 5). */
const kindOfType: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['text', 'text'],
  ['file_image', 'image'],
  ['order_card', 'order-card'],
  ['product', 'product-card'],
  ['template_card', 'card'],
  ['card_greeting', 'greeting'],
  ['greeting_question', 'greeting'],
  ['system_notice', 'notice'],
  ['notification', 'notice'],
  ['allocated_service', 'notice'],
  ['user_enter_time', 'notice'],
  ['user_enter_from_goods', 'notice'],
]);

/** What sort of thing was sent. An unknown name is `other`: who wrote and when do not depend on it. */
export function kindOf(type: string): Kind {
  return kindOfType.get(type) ?? 'other';
}
