import type { SimulatedInbox } from './inbox.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

interface Visit {
  name: string;
  hoursAgo: number;
  asks: string;
  /** Minutes until a person answered; left out: still waiting. */
  answeredAfter?: number;
  answer?: string;
  also?: 'photo' | 'greeting' | 'robot' | 'closed';
}

/** The day before the cast comes on: most are answered soon, two too late, two wait since the morning or the night. */
const visits: readonly Visit[] = [
  {
    name: 'Galih Pranowo',
    hoursAgo: 27.5,
    asks: 'Kak, kemeja linennya ada warna sage?',
    answeredAfter: 2,
    answer: 'Ada kak, tinggal ukuran M dan L',
  },
  {
    name: 'Tirta Anjani',
    hoursAgo: 26.2,
    asks: 'Paketnya basah kena hujan kak',
    also: 'photo',
    answeredAfter: 11,
    answer: 'Mohon maaf kak, kami kirim pengganti besok pagi',
  },
  {
    name: 'Yusuf Harimurti',
    hoursAgo: 25.6,
    asks: 'Bisa COD ke Tanjung Selor?',
    answeredAfter: 845,
    answer: 'Maaf baru balas kak, COD sudah bisa',
  },
  {
    name: 'Melati Kusnadi',
    hoursAgo: 23.1,
    asks: 'Ukuran gelangnya bisa custom nggak kak?',
    also: 'greeting',
    answeredAfter: 1,
    answer: 'Bisa kak, mohon info lingkar tangannya',
  },
  {
    name: 'Arman Siregaro',
    hoursAgo: 21.4,
    asks: 'Blendernya garansi resmi kah?',
    answeredAfter: 38,
    answer: 'Resmi satu tahun kak',
  },
  {
    name: 'Nining Sulastomo',
    hoursAgo: 19.8,
    asks: 'Mau tukar ukuran sepatu kak, kebesaran',
    also: 'closed',
    answeredAfter: 4,
    answer: 'Siap kak, alamat retur kami kirim ya',
  },
  {
    name: 'Rendra Wibawana',
    hoursAgo: 16.7,
    asks: 'Tenda kapasitas empat masih ada?',
    also: 'robot',
    answeredAfter: 760,
    answer: 'Masih ada kak, maaf menunggu lama',
  },
  {
    name: 'Sekar Damayu',
    hoursAgo: 13.3,
    asks: 'Lilin aromanya tahan berapa jam kak?',
    answeredAfter: 2,
    answer: 'Sekitar tiga puluh jam kak',
  },
  { name: 'Bimo Aryaseta', hoursAgo: 11.3, asks: 'Kurirnya nyasar, bisa bantu hubungi?' },
  {
    name: 'Laras Puspitani',
    hoursAgo: 9.2,
    asks: 'Ready warna maroon kak?',
    also: 'greeting',
    answeredAfter: 6,
    answer: 'Ready kak, langsung checkout ya',
  },
  {
    name: 'Hanif Murtadlo',
    hoursAgo: 6.5,
    asks: 'Kabel datanya fast charging?',
    answeredAfter: 1,
    answer: 'Betul kak, sampai 60 watt',
  },
  {
    name: 'Ratna Pangestika',
    hoursAgo: 4.4,
    asks: 'Bisa bungkus kado kak?',
    also: 'photo',
    answeredAfter: 19,
    answer: 'Bisa kak, gratis kartu ucapan',
  },
  { name: 'Cakra Wirasena', hoursAgo: 2.1, asks: 'Panci ukuran 24 cocok untuk kompor induksi?' },
  {
    name: 'Dinda Mahesari',
    hoursAgo: 1.2,
    asks: 'Kak, boleh lihat foto aslinya?',
    answeredAfter: 2,
    answer: 'Boleh kak, sebentar kami fotokan',
  },
];

/** Lays down the day's history. Before the page is opened: history is not pushed. */
export function seedDay(inbox: SimulatedInbox): void {
  const now = inbox.options.now();
  for (const visit of visits) {
    const at = Math.floor(now - visit.hoursAgo * hourMs);
    const chat = inbox.buyer(visit.name, at);
    const quiet = true;
    if (visit.also === 'greeting') inbox.greets(chat, { at: at - 20_000, quiet, from: 'product' });
    inbox.buyerWrites(chat, { at, quiet, text: visit.asks });
    if (visit.also === 'photo') inbox.buyerWrites(chat, { at: at + 35_000, quiet, kind: 'image' });
    if (visit.also === 'robot') inbox.robotAnswers(chat, { at: at + 360, quiet });
    if (visit.answeredAfter === undefined || visit.answer === undefined) continue;
    const answeredAt = Math.floor(at + visit.answeredAfter * minuteMs);
    inbox.sellerAnswers(chat, { at: answeredAt, quiet, text: visit.answer });
    if (visit.also === 'closed') inbox.closeSession(chat, { at: answeredAt + 6 * hourMs, quiet });
  }
}
