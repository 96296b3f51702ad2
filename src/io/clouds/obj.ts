import { CloudError } from './errors.ts';
import { createFaces } from './faces.ts';
import { createGrowable } from './growable.ts';
import { cellNumber, cellText, createCells, splitCells } from './text/cells.ts';
import type { Cells } from './text/cells.ts';
import { linesOf, nextFilled } from './text/lines.ts';
import type { Lines } from './text/lines.ts';
import type { Field, Notice, Reading } from './types.ts';

/**
 * Statements of Wavefront OBJ that move no point and are stepped over. One that stands nowhere in the format is an error: a damaged
 * "v" would lose a vertex, and every face after it would mean another.
 */
const ignored = new Set(
  `vt vn vp p l curv curv2 surf parm trim hole scrv sp end con g s mg o bevel c_interp d_interp lod usemtl mtllib maplib usemap
  shadow_obj trace_obj ctech stech cstype deg bmat step`.split(/\s+/),
);

/** Three or more cells that are all numbers, one with a point: no name and no index looks so, but a vertex whose "v" was damaged does. */
function likePoint(lines: Lines, cells: Cells, from: number): boolean {
  const texts = Array.from({ length: cells.count - from }, (_, i) => cellText(lines, cells, from + i));
  return (
    texts.length >= 3 &&
    texts.every((text) => /^[-+]?[\d.]+(e[-+]?\d+)?$/i.test(text)) &&
    texts.some((text) => text.includes('.'))
  );
}

/** Wavefront OBJ: v (with w or with red, green, blue behind) and f (negative indices count back from the last vertex). */
export function* readObj(bytes: Uint8Array): Reading {
  const lines = linesOf(bytes);
  const cells = createCells();
  const columns = Array.from({ length: 6 }, createGrowable);
  const rowCount = () => columns[0]!.length;
  // A face may name a vertex further down: which there are is known only at the end.
  let rows = Infinity;
  const faces = createFaces(() => rows);
  let highest = { index: -1, line: 0 };
  let width = 0;
  let statements = 0;
  let comments = 0;
  const corners: number[] = [];
  while (nextFilled(lines)) {
    if (++statements % 32_768 === 0) yield lines.next / bytes.length;
    if (bytes[lines.start] === 35) {
      splitCells(bytes, lines.start + 1, lines.end, null, cells);
      if (likePoint(lines, cells, 0)) comments++;
      continue;
    }
    const first = lines.line;
    splitCells(bytes, lines.start, lines.end, null, cells);
    const keyword = cellText(lines, cells, 0);
    if (keyword === 'v') {
      const found = cells.count - 1;
      if (width === 0) width = found;
      if (found !== width || ![3, 4, 6, 7].includes(found)) {
        throw new CloudError(
          'column-count',
          { line: first },
          { found, expected: width === found ? '3, 4, 6 or 7' : width },
        );
      }
      const colour = found - 3;
      for (let i = 0; i < 3; i++) {
        columns[i]!.push(cellNumber(lines, cells, 1 + i));
        if (found >= 6) columns[3 + i]!.push(cellNumber(lines, cells, 1 + colour + i));
      }
      if (found % 3 === 1) cellNumber(lines, cells, 4);
    } else if (keyword === 'f') {
      corners.length = 0;
      for (let i = 1; i < cells.count; i++) {
        const text = cellText(lines, cells, i);
        const match = /^(-?\d+)(\/(-?\d+)?(\/(-?\d+)?)?)?$/.exec(text);
        if (!match) throw new CloudError('not-a-number', { line: first }, { text: text.slice(0, 40) });
        const said = Number(match[1]);
        const index = said < 0 ? rowCount() + said : said - 1;
        if (index < 0) throw new CloudError('index', { line: first }, { index: said, count: rowCount() });
        if (index > highest.index) highest = { index, line: first };
        corners.push(index);
      }
      faces.add(corners, { line: first });
    } else if (!ignored.has(keyword) || (keyword.length === 1 && likePoint(lines, cells, 1))) {
      throw new CloudError(
        'grammar',
        { line: first },
        { expected: 'v, f or another statement of OBJ', found: keyword.slice(0, 40) },
      );
    }
    // A backslash at its end continues a statement that is stepped over; v and f with one fail above, as numbers.
    while (bytes[lines.end - 1] === 92 && nextFilled(lines));
  }
  rows = rowCount();
  if (highest.index >= rows)
    throw new CloudError('index', { line: highest.line }, { index: highest.index + 1, count: rows });
  const names = ['x', 'y', 'z', 'red', 'green', 'blue'].slice(0, width >= 6 ? 6 : 3);
  const fields = names.map((name, i): Field => ({ name, type: 'float64', values: columns[i]!.values() }));
  const notices: Notice[] = comments > 0 ? [{ id: 'comments', values: { lines: comments } }] : [];
  return { fields, rows, triangles: faces.triangles(), notices };
}
