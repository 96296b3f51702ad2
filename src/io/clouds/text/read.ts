import { createField } from '../columns.ts';
import { CloudError } from '../errors.ts';
import { checkCount } from '../limits.ts';
import type { Field, Notice, Reading } from '../types.ts';
import { createCells } from './cells.ts';
import { cellsOf, isComment, numberIn } from './dialect.ts';
import { linesOf, nextFilled } from './lines.ts';
import { coordinateOf, guessNames, isByteColour } from './names.ts';
import { readPreamble } from './preamble.ts';

const SLICE = 1 << 15;

/** At most this many points can follow: one a line. */
function countLines(bytes: Uint8Array, from: number): number {
  let count = 1;
  for (let i = from; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === 10 || (byte === 13 && bytes[i + 1] !== 10)) count++;
  }
  return count;
}

/** XYZ, TXT, ASC, CSV, PTS: a point a line; separator, header and comments are found out. All numbers are float64. */
export function* readText(bytes: Uint8Array): Reading {
  const lines = linesOf(bytes);
  const cells = createCells();
  const { names, promised, dialect, width } = readPreamble(lines, cells);
  const most = countLines(bytes, lines.start);
  checkCount(most, 'lines');
  const columns = Array.from({ length: width }, () => new Float64Array(most));
  let rows = 0;
  let comments = 0;
  do {
    if (isComment(lines)) {
      comments++;
      continue;
    }
    cellsOf(lines, dialect, cells);
    if (cells.count !== width) {
      throw new CloudError('column-count', { line: lines.line }, { found: cells.count, expected: width });
    }
    for (let i = 0; i < width; i++) columns[i]![rows] = numberIn(lines, cells, i, dialect);
    if (++rows % SLICE === 0) yield lines.next / bytes.length;
  } while (nextFilled(lines));
  if (promised !== null && promised !== rows) {
    throw new CloudError(
      promised > rows ? 'too-short' : 'surplus',
      { line: lines.line },
      { promised: `${promised} points` },
    );
  }
  const values = columns.map((column) => (rows === most ? column : column.slice(0, rows)));
  const notices: Notice[] = comments > 0 ? [{ id: 'comments', values: { lines: comments } }] : [];
  const fields = nameFields(names ?? guessNames(values), values, rows);
  return { fields, rows, triangles: null, notices };
}

/** Coordinates are named x, y, z; a name that stands twice gets a number; colours become bytes. */
function nameFields(names: readonly string[], columns: readonly Float64Array[], rows: number): Field[] {
  const seen = new Set<string>();
  return columns.map((values, i): Field => {
    const said = names[i]! === '' ? `column_${i + 1}` : names[i]!;
    let name = coordinateOf(said) ?? said;
    for (let n = 2; seen.has(name); n++) name = `${said}_${n}`;
    seen.add(name);
    if (!isByteColour(name, values)) return { name, type: 'float64', values };
    const field = createField(name, 'uint8', rows);
    field.values.set(values);
    return field;
  });
}
