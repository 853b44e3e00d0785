import type { SimulatedConversation } from './conversation.ts';

/** The `ext` map of each sort of message: keys and values of bytedance-im, section 6. */
type Ext = Record<string, string>;

interface Scene {
  conversation: SimulatedConversation;
  shopId: string;
  atMs: number;
  clientId: string;
}

const typeOf = {
  text: 'text',
  image: 'file_image',
  'order-card': 'order_card',
  'product-card': 'product',
  // Not in the sources: stickers are named in official texts, their `type` is our guess.
  sticker: 'sticker',
} as const;

export type PersonalKind = keyof typeof typeOf;

export function buyerExt(scene: Scene, kind: PersonalKind): Ext {
  const { conversation } = scene;
  return {
    type: typeOf[kind],
    sender_role: '1',
    attention: 'true',
    ...sentByClient(scene, conversation.buyerId, 'tiktok_h5'),
    ...session(conversation),
    uname: conversation.name,
    nickname: conversation.name,
  };
}

export function agentExt(scene: Scene, kind: PersonalKind, agentId: string): Ext {
  return {
    type: typeOf[kind],
    sender_role: '2',
    attention: 'false',
    ...sentByClient(scene, agentId, 'pc'),
    ...session(scene.conversation),
  };
}

export function automaticExt(scene: Scene, answersGreeting: boolean): Ext {
  return {
    type: 'text',
    ...generated(scene, '2'),
    magellan_source: 'automatic_robot',
    ...(answersGreeting ? { greeting_answer_id: '7012' } : {}),
  };
}

export function greetingExt(scene: Scene): Ext {
  return {
    type: 'card_greeting',
    ...generated(scene, '2'),
    sub_type: 'common',
    greeting_ext: '{"style":1}',
    greeting_question: '["7012","7013"]',
    's:do_not_increase_unread': 'true',
    need_red_point: '0',
  };
}

/** The buyer opened the chat, perhaps from a product. Hidden, though its sender is the buyer. */
export function enteredExt(scene: Scene, from: 'chat' | 'product'): Ext {
  return {
    type: from === 'chat' ? 'user_enter_time' : 'user_enter_from_goods',
    sender_role: '1',
    attention: 'false',
    ...sentByClient(scene, scene.conversation.buyerId, 'tiktok_h5'),
    frontend_need_hidden: '1',
    's:do_not_increase_unread': 'true',
    ...(from === 'product' ? { goods_id: '1729000000000000123' } : {}),
  };
}

export function assignedExt(scene: Scene, agentId: string): Ext {
  return {
    type: 'allocated_service',
    ...generated(scene, '3'),
    ...session(scene.conversation),
    is_allocated_event: '1',
    sys_msg_scene: 'allocated_service',
    visibility_type: '1',
    's:visible': agentId,
  };
}

export function noticeExt(scene: Scene, about: 'intro' | 'fraud'): Ext {
  return {
    type: about === 'intro' ? 'notification' : 'system_notice',
    ...generated(scene, '3'),
    's:do_not_increase_unread': 'true',
    starling_content_key: about === 'intro' ? 'ecom_feige_im_hint_user_intro' : 'ecom_feige_im_antifraud_preview',
  };
}

export function closedExt(scene: Scene): Ext {
  return {
    type: 'system_notice',
    ...generated(scene, '3'),
    ...session(scene.conversation),
    close_type: '2',
    starling_content_key: 'ecom_feige_im_hint_system_close_session1',
    's:do_not_increase_unread': 'true',
  };
}

function sentByClient(scene: Scene, sender: string, platform: 'pc' | 'tiktok_h5'): Ext {
  return {
    o_sender: sender,
    src_user_id: sender,
    shop_id: scene.shopId,
    monitor_send_message_platform: platform,
    monitor_send_message_start_time: String(scene.atMs - 40),
    's:client_message_id': scene.clientId,
  };
}

function generated(scene: Scene, role: '2' | '3'): Ext {
  return {
    sender_role: role,
    attention: 'false',
    from: 'api',
    shop_id: scene.shopId,
    receiver_id: scene.conversation.buyerId,
  };
}

function session(conversation: SimulatedConversation): Ext {
  return conversation.session === undefined ? {} : { talk_id: conversation.session };
}
