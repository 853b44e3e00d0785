const types = { jsonl: 'application/jsonl', csv: 'text/csv', json: 'application/json' } as const;

export type FileEnding = keyof typeof types;

/** A text as a file. Its pieces are not joined in memory: a browser may keep them on disk. */
export async function blobOf(pieces: AsyncIterable<string> | Iterable<string>, ending: FileEnding): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const piece of pieces) parts.push(new Blob([piece]));
  return new Blob(parts, { type: types[ending] });
}
