import fc from 'fast-check';
import { compressors } from 'hyparquet-compressors';
import { afterEach, describe, expect, it } from 'vitest';
import { lz4Block, lz4Bomb } from '../../pages/bytedance-wire/lz4-block.ts';
import { playCast } from '../../pages/tiktok-shop/cast.ts';
import { SimulatedInbox } from '../../pages/tiktok-shop/inbox.ts';
import { at, extOf, partAt, payloadOf, readBack, textAt } from './read-back.ts';

const noon = Date.UTC(2026, 10, 22, 5);
let inbox = new SimulatedInbox({ now: () => noon });

afterEach(() => {
  inbox.close();
  inbox = new SimulatedInbox({ now: () => noon });
});

/** Frame, payload, body, notify, message. */
const messageOf = (frame: Uint8Array) => partAt(payloadOf(frame), 6, 500, 5);

describe('the simulated TikTok Shop inbox', () => {
  it.each(['plain', 'lz4', 'gzip'] as const)('wraps a push in a %s frame that reads back', encoding => {
    const citra = inbox.buyer('Citra Hapsari');
    const sent = inbox.buyerWrites(citra, { text: 'Kak, apakah warnanya masih lengkap semua?' });

    const body = messageOf(inbox.frameOf(sent, { encoding }));

    expect(textAt(body, 1)).toBe(citra.id);
    expect(String(at(body, 3))).toBe(sent.id);
    expect(at(body, 6)).toBe(1000n);
    expect(textAt(body, 8)).toBe('Kak, apakah warnanya masih lengkap semua?');
    expect(at(body, 10)).toBe(BigInt(noon));
    const lagMs = Number(at(body, 4)) / 1000 - noon;
    expect(lagMs).toBeGreaterThanOrEqual(11);
    expect(lagMs).toBeLessThanOrEqual(103);
    expect(extOf(body)).toMatchObject({ sender_role: '1', attention: 'true', talk_id: sent.session });
  });

  it('says in the frame what it was asked to say about its encoding', () => {
    const sent = inbox.buyerWrites(inbox.buyer('Dimas Utomo'));

    expect(textAt(inbox.frameOf(sent, { encoding: 'lz4', encodingName: '__lz4' }), 6)).toBe('__lz4');
    expect(textAt(inbox.frameOf(sent), 6)).toBe('');
    expect(textAt(inbox.frameOf(sent), 7)).toBe('pb');
  });

  it('marks robot and person apart as the recording did', () => {
    const eka = inbox.buyer('Eka Prabawa');
    inbox.buyerWrites(eka);
    const robot = messageOf(inbox.frameOf(inbox.robotAnswers(eka)));
    const person = messageOf(inbox.frameOf(inbox.sellerAnswers(eka)));

    expect(extOf(robot)).toMatchObject({ sender_role: '2', from: 'api', magellan_source: 'automatic_robot' });
    expect(extOf(robot)).not.toHaveProperty('talk_id');
    expect(String(at(robot, 7))).toBe(inbox.options.imShopId);
    expect(extOf(person)).toMatchObject({ sender_role: '2', monitor_send_message_platform: 'pc' });
    expect(extOf(person)).not.toHaveProperty('from');
    expect(String(at(person, 7))).toBe(inbox.options.agentId);
  });

  it('chains the cursors of pushes, starting at the first answer', () => {
    const fajar = inbox.buyer('Fajar Juwita');
    const start = at(inbox.initAnswer(), 6, 203, 3);
    const notifies = [inbox.buyerWrites(fajar), inbox.robotAnswers(fajar), inbox.sellerAnswers(fajar)].map(sent =>
      partAt(inbox.frameOf(sent), 8, 6, 500),
    );

    expect([start, ...notifies.map(notify => at(notify, 7))].slice(0, 3)).toEqual(
      notifies.map(notify => at(notify, 6)),
    );
  });

  it('keeps the waiting mark through an automatic answer and drops it at a person’s', () => {
    const gita = inbox.buyer('Gita Maharani');
    const countdown = () => textAt(partAt(inbox.initAnswer(), 6, 203, 2, 50, 11), 2);
    inbox.buyerWrites(gita);
    inbox.robotAnswers(gita);
    expect(countdown()).toBe('true');
    inbox.sellerAnswers(gita);
    expect(countdown()).toBe('false');
  });

  it('opens another session after a close', () => {
    const hendra = inbox.buyer('Hendra Sasongko');
    const before = inbox.buyerWrites(hendra);
    const closing = inbox.closeSession(hendra);
    const after = inbox.buyerWrites(hendra);

    expect(closing.session).toBe(before.session);
    expect(after.session).not.toBe(before.session);
    expect(at(messageOf(inbox.frameOf(closing)), 6)).toBe(1005n);
  });

  it('tells the same seeded story twice, and pages through all of it', () => {
    inbox.seed({ conversations: 40, messages: 2000, seed: 9 });
    const other = new SimulatedInbox({ now: () => noon });
    other.seed({ conversations: 40, messages: 2000, seed: 9 });
    expect(other.sent).toEqual(inbox.sent);
    other.close();

    const ids = new Set<string>();
    for (const conversation of inbox.conversations) {
      for (let cursor = 0n, more = true; more; ) {
        const page = partAt(inbox.historyAnswer(conversation, cursor), 6, 301);
        for (const body of readBack(page)[1] ?? []) if (body instanceof Uint8Array) ids.add(String(at(body, 3)));
        cursor = BigInt(String(at(page, 2) ?? 0));
        more = at(page, 3) === 1n;
      }
    }
    expect(ids).toEqual(new Set(inbox.sent.map(({ id }) => id)));
    expect(ids.size).toBe(2000);
  });

  it('ends the cast with buyers still waiting', async () => {
    await playCast(inbox, { signal: AbortSignal.timeout(10_000), speed: 1000 });

    expect(inbox.conversationsWaiting().length).toBeGreaterThanOrEqual(2);
    expect(new Set(inbox.sent.map(({ author }) => author))).toEqual(new Set(['buyer', 'seller', 'robot', 'system']));
  });
});

describe('the LZ4 block encoder', () => {
  it('makes blocks that another decoder unpacks to the same bytes', () => {
    const chunk = fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.constant(new Uint8Array(700).fill(97)));
    fc.assert(
      fc.property(fc.array(chunk, { minLength: 1, maxLength: 12 }), chunks => {
        const bytes = Uint8Array.from(chunks.flatMap(part => [...part]));
        expect(compressors.LZ4_RAW?.(lz4Block(bytes), bytes.length)).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('makes a bomb that is some 250 times larger than it looks', () => {
    const bomb = lz4Bomb(1_000_000);

    expect(bomb.length).toBeLessThan(4_500);
    const unpacked = compressors.LZ4_RAW?.(bomb, 1_000_000);
    expect(unpacked).toHaveLength(1_000_000);
  });
});
