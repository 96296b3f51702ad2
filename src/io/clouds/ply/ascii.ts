import { putNumber } from '../columns.ts';
import { CloudError } from '../errors.ts';
import type { Faces } from '../faces.ts';
import { cellNumber, createCells, splitCells } from '../text/cells.ts';
import type { Cells } from '../text/cells.ts';
import { linesOf, nextFilled } from '../text/lines.ts';
import type { Lines } from '../text/lines.ts';
import { expectEnd, readRows } from '../text/rows.ts';
import type { Field } from '../types.ts';
import { cornersOf, isVertex, promisedBy } from './elements.ts';
import type { PlyHeader, PlyProperty } from './header.ts';

/** A row with lists in it: cells are taken one property after another. */
function takeRow(
  lines: Lines,
  cells: Cells,
  properties: readonly PlyProperty[],
  visit: (i: number, values: readonly number[]) => void,
): void {
  let at = 0;
  const values: number[] = [];
  const need = (count: number): void => {
    if (at + count > cells.count) {
      throw new CloudError('column-count', { line: lines.line }, { found: cells.count, expected: at + count });
    }
  };
  properties.forEach(({ lengthType }, i) => {
    let length = 1;
    if (lengthType !== null) {
      need(1);
      length = cellNumber(lines, cells, at++);
      if (!Number.isInteger(length) || length < 0) throw new CloudError('bad-list', { line: lines.line }, { length });
    }
    need(length);
    values.length = 0;
    for (let k = 0; k < length; k++) values.push(cellNumber(lines, cells, at++));
    visit(i, values);
  });
  if (at !== cells.count) {
    throw new CloudError('column-count', { line: lines.line }, { found: cells.count, expected: at });
  }
}

/** One element a line. `makeColumns` is called only when the file can hold what its header promises. */
export function* readAsciiBody(
  bytes: Uint8Array,
  { elements, body, line }: PlyHeader,
  makeColumns: () => readonly (Field | null)[],
  faces: Faces,
): Generator<number, readonly (Field | null)[], void> {
  const promised = promisedBy(elements);
  // A row takes two bytes a property: a digit and a blank or the line's end, which the last line may lack.
  const least = elements.reduce((sum, { count, properties }) => sum + count * 2 * properties.length, 0);
  if (least > bytes.length - body + 1) throw new CloudError('too-short', { byte: bytes.length }, { promised });
  const columns = makeColumns();
  const lines = linesOf(bytes, body, line);
  const cells = createCells();
  for (const element of elements) {
    const { count, properties } = element;
    if (properties.every(({ lengthType }) => lengthType === null)) {
      yield* readRows(lines, count, isVertex(element) ? columns : properties.map(() => null), promised);
      continue;
    }
    const cornerProperty = cornersOf(element);
    for (let row = 0; row < count; row++) {
      if (row % 32_768 === 32_767) yield lines.next / bytes.length;
      if (!nextFilled(lines)) throw new CloudError('too-short', { line: lines.line }, { promised });
      splitCells(bytes, lines.start, lines.end, null, cells);
      takeRow(lines, cells, properties, (i, values) => {
        const field = isVertex(element) ? columns[i] : null;
        if (field) putNumber(field, row, values[0]!, lines.line);
        if (i === cornerProperty) faces.add(values, { line: lines.line });
      });
    }
  }
  expectEnd(lines, promised);
  return columns;
}
