import type { WireMessage } from '../../bytedance-wire/message-body.ts';

/** Conversation type of Feige's chats. */
export const conversationType = 10;

/** A member of the shop's staff. */
export interface Agent {
  readonly id: string;
  readonly name: string;
}

/** One chat as the platform keeps it. */
export interface SimulatedChat {
  /** `<buyer>:<shop>::2:1:pigeon` */
  readonly id: string;
  readonly shortId: string;
  readonly buyerId: string;
  readonly name: string;
  readonly createdMs: number;
  /** Oldest first, by index. */
  readonly messages: WireMessage[];
  /** Who of the staff has it. */
  agent: Agent;
  /** `talk_id` of the open session. */
  session: string | undefined;
  unread: number;
  waitingSinceS: number | undefined;
  /** False once its session was closed: then it is under 最近联系, until somebody writes. */
  current: boolean;
  /** What stands in place of the unread number, such as `服务态度预警`. */
  warning: string | undefined;
  tags: readonly string[];
  infoVersion: number;
}

export function lastIndex(chat: SimulatedChat): bigint {
  return chat.messages.at(-1)?.index ?? 0n;
}

export function lastAt(chat: SimulatedChat): number {
  return chat.messages.at(-1)?.createTimeMs ?? chat.createdMs;
}
