import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface OnDisk {
  readonly files: number;
  readonly bytes: number;
  /** What was found, by file. */
  readonly found: readonly { readonly file: string; readonly text: string }[];
}

/** Characters of a piece that is looked for. */
const piece = 16;

/**
 * Looks through every file of a folder for texts, in each way a browser may write them: UTF-8, UTF-16 of either order. A
 * database packs its blocks (Snappy, LZ4), which writes down what stands nowhere before it as it is, and the rest as a pointer
 * to it: so every piece of a text is looked for, not only the whole. What a block says by pointers alone is not found here;
 * reading the database itself is the other half of the proof.
 */
export async function textsOnDisk(folder: string, texts: readonly string[]): Promise<OnDisk> {
  const wanted = texts.flatMap(text => piecesOf(text).flatMap(part => bytesOf(part).map(bytes => ({ text, bytes }))));
  const found: { file: string; text: string }[] = [];
  let files = 0;
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // A browser that runs makes files and takes them away.
    const content = await readFile(path).catch(() => null);
    if (!content || !(await stat(path).catch(() => null))) continue;
    files++;
    bytes += content.length;
    const here = new Set(wanted.filter(one => content.includes(one.bytes)).map(({ text }) => text));
    for (const text of here) found.push({ file: path.slice(folder.length + 1), text });
  }
  return { files, bytes, found };
}

function piecesOf(text: string): string[] {
  if (text.length <= piece) return [text];
  const starts = Array.from({ length: Math.ceil((text.length - piece) / (piece / 2)) + 1 }, (_, i) => (i * piece) / 2);
  return starts.map(start =>
    text.slice(Math.min(start, text.length - piece), Math.min(start, text.length - piece) + piece),
  );
}

function bytesOf(text: string): Buffer[] {
  const little = Buffer.from(text, 'utf16le');
  return [Buffer.from(text, 'utf8'), little, Buffer.from(little).swap16()];
}
