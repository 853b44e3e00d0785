import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/chat/observation';
import type { PageReading } from '../../../lib/platforms/platform';
import { healthOf, type Signs } from '../../../lib/watch/health-of';
import { noNetworkSigns } from '../../../lib/watch/network-signs';

const loadedAt = Date.UTC(2026, 10, 22, 5);
const later = loadedAt + 60_000;
const row: Observation = { is: 'conversation', sense: 'page', conversation: '9', at: later, waiting: true };
type Read = Extract<PageReading, { is: 'read' }>;
const reading = (more: Partial<Read> = {}): Read => ({
  is: 'read',
  observations: [row],
  missing: [],
  rows: 1,
  messages: 0,
  unsure: 0,
  nameless: 0,
  ...more,
});
const network = { ...noNetworkSigns, read: 5 };
const signs = (more: Partial<Signs> = {}): Signs => ({
  loadedAt,
  shopKnown: true,
  page: reading(),
  network,
  copiedFromLoad: true,
  openedBefore: false,
  blindSpots: { unseenByNetwork: 0, unseenByPage: 0 },
  deaf: false,
  ...more,
});

describe('the health of a page', () => {
  it('is partly where the page gave more at once than could be read, whatever else is seen', () => {
    const dropped = { state: 'partly', blind: 'network', why: 'dropped' };
    expect(healthOf(signs({ hasDropped: true }), later)).toEqual(dropped);
    expect(healthOf(signs({ hasDropped: true, page: { is: 'unknown' } }), later)).toEqual(dropped);
  });

  it('is watching when both senses see', () => {
    expect(healthOf(signs(), later)).toEqual({ state: 'watching' });
  });

  it('is watching in a quiet shop: no chats, no socket, nothing but the empty words', () => {
    const quiet = reading({ observations: [], rows: 0 });
    expect(healthOf(signs({ page: quiet, network: noNetworkSigns }), loadedAt + 90_000)).toEqual({ state: 'watching' });
  });

  it('is partly, not another layout, where the page shows nothing and the network tells of no chat', () => {
    const blank = reading({ observations: [], rows: 0, missing: ['conversation-list'] });
    const told = { ...network, chats: true };
    const blind = { state: 'partly', blind: 'page', why: 'no-page' };
    const unknown = { state: 'not-recognised', missing: ['conversation-list'] };
    expect(healthOf(signs({ page: blank }), later)).toEqual(blind);
    expect(healthOf(signs({ page: blank, network: told }), later)).toEqual(unknown);
    expect(healthOf(signs({ page: blank, network: noNetworkSigns }), later)).toEqual(unknown);
    expect(healthOf(signs({ page: { ...blank, rows: 1 } }), later)).toEqual(unknown);
  });

  it('is partly, and names what is missing, where the list is there without rows and the network tells of chats', () => {
    const page = reading({ observations: [], rows: 0, missing: ['conversation-row'], blank: true });
    const told = { ...network, chats: true };
    const unknown = { state: 'not-recognised', missing: ['conversation-row'] };
    expect(healthOf(signs({ page, network: told }), later)).toEqual({
      state: 'partly',
      blind: 'page',
      why: 'no-rows',
      missing: ['conversation-row'],
    });
    expect(healthOf(signs({ page, network: told }), loadedAt + 3999)).toBeNull();
    // Whatever else is amiss, nobody is left to say who waits.
    for (const network of [noNetworkSigns, { ...told, chain: { gap: true } }, { ...told, notUnderstood: { a: 1 } }]) {
      expect(healthOf(signs({ page, network }), later)).toEqual(unknown);
    }
    expect(healthOf(signs({ page, network: told, shopKnown: false }), later)).toEqual(unknown);
    expect(healthOf(signs({ page, network: told, deaf: true }), later)).toEqual(unknown);
    const { blank: _, ...elsewhere } = page;
    expect(healthOf(signs({ page: elsewhere, network: told }), later)).toEqual(unknown);
  });

  it.each<[string, Partial<Signs>, object]>([
    ['the page says so', { page: { is: 'signed-out' } }, { state: 'signed-out' }],
    ['an answer hints so', { network: { ...network, signedOut: true } }, { state: 'signed-out' }],
    ['nothing was looked at', { page: null }, { state: 'partly', blind: 'page', why: 'no-page' }],
    [
      'names are missing',
      { page: reading({ missing: ['buyer-name'] }), network: { ...network, chain: { gap: true } } },
      { state: 'not-recognised', missing: ['buyer-name'] },
    ],
    ['the shop has no name', { shopKnown: false }, { state: 'partly', blind: 'network', why: 'shop-unknown' }],
    ['nothing came', { network: noNetworkSigns }, { state: 'partly', blind: 'network', why: 'no-network' }],
    [
      'the page shows more than came',
      { blindSpots: { unseenByNetwork: 1, unseenByPage: 0 } },
      { state: 'partly', blind: 'network', why: 'no-network' },
    ],
    [
      'something that came could not be read',
      { network: { ...network, notUnderstood: { a: 0, b: 1 } } },
      { state: 'partly', blind: 'network', why: 'not-understood' },
    ],
    [
      'a push is missing',
      { network: { ...network, chain: { gap: true } } },
      { state: 'partly', blind: 'network', why: 'gap' },
    ],
    [
      'more came than the page shows',
      { blindSpots: { unseenByNetwork: 0, unseenByPage: 2 } },
      { state: 'partly', blind: 'page', why: 'no-page' },
    ],
    [
      'no row has an id',
      { page: reading({ observations: [], nameless: 1 }) },
      { state: 'partly', blind: 'page', why: 'no-page' },
    ],
    [
      'a label could not be read',
      { page: reading({ observations: [row, { is: 'not-understood', what: 'message-time' }] }) },
      { state: 'partly', blind: 'page', why: 'not-understood' },
    ],
    [
      'the list shows no chat and no words for it',
      { page: reading({ observations: [], rows: 0, blank: true }) },
      { state: 'partly', blind: 'page', why: 'no-page' },
    ],
    [
      'what brings messages at once is not heard',
      { deaf: true },
      { state: 'partly', blind: 'network', why: 'no-live' },
    ],
    ['an author is unsure', { page: reading({ unsure: 1 }) }, { state: 'partly', blind: 'page', why: 'author-unsure' }],
  ])('is told when %s', (_, more, health) => {
    expect(healthOf(signs(more), later)).toEqual(health);
  });

  it.each<[string, Partial<Signs>]>([
    ['not looked at', { page: null }],
    ['not rendered', { page: reading({ missing: ['conversation-list', 'conversation-row'] }) }],
    ['without a shop', { shopKnown: false }],
    ['without names', { page: reading({ observations: [], nameless: 1 }) }],
    ['unsure', { page: reading({ unsure: 1 }) }],
  ])('is not told too early while the page is %s', (_, more) => {
    expect(healthOf(signs(more), loadedAt + 3999)).toBeNull();
    expect(healthOf(signs(more), loadedAt + 4000)).not.toBeNull();
  });

  it('is not told too early to be without what brings messages at once', () => {
    expect(healthOf(signs({ deaf: true }), loadedAt + 14_999)).toEqual({ state: 'watching' });
    expect(healthOf(signs({ deaf: true }), loadedAt + 15_000)).toMatchObject({ why: 'no-live' });
  });

  it('is partly where the chat was open before, at once and whoever the shop is, for what arrives is not heard', () => {
    const openBefore = { state: 'partly', blind: 'network', why: 'open-before' };
    expect(healthOf(signs({ openedBefore: true }), loadedAt)).toEqual(openBefore);
    expect(healthOf(signs({ openedBefore: true, shopKnown: false, network: noNetworkSigns }), later)).toEqual(
      openBefore,
    );
    const signedOut = signs({ openedBefore: true, page: { is: 'signed-out' } });
    expect(healthOf(signedOut, later)).toEqual({ state: 'signed-out' });
  });

  it('does not miss what came before it could look', () => {
    const late = signs({ network: noNetworkSigns, copiedFromLoad: false });
    expect(healthOf(late, later)).toEqual({ state: 'watching' });
    expect(healthOf({ ...late, copiedFromLoad: true }, loadedAt + 14_999)).toEqual({ state: 'watching' });
  });
});

