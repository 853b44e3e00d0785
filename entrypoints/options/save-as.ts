const types = { jsonl: 'application/jsonl', csv: 'text/csv', json: 'application/json' } as const;

/** Hands a text to the browser as a file. Its pieces are not joined in memory: a browser may keep them on disk. */
export async function saveAs(
  pieces: AsyncIterable<string> | Iterable<string>,
  name: string,
  ending: keyof typeof types,
): Promise<void> {
  const parts: Blob[] = [];
  for await (const piece of pieces) parts.push(new Blob([piece]));
  const url = URL.createObjectURL(new Blob(parts, { type: types[ending] }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.${ending}`;
  link.click();
  // The browser has taken it by then, or never will.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
