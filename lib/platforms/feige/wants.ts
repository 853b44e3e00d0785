// Runs in the page's own world for every address the page asks: no imports, no URL objects.

// Signed addresses are long; a picture inside its own address is longer.
const longest = 16_384;

const socket = /^[^?#]*\/ws\/v2\?(?:[^#]*&)?aid=1383(?:[&#]|$)/;

// The family of the recorded calls, as commands whose path was not recorded belong to it too (bytedance-im.md section 1).
const im = /^(?:https?:\/\/[^/?#]+)?\/pigeon_im\/v\d\/(?:message|conversation)\/[a-z_]+(?:[?#]|$)/;

// By name: the lists of conversations, and whose shop it is. Calls that carry tokens are none of them.
const json =
  /^(?:https?:\/\/[^/?#]+)?\/(?:chat\/api\/backstage\/conversation\/(?:get_(?:current|last|recent|history)_conversation_list|search_conversation)|backstage\/currentuser|governance\/shop\/experiencescore\/getAnalysisScore)(?:[?#]|$)/;

/** Whether an exchange with this address is copied: the chat's socket, its HTTP calls, and the JSON calls that are read. */
export function wantsFeige(url: string): boolean {
  return url.length <= longest && (socket.test(url) || im.test(url) || json.test(url));
}