describe('the health of a page that nobody knows how to read', () => {
  const unread = (more: Partial<Signs> = {}) => signs({ page: { is: 'unknown' }, ...more });

  it('is partly, never more, and says that only the network is read', () => {
    expect(healthOf(unread(), later)).toEqual({ state: 'partly', blind: 'page', why: 'page-unknown' });
  });

  it.each<[string, Partial<Signs>, object]>([
    ['a sign-in is lost', { network: { ...network, signedOut: true } }, { state: 'signed-out' }],
    ['no shop is named', { shopKnown: false }, { state: 'partly', blind: 'network', why: 'shop-unknown' }],
    [
      'something could not be read',
      { network: { ...network, notUnderstood: { a: 1 } } },
      { state: 'partly', blind: 'network', why: 'not-understood' },
    ],
    ['nothing comes', { network: noNetworkSigns }, { state: 'not-recognised', missing: ['network'] }],
    [
      'nothing comes to a script that came late',
      { network: noNetworkSigns, copiedFromLoad: false },
      { state: 'not-recognised', missing: ['network'] },
    ],
  ])('says so when %s', (_, more, health) => {
    expect(healthOf(unread(more), later)).toEqual(health);
  });

  it('waits for the first word of the network', () => {
    expect(healthOf(unread({ network: noNetworkSigns }), loadedAt + 14_999)).toBeNull();
  });
});
