import { type NumbersReader, notOurs } from '../platform';
import { decodeJson } from './decode-json';
import { readExperienceScore } from './experience-score';

const scorePath = '/governance/shop/experiencescore/getAnalysisScore';

/** The numbers of the experience score, as its page in the back office receives them (feige.md section 6). */
export const feigeNumbers: NumbersReader = {
  id: 'feige',
  decode(exchange) {
    const path = URL.parse(exchange.url, 'https://relative.invalid')?.pathname;
    return exchange.via !== 'socket' && path === scorePath ? decodeJson(exchange, readExperienceScore) : notOurs;
  },
};
