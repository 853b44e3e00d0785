import { blobOf, type FileEnding } from '@/lib/backup/blob-of';

/** Hands a text to the browser as a file. */
export async function saveAs(
  pieces: AsyncIterable<string> | Iterable<string>,
  name: string,
  ending: FileEnding,
): Promise<void> {
  const url = URL.createObjectURL(await blobOf(pieces, ending));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.${ending}`;
  link.click();
  // The browser has taken it by then, or never will.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
