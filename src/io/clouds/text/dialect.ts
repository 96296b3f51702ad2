import { cellNumber, cellText, createCells, splitCells } from './cells.ts';
import type { Cells, Separator } from './cells.ts';
import type { Lines } from './lines.ts';

const COMMA = 44;
const POINT = 46;
const SEMICOLON = 59;

/** How a table of numbers is written, as its first line of numbers shows it. */
export interface Dialect {
  readonly separator: Separator;
  /** Numbers are written with a decimal comma ("1,5;2,5;3,0"). */
  readonly decimalComma: boolean;
  /** Lines end with a separator that adds no cell ("1,2,3,"). */
  readonly open: boolean;
}

/** Comments begin with #, //, % or !. */
export function isComment({ bytes, start }: Lines): boolean {
  const byte = bytes[start];
  return byte === 35 || byte === 37 || byte === 33 || (byte === 47 && bytes[start + 1] === 47);
}

/** A semicolon beats a comma (which then is decimal), a comma beats blanks; tabs are blanks. */
export function dialectOf({ bytes, start, end }: Lines): Dialect {
  const line = bytes.subarray(start, end);
  const semicolon = line.includes(SEMICOLON);
  const comma = line.includes(COMMA);
  return { separator: semicolon ? SEMICOLON : comma ? COMMA : null, decimalComma: semicolon && comma, open: false };
}

const isEmpty = ({ spans }: Cells, i: number): boolean => spans[2 * i] === spans[2 * i + 1];

export const endsEmpty = (cells: Cells): boolean => cells.count > 1 && isEmpty(cells, cells.count - 1);

/** The cells of the current line. */
export function cellsOf(lines: Lines, { separator, open }: Dialect, cells: Cells): void {
  splitCells(lines.bytes, lines.start, lines.end, separator, cells);
  if (open && endsEmpty(cells)) cells.count--;
}

/** An empty cell is NaN; with a decimal comma the cell is copied with a point in its place. */
export function numberIn(lines: Lines, cells: Cells, i: number, { separator, decimalComma }: Dialect): number {
  const from = cells.spans[2 * i]!;
  const to = cells.spans[2 * i + 1]!;
  if (separator !== null && from === to) return NaN;
  if (!decimalComma) return cellNumber(lines, cells, i);
  const bytes = lines.bytes.slice(from, to).map((byte) => (byte === COMMA ? POINT : byte));
  return cellNumber({ ...lines, bytes }, { count: 1, spans: Uint32Array.of(0, bytes.length) }, 0);
}

/** Names in a header line, or in the comment before the points (CloudCompare's "//X Y Z R G B"). */
export function namesOf(lines: Lines): string[] {
  let { start } = lines;
  while (start < lines.end && [35, 37, 33, 47].includes(lines.bytes[start]!)) start++;
  const inside = { ...lines, start };
  const cells = createCells();
  cellsOf(inside, dialectOf(inside), cells);
  return Array.from({ length: cells.count }, (_, i) =>
    cellText(inside, cells, i)
      .replace(/^["']|["']$/g, '')
      .trim(),
  );
}
