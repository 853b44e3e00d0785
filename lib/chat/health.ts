import type { Sense } from './message';

/**
 * Why a chat tab that is open cannot be seen, each as the browser itself says it. `no-answer`: the tab says nothing, and the
 * browser does not say why.
 */
export const stoppedWhys = ['discarded', 'frozen', 'crashed', 'cut-off', 'no-answer'] as const;
export type StoppedWhy = (typeof stoppedWhys)[number];

/** Whether a shop's chat page is really being seen. Never confuse "saw nothing" with "nothing there". */
export type Health =
  | { readonly state: 'watching' }
  /** One sense is blind; `why` is a key of components/health-words.ts, and `missing` is as below. */
  | { readonly state: 'partly'; readonly blind: Sense; readonly why: string; readonly missing?: readonly string[] }
  /** `missing`: names of the selectors or fields whose every alternative failed. */
  | { readonly state: 'not-recognised'; readonly missing: readonly string[] }
  | { readonly state: 'signed-out' }
  /** A chat tab is open, and nothing of ours runs in it or answers. */
  | { readonly state: 'stopped'; readonly why: StoppedWhy }
  /** The seller took back the permission for the shop's pages. */
  | { readonly state: 'not-allowed' }
  /** No chat tab. */
  | { readonly state: 'closed' };

export type HealthState = Health['state'];
