/** A short name for a text, the same on every computer: FNV-1a of 64 bits, from which the text cannot be read back. */
export function printOf(text: string): string {
  let print = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    print = BigInt.asUintN(64, (print ^ BigInt(byte)) * 0x100000001b3n);
  }
  return print.toString(36);
}
