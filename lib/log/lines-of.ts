/** No row of ours comes near it; a file without line breaks is not read into memory to find that out. */
const longest = 16_384;

/** A line without its break; `null` for one that is too long to be ours, after which nothing follows. */
export type ReadLine = string | null;

/** The lines of a text that comes in pieces. Empty ones are passed over. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<ReadLine> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.length > longest) return yield null;
      if (line !== '') yield line;
    }
    if (rest.length > longest) return yield null;
  }
  if (rest !== '') yield rest;
}
