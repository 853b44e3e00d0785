import type { Language } from '../client/look.ts';

export interface Market {
  readonly code: string;
  readonly language: Language;
  readonly timeZone: string;
  /** Headings for the unreplied and the replied in the list: seen in Brazil, nowhere else. */
  readonly sections: boolean;
  /** What the messages stand in: `#messagesContainer` was seen in Vietnam, `#messageSection` elsewhere. */
  readonly area: 'section' | 'container';
}

const elsewhere = { language: 'en', sections: false, area: 'section' } as const;

/** One application on a host for each market, and on two for Vietnam. Where no words are recorded the page speaks English. */
export const markets = {
  'seller.shopee.co.id': { ...elsewhere, code: 'ID', language: 'id', timeZone: 'Asia/Jakarta' },
  'seller.shopee.com.my': { ...elsewhere, code: 'MY', timeZone: 'Asia/Kuala_Lumpur' },
  'seller.shopee.co.th': { ...elsewhere, code: 'TH', timeZone: 'Asia/Bangkok' },
  'seller.shopee.sg': { ...elsewhere, code: 'SG', timeZone: 'Asia/Singapore' },
  'seller.shopee.ph': { ...elsewhere, code: 'PH', timeZone: 'Asia/Manila' },
  'seller.shopee.tw': { ...elsewhere, code: 'TW', timeZone: 'Asia/Taipei' },
  'seller.shopee.com.br': {
    ...elsewhere,
    code: 'BR',
    language: 'pt',
    timeZone: 'America/Sao_Paulo',
    sections: true,
  },
  'banhang.shopee.vn': { ...elsewhere, code: 'VN', language: 'vi', timeZone: 'Asia/Ho_Chi_Minh', area: 'container' },
  'seller.shopee.vn': { ...elsewhere, code: 'VN', language: 'vi', timeZone: 'Asia/Ho_Chi_Minh', area: 'container' },
  'seller.shopee.com.mx': { ...elsewhere, code: 'MX', timeZone: 'America/Mexico_City' },
} as const satisfies Record<string, Market>;

export type SellerHost = keyof typeof markets;
