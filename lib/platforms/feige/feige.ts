import type { Platform } from '../platform';
import { feigeAddress } from './address';
import { decode } from './decode';
import { read, shows } from './page/read';
import { wantsFeige } from './wants';

/** Feige, the workbench of Douyin's shops: one host, one market, staff who share a shop. */
export const feige: Platform = {
  ...feigeAddress,
  network: { wants: wantsFeige, decode },
  // The id of a message comes after its bubble (feige.md section 2).
  page: { fills: ['data-id'], shows, read },
};
