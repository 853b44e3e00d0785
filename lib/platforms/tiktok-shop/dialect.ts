import { authorOf } from '../bytedance-im/author-of';
import type { Dialect } from '../bytedance-im/dialect';

/** How TikTok Shop means the shared format: as its recording does, and the shop stands beside each conversation. */
export const tiktokShopDialect: Dialect = {
  judge(message) {
    const author = authorOf(message);
    return author && { author };
  },
  accountOf: (_, said) => said,
};
