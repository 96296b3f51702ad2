import { putNumber } from '../columns.ts';
import { CloudError } from '../errors.ts';
import type { Field } from '../types.ts';
import { cellNumber, createCells, splitCells } from './cells.ts';
import { nextFilled } from './lines.ts';
import type { Lines } from './lines.ts';

const SLICE = 1 << 15;

/** Reads `count` lines of numbers, one cell a column; a column that is null is checked and left out. */
export function* readRows(
  lines: Lines,
  count: number,
  columns: readonly (Field | null)[],
  promised: string,
): Generator<number, void, void> {
  const cells = createCells();
  for (let row = 0; row < count; row++) {
    if (row % SLICE === SLICE - 1) yield lines.next / lines.bytes.length;
    if (!nextFilled(lines)) throw new CloudError('too-short', { line: lines.line }, { promised });
    splitCells(lines.bytes, lines.start, lines.end, null, cells);
    if (cells.count !== columns.length) {
      throw new CloudError('column-count', { line: lines.line }, { found: cells.count, expected: columns.length });
    }
    for (let i = 0; i < columns.length; i++) {
      const value = cellNumber(lines, cells, i);
      const field = columns[i];
      if (field) putNumber(field, row, value, lines.line);
    }
  }
}

/** A text may end in empty lines and in nothing else. */
export function expectEnd(lines: Lines, promised: string): void {
  if (nextFilled(lines)) throw new CloudError('surplus', { line: lines.line }, { promised });
}
