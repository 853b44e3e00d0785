import type { SeenShop } from '../../chat/observation';
import { type Notes, note } from '../notes';

/**
 * What is known of whose chat it is, from the exchanges so far: which shops and users are the seller's own, and who the
 * buyer of a conversation is. A message alone often tells neither (shopee.md section 3, "Who wrote?").
 */

/** Notes a shop of the seller's; the observation that names it, once. Its messages carry the same id as the shop. */
export function noteShop(notes: Notes, shop: string): readonly SeenShop[] {
  if (shop === '' || isOwnShop(notes, shop)) return [];
  note(notes, `shop ${shop}`, '');
  return [{ is: 'shop', seller: shop, account: shop }];
}

export function noteUser(notes: Notes, user: string): void {
  if (user !== '') note(notes, `user ${user}`, '');
}

export function noteBuyer(notes: Notes, conversation: string, buyer: string): void {
  if (conversation !== '' && buyer !== '') note(notes, `buyer ${conversation}`, buyer);
}

export const isOwnShop = (notes: Notes, shop: string): boolean => notes.has(`shop ${shop}`);
export const isOwnUser = (notes: Notes, user: string): boolean => notes.has(`user ${user}`);
export const buyerOf = (notes: Notes, conversation: string): string | undefined => notes.get(`buyer ${conversation}`);
