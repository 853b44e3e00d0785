import type { SimulatedInbox } from '../../pages/tiktok-shop/inbox.ts';
import type { ChatPage, ExtensionBrowser } from '../browser.ts';
import { eventually } from '../browser-eventually.ts';
import type { Stage } from './stage.ts';

/** One shop's seller while a schedule is played: the open chats, and what stands wrong until it is put right. */
export interface Desk {
  readonly stage: Stage;
  readonly browser: ExtensionBrowser;
  readonly inbox: SimulatedInbox;
  /** The chat that was opened last is the last of them. */
  readonly chats: ChatPage[];
  isAllowed: boolean;
  hasRoom: boolean;
}

/** The seller of the stage's next shop, who has no chat open yet. */
export function deskOn(stage: Stage): Desk {
  return { stage, browser: stage.browser, inbox: stage.nextShop(), chats: [], isAllowed: true, hasRoom: true };
}

export async function openChat({ browser, inbox, chats }: Desk): Promise<void> {
  const chat = await browser.open(inbox.url);
  chats.push(chat);
  await chat.waitFor('window.__inboxStats?.loaded === true', 15_000);
}

/** Closes every chat; one that has crashed may not answer. */
export async function closeChats({ chats }: Desk): Promise<void> {
  const tooLong = new Promise(resolve => setTimeout(resolve, 3000));
  await Promise.race([Promise.allSettled(chats.splice(0).map(chat => chat.close())), tooLong]);
}

/** Gives the permission back, and waits until chats that are opened from here on are watched. */
export async function allow(desk: Desk): Promise<void> {
  if (!desk.isAllowed) await desk.browser.grant();
  desk.isAllowed = true;
  await untilRegistered(desk);
}

/**
 * An update takes the registered scripts away until its background has started. A chat that is opened in between is one that
 * was open before: its seller is told to load it anew, and only then its history is read.
 */
export async function untilRegistered({ browser, isAllowed }: Desk): Promise<void> {
  const registered =
    '(globalThis.browser ?? chrome).scripting.getRegisteredContentScripts().then(all => all.length > 0)';
  if (!isAllowed) return;
  await eventually(() => browser.beside<boolean>(registered), { within: 15_000, what: 'the scripts, registered' });
}

export async function withdraw(desk: Desk): Promise<void> {
  if (desk.isAllowed) await desk.browser.revoke();
  desk.isAllowed = false;
}

export async function giveRoom(desk: Desk): Promise<void> {
  if (!desk.hasRoom) await desk.browser.setRoom('free');
  desk.hasRoom = true;
}

export async function useUpRoom(desk: Desk): Promise<void> {
  await desk.browser.setRoom('full');
  desk.hasRoom = false;
}

/** Puts right what does not right itself: clock, room, permission, and what the network holds back. */
export async function putRight(desk: Desk): Promise<void> {
  await desk.stage.clock?.set(0);
  await giveRoom(desk);
  await allow(desk);
  desk.inbox.releaseFrames();
}
