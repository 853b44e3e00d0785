import type { Layout } from './look.ts';

/** What a test can tell the open page to do. */
export type PageOrder =
  | { do: 'list-again' }
  | { do: 'open'; conversation: string }
  | { do: 'send'; conversation: string; text: string }
  | { do: 'sign-out'; how: 'redirect' | 'calls-fail' }
  | { do: 'layout'; layout: Layout };
