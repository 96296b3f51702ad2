/** A text as a cell of CSV (RFC 4180): in quotes where a comma, a quote or the end of a line stands in it. */
export function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
