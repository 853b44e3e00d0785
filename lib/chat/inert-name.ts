/**
 * What turns text around or hides it: marks of direction, invisible spaces and joints, soft hyphens, tags. The two joiners stay:
 * names in several scripts, and many pictures, are written with them.
 */
const hidden =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** Control characters and line ends of every kind, and spaces around them: a name has one line. */
const breaks = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;

/**
 * A name that a page gave, as it is kept and shown: one line of text that does nothing to the text around it, wherever it
 * is put. Empty where nothing of it can be seen.
 */
export function inertName(name: string): string {
  return name.toWellFormed().replace(hidden, '').replace(breaks, ' ').trim();
}
