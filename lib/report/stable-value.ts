// Values by which pages are recognised: they are the program's, not anybody's.
const ofThePage = /^(?:class|id|role|type|data-(?:testid|test-id|test|qa-id|qa|cy|kora|btm-id|e2e|role|type))$/;
/** A name as programs give them. */
const word = /^[A-Za-z_][\w-]{0,60}$/;

/**
 * What of an attribute's value is kept: of those by which pages are recognised the words that look like a program's own,
 * numbers in them blotted out; of a style the direction of a row, which tells whose bubble it is. Of all others, and of
 * what the page also says aloud, nothing.
 */
export function stableValue(name: string, value: string, said: ReadonlySet<string>): string {
  if (name === 'style') return /flex-direction:\s*row(?:-reverse)?\b/.exec(value)?.[0] ?? '';
  if (!ofThePage.test(name)) return '';
  const whole = value.trim();
  if (whole.length > 400 || said.has(whole.toLowerCase())) return '';
  return whole
    .split(/\s+/)
    .map(part => stablePart(part, said))
    .filter(part => part !== '')
    .join(' ');
}

/** One word of a value: `chat.card`, `list_items`, `inputArea_` before an id. */
function stablePart(part: string, said: ReadonlySet<string>): string {
  // What stands behind a colon, or is written in letters of no program, is somebody's.
  const [own = ''] = /^[\w.-]+/.exec(part) ?? [];
  const isWhole = own === part;
  const kept = isWhole ? own : own.replace(/[^_-]*$/, '');
  if (kept === '' || said.has(kept.toLowerCase())) return '';
  if (!kept.split('.').every(each => word.test(each) || each === '')) return '';
  // Two digits may be a place or a size; three and more an id.
  return kept.replace(/\d{3,}/g, '0');
}
