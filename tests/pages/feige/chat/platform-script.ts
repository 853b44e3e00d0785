import type { Sent } from '../../sent.ts';
import type { SimulatedChat } from './conversation.ts';
import * as ext from './ext.ts';
import { type Closing, closings, lines } from './lines.ts';
import { PeopleScript } from './people-script.ts';
import type { How, Said } from './speaking.ts';

/** What the platform does in a chat, beside the people. Each act returns the truth about what it sent. */
export abstract class PlatformScript extends PeopleScript {
  /**
   * The chat is given to one of the staff. `restartsWait`: the wait counts from here, as once recorded. `asBuyer`: the
   * line bears the buyer's marks.
   */
  assigns(
    c: SimulatedChat,
    how: How & { agent?: string; restartsWait?: boolean; asBuyer?: boolean; by?: 'staff' | 'shop' } = {},
  ): Sent {
    const scene = this.scene(c, how);
    c.agent = this.agent(how.agent);
    c.session ??= this.newId(scene.atMs);
    if (how.restartsWait === true && c.waitingSinceS !== undefined) c.waitingSinceS = Math.floor(scene.atMs / 1000);
    const content = how.by === 'shop' ? lines.assignedByShop(this.options.shopName) : lines.assigned(c.agent.name);
    return this.#note(c, 'assigned', ext.assignedExt(scene, how.asBuyer ?? false), content, how);
  }

  /** A robot hands over to a person, or a person to a robot. */
  handsOver(c: SimulatedChat, how: How & { to?: 'person' | 'person-now' | 'robot' } = {}): Sent {
    const scene = this.scene(c, how);
    c.session ??= this.newId(scene.atMs);
    const said = { person: lines.toPerson(c.agent.name), 'person-now': lines.toPersonNow, robot: lines.toRobot };
    return this.#note(c, 'notice', ext.handOverExt(scene), said[how.to ?? 'person'], how);
  }

  /** One of the staff gives the chat to another. */
  transfers(c: SimulatedChat, how: How & { to: string }): Sent {
    const scene = this.scene(c, how);
    const from = c.agent;
    c.agent = this.agent(how.to);
    const content = lines.transferred(from.name, c.agent.name);
    return this.#note(c, 'notice', ext.platformExt(scene, 'transfer_conversation'), content, how);
  }

  /** The line that the staff are late, as a message. */
  warns(c: SimulatedChat, how: How & { about?: 'late' | 'long'; seconds?: number } = {}): Sent {
    const { about = 'late', seconds = 30 } = how;
    const map = ext.platformExt(this.scene(c, how), 'system_notice', 10);
    return this.#note(c, 'notice', map, about === 'late' ? lines.waited(seconds) : lines.waitedLong, how);
  }

  /** The same text somewhere inside a frame that is no message; `depth` says how many objects lie around it. */
  warnsInside(c: SimulatedChat, how: How & { seconds?: number; depth?: number } = {}): void {
    const { seconds = 30, depth = 3 } = how;
    const text = lines.waited(seconds);
    this.texts.add(text);
    let inner: object = { hint: text };
    for (let i = 1; i < depth; i += 1) inner = { data: inner };
    this.command(c, 50001, inner, how);
  }

  /** A line about where the buyer comes from. */
  showsContext(c: SimulatedChat, how: How & { from?: 'product' | 'history' } = {}): Sent {
    const scene = this.scene(c, how);
    if (how.from === 'history') {
      return this.#note(c, 'notice', ext.platformExt(scene, 'system_notice'), lines.fromHistory, how);
    }
    return this.#note(c, 'entered', ext.viewingExt(scene), lines.viewing, how, c.buyerId);
  }

  /** The shop's system puts a product card into the chat: nobody asked, nobody answered. */
  pushesCard(c: SimulatedChat, how: How = {}): Sent {
    const map = ext.pushedCardExt(this.scene(c, how));
    return this.#note(c, 'product-card', map, how.text ?? lines.pushed, how);
  }

  /** Ends the session: the chat leaves the current ones until somebody writes. `type` is the message's own. */
  closes(c: SimulatedChat, how: How & { by?: Closing; type?: 1000 | 1005 } = {}): Sent {
    const { by = 'buyer-silent', type = 1005 } = how;
    const map = ext.closedExt(this.scene(c, how), by !== 'staff');
    const closing = this.#note(c, 'closed', map, closings[by], how, this.options.shopId, type);
    c.session = undefined;
    c.waitingSinceS = undefined;
    c.unread = 0;
    c.warning = undefined;
    c.current = false;
    return closing;
  }

  /** A tag in place of the unread number. */
  flags(c: SimulatedChat, warning = '服务态度预警'): void {
    c.warning = warning;
    this.refreshLists();
  }

  #note(
    c: SimulatedChat,
    kind: Said['kind'],
    map: Record<string, string>,
    content: string,
    how: How,
    sender = this.options.shopId,
    type = 1000,
  ): Sent {
    return this.say(c, { author: 'system', kind, sender, ext: map, content, type }, how);
  }
}
