import type { Platform } from '../platform';
import { tokopediaAddress } from './address';
import { decode } from './decode';
import { wantsTokopedia } from './wants';

/** Tokopedia's older seller chat. Data shapes of 2021-23; the page may be gone for most sellers. */
export const tokopedia: Platform = {
  ...tokopediaAddress,
  network: { wants: wantsTokopedia, decode },
  // No selector of this page is known (tokopedia.md section 2), so nothing is looked for.
  page: { read: () => ({ is: 'unknown' }) },
};
