/** What a test can tell the open page to do. */
export type PageOrder = { do: 'open'; conversation: string } | { do: 'sign-in-page' };
