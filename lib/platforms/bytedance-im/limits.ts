/** Bytes of an id or of another value that is kept. */
export const valueCap = 128;

/** Messages and conversations in one exchange. The page asks for tens at a time. */
export const listCap = 10_000;

/** Entries of one `ext` map. The longest one recorded has about 40. */
export const entryCap = 512;
