import { usedWords } from '../../lib/i18n/used-words-plugin.ts';

/** Leaves in what `load-popup-words` brings in only what the popup can say. `root`: the folder of the sources. */
export const popupWords = (root: string) =>
  usedWords(root, 'entrypoints/popup/open-popup.tsx', { query: 'popup', failuresOf: 'entrypoints/background.ts' });
