// Runs in the page's own world for every address the page asks: no imports, no URL objects.

const longest = 16_384;
const socket = /^wss:\/\/chat\.tokopedia\.com\/connect(?:[?#]|$)/;
const operations = /^https:\/\/gql\.tokopedia\.com\/graphql\/(?:chatListMessage|chatReplies)(?:[?#]|$)/;

/** Whether an exchange with this address is copied: the older chat's socket, its list and its threads. */
export function wantsTokopedia(url: string): boolean {
  return url.length <= longest && (socket.test(url) || operations.test(url));
}
