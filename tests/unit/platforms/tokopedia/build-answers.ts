import type { Notes } from '../../../../lib/platforms/notes';
import type { Decoded } from '../../../../lib/platforms/platform';
import { tokopedia } from '../../../../lib/platforms/tokopedia/tokopedia';
import { whole } from '../decoded';

// Invented people and numbers; fields as in tokopedia.md section 3.

export const noon = Date.UTC(2026, 10, 22, 5);
export const chat = '4021000777';
export const owner = '90001234';
export const asked = Date.UTC(2026, 10, 22, 3, 0, 20, 123);
export const socketUrl = 'wss://chat.tokopedia.com/connect?device_id=1';
export const operation = (name: string) => `https://gql.tokopedia.com/graphql/${name}`;

export const reply = (more: object = {}) => ({
  replyId: '88000001',
  msgId: chat,
  msg: 'words nobody keeps',
  replyTime: String(asked),
  senderId: '70005555',
  senderName: 'Sari Contoh',
  role: 'User',
  isOpposite: true,
  isRead: true,
  source: 'inbox',
  blastId: 0,
  status: 1,
  attachment: { type: 0 },
  ...more,
});

export const shopReply = (more: object = {}) =>
  reply({
    replyId: '88000002',
    senderId: owner,
    senderName: 'Toko Contoh',
    role: 'Shop Owner',
    isOpposite: false,
    ...more,
  });

export const replies = (list: unknown[], more: object = {}) => ({
  data: {
    chatReplies: {
      list: [{ date: 'x', chats: [{ time: 'x', replies: list }] }],
      minReplyTime: '0',
      maxReplyTime: '0',
      contacts: [{ role: 'User', interlocutor: true }],
      ...more,
    },
  },
});

export const listed = (attributes: object = {}, more: object = {}) => ({
  data: {
    chatListMessage: {
      list: [
        {
          msgID: chat,
          messageKey: 'x',
          attributes: {
            contact: { name: 'Sari Contoh', role: 'User' },
            lastReplyMessage: 'words nobody keeps',
            lastReplyTimeStr: String(asked),
            readStatus: 1,
            unreads: 2,
            pinStatus: 0,
            isReplyByTopbot: false,
            ...attributes,
          },
          ...more,
        },
      ],
      hasNext: false,
    },
  },
});

export const frame = (data: object = {}, code: unknown = 103) => ({
  code,
  data: {
    msg_id: Number(chat),
    from_uid: 70005555,
    from_role: 'User',
    is_opposite: true,
    message: { timestamp_unix: asked, censored_reply: 'words nobody keeps' },
    source: 'inbox',
    attachment: null,
    blast_id: 0,
    ...data,
  },
});

/** Reads exchanges of one page, in order; what the last one told. */
export function decoded(...exchanges: readonly (readonly [where: string, body: unknown])[]): Decoded {
  const notes: Notes = new Map();
  let last: Decoded = [];
  for (const [where, body] of exchanges) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const isSocket = where.startsWith('wss:');
    const url = isSocket || where.startsWith('https:') ? where : operation(where);
    last = whole(tokopedia.network.decode({ url, via: isSocket ? 'socket' : 'fetch', body: text, at: noon }, notes));
  }
  return last;
}
