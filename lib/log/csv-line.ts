// Some look behind spaces, and take the wide forms that Chinese and Japanese keyboards write for the narrow ones.
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/**
 * One line of a table that any spreadsheet opens. Every text is quoted, and one that a spreadsheet would take for a formula
 * gets an apostrophe in front: a buyer may be called `=HYPERLINK(…)`.
 */
export function csvLine(fields: readonly (string | number | boolean | null)[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

function field(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
