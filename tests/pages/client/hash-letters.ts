/** Six letters or digits out of a text, as a build puts them into class names (FNV-1a). */
export function hashLetters(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return hash.toString(36).padStart(6, '0').slice(0, 6);
}
