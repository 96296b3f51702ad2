import { expect, test } from 'vitest';
import {
  doing,
  edited,
  noHistory,
  redoing,
  undoing,
  type Edit,
  type History,
} from '../../../src/reconstruction/cutout/edits.ts';
import { fillWithin } from '../../../src/reconstruction/cutout/fillWithin.ts';
import type { Mask } from '../../../src/reconstruction/cutout/types.ts';

const empty = (width: number, height: number): Mask => ({ alpha: new Uint8Array(width * height), width, height });

/** 0 off, # on, rows of a picture. */
const maskOf = (...rows: string[]): Mask => ({
  alpha: Uint8Array.from(rows.join(''), (pixel) => (pixel === '#' ? 255 : 0)),
  width: rows[0]!.length,
  height: rows.length,
});
const rowsOf = ({ alpha, width, height }: Mask) =>
  Array.from({ length: height }, (_, y) => Array.from(alpha.subarray(y * width, (y + 1) * width), (a) => (a >= 128 ? '#' : '.')).join('')); // prettier-ignore

/** A closed square outline, drawn by a brush. */
const square: Edit = { mode: 'paint', radius: 2, points: [10, 10, 30, 10, 30, 30, 10, 30, 10, 10] };
const open: Edit = { mode: 'paint', radius: 2, points: [10, 10, 30, 10, 30, 30, 10, 30, 10, 20] };

test('a fill stays within a thin outline, corners that touch included, and leaves what lies outside', () => {
  const ring = maskOf('.......', '..###..', '.#...#.', '.#...#.', '..###..', '......#');
  expect(rowsOf(fillWithin(ring, 3.5, 2.5)!)).toEqual([
    '.......',
    '..###..',
    '.#####.',
    '.#####.',
    '..###..',
    '......#',
  ]);
  expect(rowsOf(ring)[2]).toBe('.#...#.');
});

test('nothing is filled where the outline is open, on the object, or off the picture', () => {
  const gap = maskOf('.......', '..#.#..', '.#...#.', '..###..', '.......');
  expect(fillWithin(gap, 3.5, 2.5)).toBeNull();
  expect(fillWithin(gap, 2.5, 1.5)).toBeNull();
  for (const [x, y] of [[-1, 2], [3, 9], [7, 2], [Number.NaN, 1]] as const) expect(fillWithin(gap, x, y)).toBeNull(); // prettier-ignore
  expect(edited(edited(empty(40, 40), [open]), [{ mode: 'fill', x: 20, y: 20 }]).alpha[20 * 40 + 20]).toBe(0);
});

test('a filled brush outline has no seam under its soft edge', () => {
  const filled = edited(empty(40, 40), [square, { mode: 'fill', x: 20, y: 20 }]);
  for (let y = 10; y <= 30; y++) for (let x = 10; x <= 30; x++) expect(filled.alpha[y * 40 + x]).toBe(255);
  expect(filled.alpha[5 * 40 + 5]).toBe(0);
});

test('edits follow one another; undone and done again they give the very same mask; the mask itself stays', () => {
  const base = empty(40, 40);
  const edits: Edit[] = [
    square,
    { mode: 'fill', x: 20, y: 20 },
    { mode: 'erase', radius: 4, points: [20, 20] },
    { mode: 'clear' },
  ];
  let history: History<Edit> = noHistory;
  const seen: Uint8Array[] = [base.alpha.slice()];
  for (const edit of edits) {
    history = doing(history, edit);
    seen.push(edited(base, history.done).alpha);
  }
  expect(seen.at(-1)!.every((value) => value === 0)).toBe(true);
  for (let k = edits.length - 1; k >= 0; k--) {
    history = undoing(history);
    expect(edited(base, history.done).alpha).toEqual(seen[k]);
  }
  expect(undoing(history)).toEqual(history);
  expect(base.alpha.every((value) => value === 0)).toBe(true);
  for (const mask of seen.slice(1)) {
    history = redoing(history);
    expect(edited(base, history.done).alpha).toEqual(mask);
  }
  expect(redoing(history)).toEqual(history);
});

test('what was undone is gone once something else is done', () => {
  const history = doing(undoing(doing(doing(noHistory as History<string>, 'a'), 'b')), 'c');
  expect(history).toEqual({ done: ['a', 'c'], undone: [] });
});
