import { utf8Of } from '../own-bytes';
import { emptyEntry, findEntry, keyIs, valueIn } from './ext';
import { entryCap, valueCap } from './limits';
import { enter, leave, Misread, nextTag, pass, readText, type Wire } from './wire';

/** What a `ConversationCoreInfo` says of waiting (bytedance-im.md section 6); empty where it says nothing. */
export interface CoreInfo {
  conversation: string;
  countdown: string;
  countdownTime: string;
  shop: string;
}

const entry = emptyEntry();
const countdownKey = utf8Of('countdown');
const countdownTimeKey = utf8Of('countdown_time');
const shopKey = utf8Of('pigeon_shop_id');

/** Reads a `ConversationInfoV2` up to `end`; without core info it says nothing that is needed. */
export function readConversationInfo(wire: Wire, end: number): CoreInfo | null {
  const { reader } = wire;
  let conversation = '';
  let core: CoreInfo | null = null;
  while (reader.pos < end) {
    const tag = nextTag(wire);
    switch (tag >>> 3) {
      case 1:
        conversation = readText(wire, tag, end, valueCap);
        break;
      case 50:
        core = readCoreInfo(wire, enter(wire, tag, end));
        break;
      default:
        pass(wire, tag, end);
    }
  }
  leave(wire, end);
  return core && { ...core, conversation: core.conversation || conversation };
}

/** Reads a bare `ConversationCoreInfo` up to `end`. */
export function readCoreInfo(wire: Wire, end: number): CoreInfo {
  const { reader } = wire;
  const core: CoreInfo = { conversation: '', countdown: '', countdownTime: '', shop: '' };
  let entries = 0;
  while (reader.pos < end) {
    const tag = nextTag(wire);
    switch (tag >>> 3) {
      case 1:
        core.conversation = readText(wire, tag, end, valueCap);
        break;
      case 11:
        if (++entries > entryCap) throw new Misread('long ext');
        findEntry(wire, tag, end, entry);
        if (keyIs(wire, entry, countdownKey)) core.countdown = valueIn(wire, entry, valueCap);
        else if (keyIs(wire, entry, countdownTimeKey)) core.countdownTime = valueIn(wire, entry, valueCap);
        else if (keyIs(wire, entry, shopKey)) core.shop = valueIn(wire, entry, valueCap);
        break;
      default:
        pass(wire, tag, end);
    }
  }
  leave(wire, end);
  return core;
}
