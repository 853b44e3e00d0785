/**
 * What is wrong with how a page is laid out, in words; nothing where all is well. Evaluated in the page:
 *
 * - it scrolls sideways, or a part of it does that is no frame around a table;
 * - what its address names is not in sight;
 * - words are cut off without an ellipsis. What does not fit may be left out whole;
 * - words lie on other words. What stays in place while the rest scrolls under it covers that, and is meant to.
 */
export const layoutFaults = `(() => {
  const faults = [];
  const name = element => element.tagName.toLowerCase() + [...element.classList].map(one => '.' + one).join('');
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) faults.push('the page is ' + wide + ' px wider than its window');

  const named = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (named) {
    const { left, top } = named.getBoundingClientRect();
    // The last of a page cannot come to its top.
    const isSeen = top > -1 && top < innerHeight - 24 && named.contains(document.elementFromPoint(left + 8, top + 8));
    if (!isSeen) faults.push(location.hash + ' is not in sight but at ' + Math.round(top));
  }

  // A pixel is rounding; the box of letters reaches a little over its line on both sides, and holds no ink there.
  const slack = 1.5;
  const reach = 0.25;
  const words = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const own = node.parentElement;
    if (!node.data.trim() || own.closest('script, style, select, .unseen, [hidden]')) continue;
    if (!own.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const kept = [];
    let floats = null;
    let isUnseen = false;
    for (let at = own; at && at !== document.documentElement; at = at.parentElement) {
      // One pixel, clipped: words for a screen reader.
      isUnseen ||= at.clientWidth === 1 && at.clientHeight === 1;
      if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) floats ??= at;
    }
    if (isUnseen) continue;
    for (const rect of range.getClientRects()) {
      let { left, right, top, bottom } = rect;
      if (right - left < 1 || bottom - top < 1) continue;
      for (let at = own; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const box = at.getBoundingClientRect();
        const edge = {
          left: box.left + at.clientLeft, top: box.top + at.clientTop,
          right: box.left + at.clientLeft + at.clientWidth, bottom: box.top + at.clientTop + at.clientHeight,
        };
        const isOut = right <= edge.left || left >= edge.right || bottom <= edge.top || top >= edge.bottom;
        const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
        const isCut = left < edge.left - slack || right > edge.right + slack ||
          (bottom - edge.bottom > (bottom - top) * reach && edge.bottom - top > (bottom - top) * reach);
        if (isCut && !isOut && !scrolls && style.textOverflow !== 'ellipsis') {
          faults.push('cut off in ' + name(at) + ': ' + name(own) + ' “' + node.data.trim().slice(0, 40) + '”');
        }
        left = Math.max(left, edge.left); right = Math.min(right, edge.right);
        top = Math.max(top, edge.top); bottom = Math.min(bottom, edge.bottom);
        if (right <= left || bottom <= top) break;
      }
      if (right > left && bottom > top) kept.push({ left, right, top, bottom });
    }
    for (const rect of kept) words.push({ ...rect, own, floats, text: node.data.trim().slice(0, 40) });
  }

  for (const element of document.body.querySelectorAll('*')) {
    if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) continue;
    if (!/auto|scroll/.test(getComputedStyle(element).overflowX) || element.closest('.table-frame')) continue;
    faults.push(name(element) + ' scrolls sideways');
  }
  for (const field of document.querySelectorAll('input:not([type=file], [type=checkbox], [type=radio], [type=range])')) {
    if (field.scrollWidth > field.clientWidth + 1) faults.push('cut off in a field: ' + field.name + ' “' + field.value + '”');
  }

  words.sort((a, b) => a.top - b.top);
  for (const [index, one] of words.entries()) {
    for (let next = index + 1; next < words.length && words[next].top < one.bottom - 2; next++) {
      const other = words[next];
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - other.top;
      if (across <= 2 || down <= 2 || one.own === other.own || one.floats !== other.floats) continue;
      // Lines of different sizes share a little of their boxes, never of their letters.
      const lower = Math.min(one.bottom - one.top, other.bottom - other.top);
      if (down < lower * 0.3) continue;
      faults.push('“' + one.text + '” lies on “' + other.text + '” in ' + name(other.own));
    }
  }
  return [...new Set(faults)];
})()`;
