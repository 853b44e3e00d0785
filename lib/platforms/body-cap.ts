/** Bytes of an exchange, before and after unpacking; characters of a text (bytedance-im.md section 3). */
export const bodyCap = 4 * 1024 * 1024;
