/** Rows as CSV (RFC 4180): CRLF, quotes doubled. A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | number): string {
  // Numbers are our own; what a partner wrote may only look like one.
  const text = typeof value === 'number' ? String(value) : harmless(value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets skip blanks and signs that are not seen, and know wide signs, too; some split at semicolons and tabs. */
function harmless(text: string): string {
  const first = /^[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return first.replace(/([;\t\r\n])(?=[\s\p{Cc}\p{Cf}"]{0,20}[=+\-@＝＋－＠])/gu, "$1'");
}
