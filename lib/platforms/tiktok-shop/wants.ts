// Runs in the page's own world for every address the page asks: no imports, no URL objects.

// Signed addresses are long; a picture inside its own address is longer.
const longest = 16_384;

const socket = /^[^?#]*\/ws\/v2\?(?:[^#]*&)?aid=5341(?:[&#]|$)/;

// The recorded ones are `/v2/message/get_by_user_init` and its kind (bytedance-im.md section 1). Commands whose path was
// not recorded (the poll, the core info) belong to the same family, so the family is taken.
const im = /^(?:https?:\/\/[^/?#]+)?\/v\d\/(?:message|conversation)\/[a-z_]+(?:[?#]|$)/;

// By name, and none of the token calls beside them: what they carry is never copied (tiktok-shop.md section 3).
const json =
  /^(?:https?:\/\/[^/?#]+)?\/(?:api\/v1\/shop_im\/(?:shop\/conversation\/get_wait_user_count|shop\/user\/get_shop_live_metrics|multi_shop\/user\/get_info_list)|chat\/api\/seller\/getShopAndCsInfo)(?:[?#]|$)/;

/** Whether an exchange with this address is copied: the chat's socket, its HTTP calls, and four JSON calls beside it. */
export function wantsTiktokShop(url: string): boolean {
  return url.length <= longest && (socket.test(url) || im.test(url) || json.test(url));
}
