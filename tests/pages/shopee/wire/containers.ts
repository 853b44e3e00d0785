/** The places in an answer where the array of chats was seen. */
export type Container = 'body' | 'conversations' | 'items' | 'data' | 'data.conversations';

export function contained(list: readonly object[], container: Container): object {
  if (container === 'body') return list;
  return container === 'data.conversations' ? { data: { conversations: list } } : { [container]: list };
}
