import * as v from 'valibot';
import { type PageSnapshot, type SnapshotChild, type SnapshotNode, someText } from './page-snapshot';

const tag = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/));
const attributes = v.record(v.pipe(v.string(), v.regex(/^[a-z][a-z_:-]{0,40}$/)), v.pipe(v.string(), v.maxLength(400)));

function isNode(raw: unknown, depth = 0): raw is SnapshotNode {
  if (!Array.isArray(raw) || depth > 100) return false;
  const [name, given, ...children] = raw;
  return (
    v.is(tag, name) &&
    v.is(attributes, given) &&
    children.every(child => child === someText || isNode(child, depth + 1))
  );
}

const schema = v.strictObject({
  is: v.literal('lekas-page'),
  version: v.literal(1),
  host: v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/)),
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  isCut: v.exactOptional(v.literal(true)),
  body: v.custom<SnapshotNode>(raw => isNode(raw)),
});

/** A snapshot from a tab or a file; `null` for anything else. */
export function readSnapshot(raw: unknown): PageSnapshot | null {
  const parsed = v.safeParse(schema, raw);
  return parsed.success ? parsed.output : null;
}

/** A snapshot as HTML, a line for each element: to be looked at, or opened again as a page. */
export function htmlOf({ body }: PageSnapshot): string {
  return linesOf(body, '').join('\n');
}

function linesOf([name, given, ...children]: SnapshotNode, indent: string): string[] {
  const written = Object.entries(given).map(([key, value]) =>
    value === '' ? ` ${key}` : ` ${key}="${escaped(value)}"`,
  );
  const open = `${indent}<${name}${written.join('')}>`;
  const inside = (child: SnapshotChild) =>
    child === someText ? [`${indent}  ${someText}`] : linesOf(child, `${indent}  `);
  if (children.length === 0) return [empty.has(name) ? open : `${open}</${name}>`];
  return [open, ...children.flatMap(inside), `${indent}</${name}>`];
}

const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr', 'area', 'col', 'embed', 'track']);

const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
