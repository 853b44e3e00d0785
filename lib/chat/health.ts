import type { Sense } from './message';

/** Whether a shop's chat page is really being seen. Never confuse "saw nothing" with "nothing there". */
export type Health =
  | { readonly state: 'watching' }
  /** One sense is blind; `why` is a key of components/health-words.ts. */
  | { readonly state: 'partly'; readonly blind: Sense; readonly why: string }
  /** `missing`: names of the selectors or fields whose every alternative failed. */
  | { readonly state: 'not-recognised'; readonly missing: readonly string[] }
  | { readonly state: 'signed-out' }
  /** No chat tab. */
  | { readonly state: 'closed' };

export type HealthState = Health['state'];
