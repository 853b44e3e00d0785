import type { PageLook } from './look.ts';
import type { PageView } from './page-view.ts';
import { rowTime, waitedLabel } from './time-labels.ts';

const lineHeightPx = 40;

/** Paints the rows instead of writing them: a list that a person reads and no script does. */
export function drawList(items: HTMLElement, view: PageView, look: PageLook): void {
  const canvas = items.querySelector('canvas') ?? items.ownerDocument.createElement('canvas');
  if (canvas.parentElement === null) items.append(canvas);
  canvas.width = 320;
  canvas.height = Math.max(1, view.rows.length) * lineHeightPx;
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.font = '14px sans-serif';
  view.rows.forEach((row, i) => {
    const now = look.now();
    const waited = row.waitingSinceS === undefined ? undefined : now - row.waitingSinceS * 1000;
    pen.fillText(row.name, 16, i * lineHeightPx + 24);
    pen.fillText(waited === undefined ? rowTime(row.at, now) : waitedLabel(waited), 240, i * lineHeightPx + 24);
  });
}
