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
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
