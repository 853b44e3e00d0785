// The package types its whole, but not this file of it; imported alone it leaves the other decompressors behind.
declare module 'hyparquet-compressors/src/lz4.js' {
  /** One LZ4 block. The length must be exact: nothing inside checks it. */
  export function decompressLz4Raw(input: Uint8Array, outputLength: number): Uint8Array;
}
