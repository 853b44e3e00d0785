import type { Health } from '../chat/health';
import type { PageReading } from '../platforms/platform';
import type { BlindSpots } from './blind-spots';
import type { NetworkSigns } from './network-signs';

/** Everything that tells whether a chat page is really being seen. */
export interface Signs {
  /** When the page was loaded or the chat was opened in it, ms. */
  readonly loadedAt: number;
  /** Whether the shop's name is known, from the address or from what the page received. */
  readonly shopKnown: boolean;
  /** The last look; `null` before the first. */
  readonly page: PageReading | null;
  readonly network: NetworkSigns;
  /** Whether the network has been copied since before the page's own script ran. */
  readonly copiedFromLoad: boolean;
  /** The page was open before it could be copied, and nothing that comes by itself was heard since. */
  readonly openedBefore: boolean;
  /** The page gave more at once than could be read, and some of it was left. */
  readonly hasDropped?: boolean;
  readonly blindSpots: BlindSpots;
  /** There is something that brings messages the moment they are written, and it is not heard. */
  readonly deaf: boolean;
}

// While the page is still rendering, what is not there yet is not missing.
const graceMs = 4000;
// By then a chat page has asked for its shop and its messages, even where nobody writes.
const firstExchangeMs = 15_000;

/**
 * Whether the page is being seen, at `now` (ms); `null` while it is too early to say. A quiet shop may open no socket
 * for 90 s, so silence alone is no fault (tiktok-shop.md section 7).
 */
export function healthOf(signs: Signs, now: number): Health | null {
  const { page, network } = signs;
  if (page?.is === 'signed-out' || network.signedOut) return { state: 'signed-out' };
  const early = now - signs.loadedAt < graceMs;
  if (page?.is === 'unknown') return unreadHealth(signs, now);
  if (!page) return early ? null : { state: 'partly', blind: 'page', why: 'no-page' };
  if (page.missing.length > 0) {
    if (early) return null;
    // An inbox without chats shows neither rows nor composer, and its words are known in Chinese only (tiktok-shop.md
    // section 1). Where the network was read and tells of no chat either, that is likelier than a new layout.
    const isEmpty = page.rows === 0 && page.messages === 0 && network.read > 0 && !network.chats;
    if (isEmpty) return { state: 'partly', blind: 'page', why: 'no-page' };
    // The list is where it was and its rows are not to be read; the network, which is whole, says what they would.
    return page.blank && vouches(signs)
      ? { state: 'partly', blind: 'page', why: 'no-rows', missing: page.missing }
      : { state: 'not-recognised', missing: page.missing };
  }
  // Reloading mends this, and with it whatever else the network has not told.
  if (signs.openedBefore) return { state: 'partly', blind: 'network', why: 'open-before' };
  if (!signs.shopKnown) return early ? null : { state: 'partly', blind: 'network', why: 'shop-unknown' };
  if (isNetworkBlind(signs, page, now)) return { state: 'partly', blind: 'network', why: 'no-network' };
  if (isUnreadable(network)) return { state: 'partly', blind: 'network', why: 'not-understood' };
  if (signs.hasDropped) return { state: 'partly', blind: 'network', why: 'dropped' };
  if (network.chain.gap) return { state: 'partly', blind: 'network', why: 'gap' };
  if (signs.deaf && now - signs.loadedAt >= firstExchangeMs)
    return { state: 'partly', blind: 'network', why: 'no-live' };
  if (page.blank || isPageBlind(signs, page)) return early ? null : { state: 'partly', blind: 'page', why: 'no-page' };
  if (page.observations.some(seen => seen.is === 'not-understood')) {
    return { state: 'partly', blind: 'page', why: 'not-understood' };
  }
  if (page.unsure > 0) return early ? null : { state: 'partly', blind: 'page', why: 'author-unsure' };
  return { state: 'watching' };
}

/**
 * A page of which no structure is known has one witness, so it is at best watched in part. Where that one is silent too,
 * nothing is seen at all, which is no part of anything: `partly` would count as watched.
 */
function unreadHealth({ network, shopKnown, loadedAt, hasDropped }: Signs, now: number): Health | null {
  if (network.read === 0) {
    return now - loadedAt < firstExchangeMs ? null : { state: 'not-recognised', missing: ['network'] };
  }
  if (!shopKnown) return { state: 'partly', blind: 'network', why: 'shop-unknown' };
  if (isUnreadable(network)) return { state: 'partly', blind: 'network', why: 'not-understood' };
  if (hasDropped) return { state: 'partly', blind: 'network', why: 'dropped' };
  return { state: 'partly', blind: 'page', why: 'page-unknown' };
}

const isUnreadable = ({ notUnderstood }: NetworkSigns) => Object.values(notUnderstood).some(count => count > 0);

/** The network gives every chat and every message, as far as it can know. */
const vouches = ({ network, shopKnown, deaf, hasDropped }: Signs) =>
  network.chats && shopKnown && !deaf && !hasDropped && !isUnreadable(network) && !network.chain.gap;

type Read = Extract<PageReading, { is: 'read' }>;

function isNetworkBlind({ network, copiedFromLoad, loadedAt, blindSpots }: Signs, page: Read, now: number): boolean {
  if (blindSpots.unseenByNetwork > 0) return true;
  // The page shows chats that it must have received from somewhere.
  const shows = page.rows + page.messages > 0;
  return shows && copiedFromLoad && network.read === 0 && now - loadedAt >= firstExchangeMs;
}

/** It shows something, yet nothing that could be told apart from its neighbours; or less than the network gave. */
function isPageBlind({ blindSpots }: Signs, page: Read): boolean {
  if (blindSpots.unseenByPage > 0) return true;
  const named = page.observations.some(seen => seen.is === 'conversation' || seen.is === 'message');
  return page.nameless > 0 && !named;
}
