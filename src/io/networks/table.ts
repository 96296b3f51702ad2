import { NetFileError } from './errors.ts';
import { checkBytes, limits } from './limits.ts';

/** Lines of cells, all as many; none is empty. */
export interface Table {
  /** The first line's cells where it is a header; else null. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** The 1-based line of each row. */
  readonly lines: readonly number[];
  /** Numbers are written with a decimal comma ("1,5;2,5"). */
  readonly decimalComma: boolean;
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const word = /^[+-]?(nan|inf(inity)?)$/i;

/** The number in a cell; NaN and infinities are read as such. Throws NetFileError where there is none. */
export function cellNumber(text: string, line: number, { decimalComma }: Pick<Table, 'decimalComma'>): number {
  const plain = decimalComma ? text.replace(',', '.') : text;
  if (decimal.test(plain)) return Number(plain);
  if (word.test(plain)) return /^[+-]?nan$/i.test(plain) ? NaN : plain.startsWith('-') ? -Infinity : Infinity;
  throw new NetFileError('not-a-number', { line }, { text: text.slice(0, 40) });
}

/**
 * CSV, with semicolons, tabs or blanks as well; lines that begin with # are comments. The first line is a header where none of its cells but the last is a number.
 * @throws NetFileError
 */
export function readTable(text: string): Table {
  checkBytes('The text', text.length, limits.text);
  const filled = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((raw, i) => ({ line: raw.trim(), number: i + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  const beyond = filled[limits.points + 1];
  if (beyond) {
    throw new NetFileError('too-many', { line: beyond.number }, { found: 'more', what: 'lines', limit: limits.points });
  }
  const separator = [';', ',', '\t'].find((one) => filled[0]?.line.includes(one)) ?? /\s+/;
  const rows = filled.map(({ line }) =>
    line.split(separator).map((cell) => cell.trim().replace(/^(["'])(.*)\1$/, '$2')),
  );
  const lines = filled.map(({ number }) => number);
  rows.forEach((cells, i) => {
    if (cells.some((cell) => cell.includes('\0'))) throw new NetFileError('unknown-file');
    const expected = rows[0]!.length;
    if (cells.length === expected) return;
    throw new NetFileError('column-count', { line: lines[i]! }, { found: cells.length, expected });
  });
  const decimalComma =
    separator === ';' && rows.slice(0, 50).some((cells) => cells.some((cell) => /^[+-]?\d+,\d+$/.test(cell)));
  const numeric = (cell: string) => decimal.test(decimalComma ? cell.replace(',', '.') : cell) || word.test(cell);
  const first = rows[0] ?? [];
  const isHeader = !first.slice(0, Math.max(1, first.length - 1)).some(numeric);
  const from = isHeader ? 1 : 0;
  if (rows.length === from) throw new NetFileError('no-rows');
  return { header: isHeader ? first : null, rows: rows.slice(from), lines: lines.slice(from), decimalComma };
}
