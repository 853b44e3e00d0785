/** Invented buyers, market by market; among them what breaks layouts: very long, right to left, emoji, one letter. */
export const buyersOf: Readonly<Record<string, readonly string[]>> = {
  ID: [
    'Siti Nurhaliza',
    'Raka Adiputro',
    'Cakra Wirasena Wijayakusuma Hadiningrat Suryaningrat',
    'toko_berkah.jaya88',
    '🌸 Dewi Lestari 🌸',
    'محمد عبد الرحمن الأنصاري',
    'A',
    'Fitrah Nugrahadi',
    'Bu Yanti (reseller Bekasi)',
    'Bagas Prasetya',
  ],
  VN: ['Nguyễn Thị Minh Khai', 'Linh', 'Trần Văn Đức Anh', 'shop.meo.con ❤️', 'Phạm Quỳnh'],
  CN: ['小熊软糖', '用户7736281920', '爱吃火锅的李女士', '阿强', '🐼🐼🐼'],
  MY: ['Nur Aisyah binti Abdullah', 'Tan Wei Ling', 'Siva'],
};

export const buyersAnywhere: readonly string[] = Object.values(buyersOf).flat();
