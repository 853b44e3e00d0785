import { selectors, words } from './selectors';

/** The dialog that lies over an unchanged address once the sign-in has ended (tiktok-shop.md section 1). */
export function showsSignedOut(document: Document): boolean {
  return selectors.modal.some(({ css }) =>
    Array.from(document.querySelectorAll(css)).some(modal => {
      const text = (modal.textContent ?? '').slice(0, 2000).toLowerCase();
      return words.signedOut.some(words => text.includes(words));
    }),
  );
}
