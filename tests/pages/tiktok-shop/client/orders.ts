import type { Layout } from './look.ts';

/** What a test can tell the open page to do. */
export type PageOrder =
  | { do: 'reorder'; seed: number }
  | { do: 'empty' }
  | { do: 'sign-out'; how: 'dialog' | 'sign-in-page' }
  | { do: 'layout'; layout: Layout };
