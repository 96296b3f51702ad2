import { CloudError } from '../errors.ts';
import { checkCount } from '../limits.ts';
import type { Cells } from './cells.ts';
import { cellsOf, dialectOf, endsEmpty, isComment, namesOf, numberIn } from './dialect.ts';
import type { Dialect } from './dialect.ts';
import { nextFilled } from './lines.ts';
import type { Lines } from './lines.ts';
import { coordinateOf, nameCoordinates } from './names.ts';
import { textOf } from './number.ts';

/** What stands before the points. */
interface Preamble {
  readonly names: readonly string[] | null;
  /** PTS: the first line is the number of points. */
  readonly promised: number | null;
  readonly dialect: Dialect;
  readonly width: number;
}

/**
 * Stops on the first line of points. A line of words is a header only when it names x, y and z: else a damaged point would
 * become one.
 */
export function readPreamble(lines: Lines, cells: Cells): Preamble {
  let names: readonly string[] | null = null;
  let comment: readonly string[] | null = null;
  let promised: number | null = null;
  while (nextFilled(lines)) {
    if (isComment(lines)) {
      const words = namesOf(lines);
      if (nameCoordinates(words)) comment = words;
      continue;
    }
    const dialect = dialectOf(lines);
    cellsOf(lines, dialect, cells);
    if (areNumbers(lines, cells, dialect)) {
      const alone = textOf(lines.bytes, lines.start, lines.end);
      if (promised !== null || names !== null || !/^\d+$/.test(alone)) {
        return {
          ...fitNames(lines, cells, names, comment),
          promised,
          dialect: withEnd(dialect, cells, names ?? comment),
        };
      }
      promised = Number(alone);
      checkCount(promised, 'points');
      continue;
    }
    const words = namesOf(lines);
    if (names !== null || promised !== null || !nameCoordinates(words))
      refuseWords(lines, cells, dialect, words, names !== null);
    names = words;
  }
  throw new CloudError('no-points');
}

/** Lines that end with a separator, and no name for a cell behind it. */
const withEnd = (dialect: Dialect, cells: Cells, names: readonly string[] | null): Dialect => ({
  ...dialect,
  open: dialect.separator !== null && endsEmpty(cells) && !(names?.length === cells.count && names.at(-1) !== ''),
});

/** Names that fit the first line of points; the comment's only where it has as many. */
function fitNames(
  lines: Lines,
  cells: Cells,
  header: readonly string[] | null,
  comment: readonly string[] | null,
): { names: readonly string[] | null; width: number } {
  const closed = (list: readonly string[] | null) => (list?.at(-1) === '' ? list.slice(0, -1) : list);
  for (const [names, must] of [
    [header, true],
    [comment, false],
  ] as const) {
    if (names === null) continue;
    if (names.length === cells.count && !(endsEmpty(cells) && names.at(-1) === ''))
      return { names, width: cells.count };
    const found = cells.count - (endsEmpty(cells) ? 1 : 0);
    if (closed(names)?.length === found) return { names: closed(names), width: found };
    if (must)
      throw new CloudError('column-count', { line: lines.line }, { found: cells.count, expected: names.length });
  }
  const width = cells.count - (endsEmpty(cells) ? 1 : 0);
  if (width < 3) throw new CloudError('column-count', { line: lines.line }, { found: width, expected: '3 or more' });
  return { names: null, width };
}

/** A line before the points that is neither numbers nor a header: the first cell that is no number, or the names that are missing. */
function refuseWords(lines: Lines, cells: Cells, dialect: Dialect, words: readonly string[], second: boolean): never {
  if (!second && words.length >= 3 && words.every((word) => /^[a-z_]/i.test(word))) {
    const missing = ['x', 'y', 'z'].filter((axis) => !words.some((word) => coordinateOf(word) === axis)).join(', ');
    const found = words.join(', ').slice(0, 200);
    throw new CloudError('no-coordinates', { line: lines.line }, { missing: missing || 'x, y and z just once', found });
  }
  for (let i = 0; i < cells.count; i++) numberIn(lines, cells, i, dialect);
  throw new CloudError('column-count', { line: lines.line }, { found: 0, expected: '3 or more' });
}

/** Every cell is a number or empty, and one is a number. */
function areNumbers(lines: Lines, cells: Cells, dialect: Dialect): boolean {
  try {
    let some = false;
    for (let i = 0; i < cells.count; i++) {
      numberIn(lines, cells, i, dialect);
      some ||= cells.spans[2 * i]! < cells.spans[2 * i + 1]!;
    }
    return some;
  } catch (error) {
    if (error instanceof CloudError) return false;
    throw error;
  }
}
