import type { Language } from './look.ts';

/** What the page says. English and Chinese labels are recorded ones where the notes have them; Indonesian is invented. */
const words = {
  en: {
    folders: [
      'Inbox',
      'Unassigned',
      'Assigned',
      'Me',
      'All',
      'Urgent',
      'Overdue',
      'Due soon',
      'Unreplied',
      'Unread',
      'Starred',
      'Closed',
    ],
    unreplied: 'Unreplied',
    replied: 'Replied',
    withPerson: '',
    empty: 'No active chats',
    choose: 'Select a chat to start',
    placeholder: 'Enter a message',
    send: 'Send',
    side: ['Waiting time', 'Past chats', 'Sentiment', 'Average CSAT'],
    expired: 'Your login has expired. Please log in again.',
    confirm: 'OK',
  },
  id: {
    folders: [
      'Kotak masuk',
      'Belum ditugaskan',
      'Ditugaskan',
      'Saya',
      'Semua',
      'Mendesak',
      'Belum dibalas',
      'Belum dibaca',
    ],
    unreplied: 'Belum dibalas',
    replied: 'Sudah dibalas',
    withPerson: '',
    empty: 'Tidak ada percakapan aktif',
    choose: 'Pilih percakapan',
    placeholder: 'Tulis pesan',
    send: 'Kirim',
    side: ['Waktu tunggu', 'Riwayat percakapan'],
    expired: 'Sesi masuk Anda telah berakhir. Silakan masuk lagi.',
    confirm: 'Oke',
  },
  zh: {
    folders: ['收件箱', '未分配', '已分配', '我', '全部', '紧急', '已过期', '未回复', '未读', '已加星标', '已关闭'],
    unreplied: '未回复',
    replied: '',
    withPerson: '人工',
    empty: '暂无会话中用户',
    choose: '请选择会话',
    placeholder: '请输入',
    send: '发送',
    side: ['等待时间', '历史会话'],
    expired: '登录已过期，请重新登录。',
    confirm: '确定',
  },
} satisfies Record<Language, Record<string, string | string[]>>;

export type Words = (typeof words)[Language];

export function wordsOf(language: Language): Words {
  return words[language];
}
