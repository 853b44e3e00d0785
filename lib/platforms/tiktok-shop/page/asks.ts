import type { InPageAsk } from '../../platform';

// React 16 as recorded, then the names of 17 and later (tiktok-shop.md section 4).
const props = ['__reactEventHandlers$', '__reactProps$'];
const fibers = ['__reactInternalInstance$', '__reactFiber$'];

const inContact = (path: string) => [
  `children.*.props.contact.${path}`,
  `children.props.contact.${path}`,
  `memoizedProps.contact.${path}`,
];

const inMessage = (path: string) => [`memoizedProps.message.${path}`, `pendingProps.message.${path}`];

/** Which conversation a row of the list stands for. Higher up, a fiber belongs to the whole list. */
export function askConversations(selector: string): InPageAsk {
  return {
    selector,
    properties: [...props, ...fibers],
    up: 3,
    pick: { conversation: inContact('conversationId') },
  };
}

/** What the page's own object of a message says. */
export function askMessages(selector: string): InPageAsk {
  return {
    selector,
    properties: fibers,
    up: 18,
    pick: {
      serverId: inMessage('messageServerId'),
      messageId: inMessage('messageId'),
      rawId: inMessage('rawMessage.serverId'),
      conversation: inMessage('rawMessage.conversationId'),
      sender: inMessage('sender'),
      createTime: inMessage('createTime'),
      type: inMessage('msgType'),
    },
  };
}
