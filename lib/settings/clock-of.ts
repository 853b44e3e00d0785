/** A time as it was typed, `8:00` or `08.00`, as rules have it: `08:00`. What is no time stays, and is refused as such. */
export function clockOf(typed: string): string {
  const found = /^(\d{1,2})[:.：](\d\d)$/.exec(typed.trim());
  return found ? `${found[1]?.padStart(2, '0')}:${found[2]}` : typed.trim();
}
