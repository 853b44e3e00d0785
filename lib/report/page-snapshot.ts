import { stableValue } from './stable-value';

/** An element: its tag, its attributes, and what is in it; `…` stands for a text, whatever it says. */
export type SnapshotNode = readonly [tag: string, attributes: Readonly<Record<string, string>>, ...SnapshotChild[]];
export type SnapshotChild = SnapshotNode | typeof someText;

/** How a page is made: structure alone, without a text, a name or an id of anybody. */
export interface PageSnapshot {
  readonly is: 'lekas-page';
  readonly version: 1;
  /** The host alone: what follows it may name a shop. */
  readonly host: string;
  /** The day (UTC) on which the page was made so. */
  readonly day: string;
  /** More elements than are kept were there. */
  readonly isCut?: true;
  readonly body: SnapshotNode;
}

export const someText = '…';

/** Elements of one snapshot. A chat page has some thousand. */
const mostElements = 6000;
const deepest = 80;

// What is in them is no structure of the page, or might hold anything.
const closed = new Set([
  'script',
  'style',
  'svg',
  'noscript',
  'iframe',
  'object',
  'canvas',
  'template',
  'video',
  'audio',
]);

/** Takes the structure of a page at `at`, ms. Reads only; never throws at what the page is made of. */
export function pageSnapshot(document: Document, host: string, at: number): PageSnapshot {
  const said = textsOf(document);
  let count = 0;
  let isCut = false;

  function nodeOf(element: Element, depth: number): SnapshotNode {
    count++;
    const tag = tagOf(element);
    const children: SnapshotChild[] = [];
    if (!closed.has(tag)) {
      for (const child of Array.from(element.childNodes)) {
        if (child.nodeType === 3 && (child.nodeValue ?? '').trim() !== '' && children.at(-1) !== someText) {
          children.push(someText);
        } else if (child.nodeType === 1) {
          if (count >= mostElements || depth >= deepest) isCut = true;
          // Of node type 1 there are elements only.
          else children.push(nodeOf(child as Element, depth + 1));
        }
      }
    }
    return [tag, attributesOf(element, said), ...children];
  }

  const body: SnapshotNode = document.body ? nodeOf(document.body, 0) : ['body', {}];
  const day = new Date(at).toISOString().slice(0, 10);
  return { is: 'lekas-page', version: 1, host, day, ...(isCut ? { isCut: true as const } : {}), body };
}

function tagOf({ localName }: Element): string {
  return /^[a-z][a-z0-9-]{0,40}$/.test(localName) && !/\d{3}/.test(localName) ? localName : 'div';
}

function attributesOf(element: Element, said: ReadonlySet<string>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const { name, value } of Array.from(element.attributes)) {
    if (!/^[a-z][a-z_:-]{0,40}$/.test(name)) continue;
    kept[name] = stableValue(name, value, said);
  }
  return kept;
}

/** All that the page says, in texts and in attributes that people read: no value of an attribute that says the same is kept. */
function textsOf(document: Document): Set<string> {
  const said = new Set<string>();
  const walker = document.createTreeWalker(document.body ?? document, 4 /* NodeFilter.SHOW_TEXT */);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    said.add((node.nodeValue ?? '').trim().toLowerCase());
  for (const element of Array.from(document.querySelectorAll('[title], [alt], [aria-label], [value]'))) {
    for (const name of ['title', 'alt', 'aria-label', 'value']) {
      said.add((element.getAttribute(name) ?? '').trim().toLowerCase());
    }
  }
  said.delete('');
  return said;
}
