import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IoSocket } from '../../../pages/shopee/client/io-socket.ts';
import { SimulatedShopee } from '../../../pages/shopee/inbox.ts';

class FakeSocket extends EventTarget {
  static readonly made: FakeSocket[] = [];
  readonly sent: string[] = [];

  constructor() {
    super();
    FakeSocket.made.push(this);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  hears(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => {
  FakeSocket.made.length = 0;
  vi.stubGlobal('WebSocket', FakeSocket);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function opened() {
  const socket = new IoSocket();
  const heard: [string, unknown][] = [];
  for (const name of ['connect', 'disconnect', 'message']) socket.on(name, data => heard.push([name, data]));
  socket.open('wss://seller.shopee.co.id/socket.io/');
  const wire = FakeSocket.made[0];
  if (wire === undefined) throw new Error('no socket');
  return { socket, wire, heard };
}

describe('the page’s socket object', () => {
  it('joins, says that it is connected, and answers when asked whether it is there', () => {
    const { socket, wire, heard } = opened();
    wire.hears('0{"sid":"x"}');
    expect([socket.connected, wire.sent]).toEqual([false, ['40']]);
    wire.hears('40{"sid":"x"}');
    wire.hears('2');

    expect([socket.connected, wire.sent]).toEqual([true, ['40', '3']]);
    expect(heard).toEqual([['connect', undefined]]);
  });

  it('gives out a push as the event `message`, to whoever listens and no longer', () => {
    const shopee = new SimulatedShopee();
    const { socket, wire, heard } = opened();
    const sent = shopee.buyerWrites(shopee.buyer('Vina Maharani'));
    wire.hears(shopee.pushOf(sent));
    const other = vi.fn();
    socket.once('message', other);
    wire.hears(shopee.pushOf(sent));
    wire.hears(shopee.pushOf(sent));
    shopee.close();

    const message = JSON.stringify(shopee.messageJsonOf(sent));
    expect(heard).toEqual(Array(3).fill(['message', { message_type: 'message', message_content: message }]));
    expect(other).toHaveBeenCalledOnce();
  });

  it('is not harmed by half a push', () => {
    const { wire, heard } = opened();
    wire.hears('42["message",{"message_type":"mess');

    expect(heard).toEqual([]);
  });

  it('says that it is disconnected when the wire breaks', () => {
    const { socket, wire, heard } = opened();
    wire.hears('40');
    wire.dispatchEvent(new Event('close'));

    expect(socket.connected).toBe(false);
    expect(heard.at(-1)?.[0]).toBe('disconnect');
  });
});
