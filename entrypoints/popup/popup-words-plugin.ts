import { usedWords } from '../../lib/i18n/used-words-plugin.ts';

/**
 * Leaves in what `load-popup-words` brings in only what the popup can say. What is wrong with a rule or a figure that was entered is
 * said where they are entered, and that is no popup. `root`: the folder of the sources.
 */
export const popupWords = (root: string) =>
  usedWords(root, 'entrypoints/popup/open-popup.tsx', {
    query: 'popup',
    failuresOf: 'entrypoints/background.ts',
    unsaid: /^(?:rule|official)_\w+_error$/,
  });
