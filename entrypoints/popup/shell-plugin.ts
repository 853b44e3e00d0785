import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const place = '<!-- the shell of the popup -->';

/**
 * Puts the shell, which stands until the log was read, into the pages that show the popup: it is part of their HTML, so
 * that it is there before any script, and written once.
 */
export function popupShell() {
  const shell = fileURLToPath(new URL('./shell.html', import.meta.url));
  return {
    name: 'lekas:popup-shell',
    transformIndexHtml: {
      order: 'pre' as const,
      handler: (html: string) => html.replace(place, () => readFileSync(shell, 'utf8')),
    },
  };
}
