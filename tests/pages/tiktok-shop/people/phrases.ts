/** Invented chat texts. None is a common word, so that finding one in the extension's storage can only mean a leak. */
const asked = [
  'Kak, warna birunya masih ada?',
  'Ukuran XL ready stok kak?',
  'Pesanan saya kok belum dikirim ya?',
  'Bisa kirim hari ini kah?',
  'Kalau beli tiga dapat potongan?',
  'Bahannya panas nggak kak?',
  'Barangnya sampai tapi kancingnya lepas',
  'Ada garansi berapa lama ya kak?',
  'Boleh tukar ukuran nggak?',
  'Ini bisa dicuci mesin kak?',
  'Ongkirnya ke Sorong berapa ya?',
  'Lampunya pakai baterai apa?',
] as const;
const answered = [
  'Halo kak, masih tersedia ya, silakan diorder',
  'Siap kak, kami kirim sore ini juga',
  'Mohon maaf kak, kami bantu ganti yang baru',
  'Untuk ukuran itu tinggal dua potong kak',
  'Boleh kak, asal label belum dilepas',
  'Garansinya tiga bulan sejak diterima kak',
  'Resinya sudah kami perbarui, boleh dicek kak',
  'Aman kak, bahannya katun dan adem',
] as const;
const automatic = [
  'Terima kasih sudah menghubungi toko kami, mohon tunggu sebentar ya',
  'Jam layanan kami 08.00 sampai 21.00 setiap hari',
] as const;

const pools = { asked, answered, automatic };

export function phrase(pool: keyof typeof pools, n: number): string {
  const from = pools[pool];
  return from[Math.abs(n) % from.length] ?? from[0];
}

export const cardText = {
  sticker: '[stiker kucing melambai]',
  image: '[foto] paket-sampai.jpg',
  'order-card': 'Kartu pesanan: dua kaus polos',
  'product-card': 'Kartu produk: lampu tidur bulan',
  greeting: 'Selamat datang di Toko Simulasi, ada yang bisa dibantu?',
  closed: 'Percakapan ini telah diakhiri oleh sistem',
  assigned: 'Percakapan diteruskan kepada petugas toko',
  intro: 'Pembeli ini baru pertama kali bertanya di toko',
  fraud: 'Jangan bertransaksi di luar aplikasi ini',
  entered: 'Pembeli membuka ruang percakapan',
} as const;
