import type { Language } from './look.ts';

/**
 * What the page says. Recorded: the filters' English names, the two section headings as they stand in Brazil, the three
 * Vietnamese lines, the Indonesian placeholder. The rest is invented.
 */
const words = {
  en: {
    filters: ['All Chats', 'Unreplied', 'Due Soon', 'Overdue', 'Pinned', 'Unread'],
    unreplied: 'Unreplied',
    replied: 'Replied',
    choose: 'Welcome to the webchat',
    placeholder: 'Type a message here',
    send: 'Send',
    station: ['Orders', 'Products'],
    day: 'en-GB',
  },
  id: {
    filters: ['Semua Chat', 'Belum Dibalas', 'Segera Berakhir', 'Terlambat', 'Disematkan', 'Belum Dibaca'],
    unreplied: 'Belum Dibalas',
    replied: 'Sudah Dibalas',
    choose: 'Selamat datang di webchat',
    placeholder: 'Tulis pesan',
    send: 'Kirim',
    station: ['Pesanan', 'Produk'],
    day: 'id-ID',
  },
  pt: {
    filters: ['Todas', 'Não respondidas', 'Vence em breve', 'Atrasadas', 'Fixadas', 'Não lidas'],
    unreplied: 'Sem resposta',
    replied: 'Replied',
    choose: 'Boas-vindas ao webchat',
    placeholder: 'Digite uma mensagem',
    send: 'Enviar',
    station: ['Pedidos', 'Produtos'],
    day: 'pt-BR',
  },
  vi: {
    filters: ['Tất cả cuộc trò chuyện', 'Đang Phục Vụ Hôm Nay', 'Tất cả Người mua'],
    unreplied: 'Chưa trả lời',
    replied: 'Đã trả lời',
    choose: 'Chào mừng bạn',
    placeholder: 'Nhập nội dung tin nhắn',
    send: 'Gửi',
    station: ['Đơn hàng', 'Sản phẩm'],
    day: 'vi-VN',
  },
} satisfies Record<Language, Record<string, string | string[]>>;

export type Words = (typeof words)[Language];

export function wordsOf(language: Language): Words {
  return words[language];
}
