import { setTimeout as pause } from 'node:timers/promises';
import { seedDay } from './cast-history.ts';
import type { SimulatedInbox } from './inbox.ts';

export interface CastOptions {
  signal: AbortSignal;
  /** 1 plays in about 25 seconds, 2 in half of that. */
  speed?: number;
}

type Step = [afterMs: number, act: () => void];

/**
 * A short play for the demo: four buyers, a robot and a person at the shop. Two more buyers than before wait when it ends.
 * Seeds the day's history itself when nobody has, which a page that is already open would not see.
 */
export async function playCast(inbox: SimulatedInbox, { signal, speed = 1 }: CastOptions): Promise<void> {
  if (inbox.conversations.length === 0) seedDay(inbox);
  for (const [afterMs, act] of scenes(inbox)) {
    await pause(afterMs / speed, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    act();
  }
}

function scenes(inbox: SimulatedInbox): Step[] {
  const intan = inbox.buyer('Intan Sasmitaya');
  const raka = inbox.buyer('Raka Adiputro');
  const wening = inbox.buyer('Wening Larasita');
  const fitrah = inbox.buyer('Fitrah Nugrahadi');
  const longest = inbox.conversationsWaiting().sort((a, b) => (a.waitingSinceS ?? 0) - (b.waitingSinceS ?? 0))[0];
  return [
    [1_500, () => inbox.buyerWrites(intan, { text: 'Halo kak, gamis warna dusty pink masih ada?' })],
    [370, () => inbox.robotAnswers(intan)],
    [900, () => inbox.assign(intan)],
    [1_800, () => inbox.greets(raka, { from: 'product' })],
    [2_200, () => inbox.sellerAnswers(intan, { text: 'Halo kak Intan, masih ada ukuran S sampai XL ya' })],
    [1_700, () => inbox.buyerWrites(raka, { text: 'Sepeda lipatnya dikirim dari kota mana kak?' })],
    [1_600, () => inbox.buyerWrites(intan, { text: 'Oke kak, saya pesan yang M' })],
    [1_400, () => inbox.sellerStarts(wening)],
    [1_900, () => inbox.sellerAnswers(intan, { text: 'Siap kak, kami kemas sore ini' })],
    [1_500, () => inbox.buyerWrites(intan, { kind: 'sticker' })],
    [1_600, () => inbox.buyerWrites(fitrah, { text: 'Kak pesanan saya kurang satu botol' })],
    [350, () => inbox.robotAnswers(fitrah)],
    [1_300, () => inbox.buyerWrites(fitrah, { kind: 'image' })],
    [1_800, () => longest && inbox.sellerAnswers(longest, { text: 'Kak Bimo, kurirnya sudah kami hubungi ya' })],
    [1_700, () => inbox.buyerWrites(raka, { text: 'Kalau ke Balikpapan berapa hari ya?' })],
    [1_600, () => inbox.sellerAnswers(intan, { text: 'Terima kasih kak Intan' })],
  ];
}
