import type { Kind } from './conversation.ts';

/** `type` of each kind. The first six are recorded; the others are our choice, in words no reader can expect. */
export const typeOf = {
  text: 'text',
  image: 'image',
  video: 'video',
  sticker: 'sticker',
  product: 'product',
  order: 'order',
  offer: 'kind_a',
  shortcut: 'kind_b',
  'forwarded-game': 'kind_c',
  'staff-tap': 'kind_d',
  faq: 'kind_e',
  game: 'kind_f',
} as const satisfies Record<Kind, string>;

/** `content` of each kind: only the key `text` is recorded, and that a card and a tap have none. */
export function contentOf(kind: Kind, text: string): Record<string, string> {
  if (kind === 'text' || kind === 'faq' || kind === 'shortcut') return { text };
  if (kind === 'image' || kind === 'video' || kind === 'sticker') return { url: text };
  return kind === 'staff-tap' ? {} : { title: text };
}

/** What the page shows of a kind that is no text. All of it is content, and must be found in no storage. */
export const wordsOf = {
  text: '',
  image: 'foto-kancing-lepas.jpg',
  video: 'video-buka-paket.mp4',
  sticker: 'stiker-kucing-menunggu.png',
  product: 'Lampu tidur bulan, kartu barang',
  order: 'Dua kaus polos, kartu pesanan',
  offer: 'Tawar Rp 41.500 untuk tiga pasang',
  shortcut: 'Kapan pesanan saya dikemas?',
  'forwarded-game': 'Ayo siram pohon saya, kartu permainan diteruskan',
  'staff-tap': '',
  faq: 'Jam buka toko dan ongkos kirim',
  game: 'Pohon temanmu kehausan, kartu permainan',
} as const satisfies Record<Kind, string>;
