import type { Agent, SimulatedChat } from './conversation.ts';
import { type UnderBubble, underBubble } from './lines.ts';

/** The `ext` map of each sort of message: keys and values of feige, section 3, and bytedance-im, section 6. */
type Ext = Record<string, string>;

export interface Scene {
  chat: SimulatedChat;
  shopId: string;
  atMs: number;
  clientId: string;
}

const typeOf = {
  text: 'text',
  image: 'file_image',
  'product-card': 'template_card',
  // Stickers are said to count as messages; their `type` was not recorded.
  sticker: 'sticker',
} as const;

export type PersonalKind = keyof typeof typeOf;

export function buyerExt(scene: Scene, kind: PersonalKind): Ext {
  const { chat } = scene;
  return {
    type: typeOf[kind],
    ...role('1', 'Buyer', 1),
    attention: 'true',
    ...sentByClient(scene, chat.buyerId),
    ...session(chat),
    nickname: chat.name,
  };
}

export function agentExt(scene: Scene, kind: PersonalKind, agent: Agent): Ext {
  return {
    type: typeOf[kind],
    ...role('2', 'CurrentServer', 2),
    attention: 'false',
    ...sentByClient(scene, agent.id),
    ...session(scene.chat),
    // Not empty on what was typed by hand; its value was not recorded.
    'p:check_Send': '1',
  };
}

/**
 * An answer that no person gave. What marks it on the wire is not known, apart from a role that is not the staff's; the
 * key of the line under its bubble is ours.
 */
export function robotExt(scene: Scene, bizRole: string, line: UnderBubble): Ext {
  return {
    type: 'text',
    ...role('2', bizRole, 2),
    attention: 'false',
    ...generated(scene),
    under_bubble_text: underBubble[line],
  };
}

export function welcomeExt(scene: Scene): Ext {
  return {
    type: 'text',
    ...role('2', 'Shop', 2),
    attention: 'false',
    ...generated(scene),
    's:client_message_id': `${scene.atMs}_Welcome_`,
    's:do_not_increase_unread': 'true',
  };
}

/** `asBuyer`: with the buyer's marks, as the rule "its text does not end in 接入" suggests that some are. */
export function assignedExt(scene: Scene, asBuyer: boolean): Ext {
  return {
    type: 'allocated_service',
    ...role('3', asBuyer ? 'Buyer' : 'System', 3),
    attention: String(asBuyer),
    ...generated(scene),
    ...session(scene.chat),
    is_allocated_event: '1',
    's:client_message_id': `${scene.atMs}_CsAssign_`,
  };
}

/** In hand-over events the session is written `3:<talk_id>`. */
export function handOverExt(scene: Scene): Ext {
  const { session: talk } = scene.chat;
  return { ...platformExt(scene, 'system_notice', 9), ...(talk === undefined ? {} : { talk_id: `3:${talk}` }) };
}

/** Anything else that the platform says; which of the directions 3, 9 and 10 means what was not recorded. */
export function platformExt(scene: Scene, type: string, direction: 3 | 9 | 10 = 3): Ext {
  return {
    type,
    ...role('3', 'System', direction),
    attention: 'false',
    ...generated(scene),
    ...session(scene.chat),
    's:do_not_increase_unread': 'true',
  };
}

/** The buyer looks at a product: the buyer's own event, which asks nothing. */
export function viewingExt(scene: Scene): Ext {
  return {
    type: 'user_enter_from_goods',
    ...role('1', 'Buyer', 3),
    attention: 'false',
    ...sentByClient(scene, scene.chat.buyerId),
    's:do_not_increase_unread': 'true',
  };
}

/** A product card that the shop pushes: role 4, and no `generic_search_keywords`. */
export function pushedCardExt(scene: Scene): Ext {
  return { ...platformExt(scene, 'template_card', 10), sender_role: '4', 's:sender_biz_role': 'Shop' };
}

export function closedExt(scene: Scene, bySystem: boolean): Ext {
  return {
    ...platformExt(scene, bySystem ? 'system_notice' : 'close_conversation'),
    // 2 is recorded for a close by the system; a close by staff was not recorded.
    close_type: bySystem ? '2' : '1',
    's:client_message_id': `cs_close_conversation${scene.atMs}`,
  };
}

function role(sender: string, biz: string, direction: number): Ext {
  return { sender_role: sender, 's:sender_biz_role': biz, flow_extra: JSON.stringify({ direction }) };
}

function sentByClient(scene: Scene, sender: string): Ext {
  return {
    o_sender: sender,
    src_user_id: sender,
    shop_id: scene.shopId,
    's:client_message_id': scene.clientId,
  };
}

function generated(scene: Scene): Ext {
  return {
    shop_id: scene.shopId,
    receiver_id: scene.chat.buyerId,
    's:client_message_id': scene.clientId,
  };
}

function session(chat: SimulatedChat): Ext {
  return chat.session === undefined ? {} : { talk_id: chat.session };
}
