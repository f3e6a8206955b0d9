/** A text that a spreadsheet takes for a formula begins with one of these. */
const FORMULA = /^[=+\-@\t\r]/;

/** A file of comma-separated values, as spreadsheets read it: nothing in it is taken for a formula. */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): Blob {
  const lines = [header, ...rows].map((row) => row.map(cell).join(','));
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return new Blob(['\ufeff', lines.join('\r\n'), '\r\n'], { type: 'text/csv;charset=utf-8' });
}

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
