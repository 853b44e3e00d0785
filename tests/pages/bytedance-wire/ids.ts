/**
 * Ids of 19 digits, as the platform's: seconds above, a scattered counter below. The counter's factor is odd, so no two
 * numbers of one second meet.
 */
export function idMaker(): (atMs: number) => string {
  let count = 0;
  return atMs => {
    count += 1;
    const seconds = BigInt(Math.floor(atMs / 1000) & 0x7fffffff);
    return String((seconds << 32n) + BigInt(Math.imul(count, 0x9e3779b1) >>> 0));
  };
}
