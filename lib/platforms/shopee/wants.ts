// Runs in the page's own world for every address the page asks: no imports, no URL objects.

// Signed addresses are long; a picture inside its own address is longer.
const longest = 16_384;

// The chat's own calls and the mini chat's (shopee.md section 3). What changes a state (`read`, `open`, `enter`) says
// nothing of who wrote, so it is left out.
const calls =
  /^(?:https?:\/\/[^/?#]+)?\/webchat\/api\/(?:coreapi\/)?v1\.2\/(?:mini\/)?(?:(?:subaccount\/serving_mode\/)?conversations|conversation\/(?:serving\/list|unread-count)|conversations\/[\w-]+\/messages|messages|login|shop_list)(?:[?#]|$)/;

/** Whether an exchange with this address is copied: lists, threads, sends, and who is signed in. */
export function wantsShopee(url: string): boolean {
  return url.length <= longest && calls.test(url);
}
