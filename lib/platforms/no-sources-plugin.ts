interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface Property extends Node {
  readonly key: { readonly name?: string };
  readonly computed: boolean;
}

/** What the bundler lends to a plugin: its own parser. */
interface Bundler {
  parse(code: string): Node;
}

/** What a list says for people alone, by the folder it stands in. */
const forPeople: readonly (readonly [RegExp, ReadonlySet<string | undefined>])[] = [
  [/\/lib\/rules\/[\w-]+\.ts$/, new Set(['source', 'confidence'])],
  [/\/lib\/platforms\/[\w/-]+\.ts$/, new Set(['good'])],
];

/**
 * For a bundler: rules without where each was read and how sure that is, and what is looked for in a page without when it was last
 * found so. People read it in the list, and tests see that it is there; no screen shows it, and nothing goes by it.
 */
export function noSources() {
  return {
    name: 'lekas:no-sources',
    transform(this: Bundler, source: string, id: string) {
      const names = forPeople.find(([path]) => path.test(id))?.[1];
      if (!names) return null;
      const left = propertiesIn(this.parse(source)).filter(({ key, computed }) => !computed && names.has(key.name));
      let code = source;
      // From the last on, so that what comes before keeps its place.
      for (const { start, end } of left.sort((a, b) => b.start - a.start)) {
        code = code.slice(0, start) + code.slice(end).replace(/^\s*,/, '');
      }
      return left.length === 0 ? null : { code, map: null };
    },
  };
}

/** The properties of all objects that are written in a module. */
function propertiesIn(node: unknown): Property[] {
  if (Array.isArray(node)) return node.flatMap(propertiesIn);
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(propertiesIn);
  const { type, properties } = node as { readonly type?: unknown; readonly properties?: readonly Property[] };
  return type === 'ObjectExpression' ? [...inner, ...(properties ?? []).filter(isProperty)] : inner;
}

const isProperty = ({ type }: Node) => type === 'Property';
