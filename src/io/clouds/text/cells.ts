import { CloudError } from '../errors.ts';
import type { Lines } from './lines.ts';
import { parseNumber, textOf } from './number.ts';

/** A byte that parts cells, with blanks around it ignored; null: any run of blanks and tabs. */
export type Separator = number | null;

/** Bytes of the cells of one line: cell i is from spans[2i] to spans[2i + 1] − 1. */
export interface Cells {
  count: number;
  spans: Uint32Array;
}

export const createCells = (): Cells => ({ count: 0, spans: new Uint32Array(64) });

const blank = (byte: number | undefined): boolean => byte === 32 || byte === 9;

function push(cells: Cells, from: number, to: number): void {
  if (2 * cells.count + 2 > cells.spans.length) {
    const longer = new Uint32Array(2 * cells.spans.length);
    longer.set(cells.spans);
    cells.spans = longer;
  }
  cells.spans[2 * cells.count] = from;
  cells.spans[2 * cells.count + 1] = to;
  cells.count++;
}

/** Finds the cells of bytes from … to − 1; with a separator an empty cell counts. */
export function splitCells(bytes: Uint8Array, from: number, to: number, separator: Separator, cells: Cells): void {
  cells.count = 0;
  let at = from;
  if (separator === null) {
    while (at < to) {
      while (at < to && blank(bytes[at])) at++;
      if (at === to) return;
      const start = at;
      while (at < to && !blank(bytes[at])) at++;
      push(cells, start, at);
    }
    return;
  }
  for (;;) {
    while (at < to && blank(bytes[at])) at++;
    const start = at;
    while (at < to && bytes[at] !== separator) at++;
    let end = at;
    while (end > start && blank(bytes[end - 1])) end--;
    push(cells, start, end);
    if (at >= to) return;
    at++;
  }
}

/** The number in a cell; an error with its line where there is none. */
export function cellNumber(lines: Lines, cells: Cells, i: number): number {
  const from = cells.spans[2 * i]!;
  const to = cells.spans[2 * i + 1]!;
  const value = parseNumber(lines.bytes, from, to);
  if (value === undefined) {
    throw new CloudError(
      'not-a-number',
      { line: lines.line },
      { text: textOf(lines.bytes, from, Math.min(to, from + 40)) },
    );
  }
  return value;
}

export const cellText = (lines: Lines, cells: Cells, i: number): string =>
  textOf(lines.bytes, cells.spans[2 * i]!, cells.spans[2 * i + 1]!);
