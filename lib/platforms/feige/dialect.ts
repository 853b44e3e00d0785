import type { Dialect } from '../bytedance-im/dialect';
import { accountOf } from './chat-account';
import { judge } from './judge';

/** How Feige means the shared format. */
export const feigeDialect: Dialect = { judge, accountOf };
