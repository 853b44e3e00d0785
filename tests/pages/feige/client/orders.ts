import type { Layout } from './look.ts';

/** Where a workbench without a sign-in goes. */
export type Bounce = 'sign-in-page' | 'home';

/** What a test can tell the open page to do. */
export type PageOrder =
  | { do: 'refresh' }
  | { do: 'empty' }
  | { do: 'leave'; to: Bounce }
  | { do: 'layout'; layout: Layout }
  | { do: 'open'; conversation: string }
  | { do: 'draft'; conversation: string; text: string };
