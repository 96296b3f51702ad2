import { expect, test } from 'vitest';
import { cellAt, cellCentre, extentOf, isTooFine, tilesOf } from '../../src/basins/cells.ts';
import { createCollection } from '../../src/basins/collect.ts';
import { countBasins } from '../../src/basins/count.ts';
import { restOf } from '../../src/basins/rest.ts';
import { DIVERGED, UNCONVERGED } from '../../src/basins/types.ts';

test('a geometric approach rests when what is left of it is within reach', () => {
  // x = 2⁻ᵗ: the disc about 2⁻⁸ is the last that it leaves, with 2⁻⁸ − 2⁻¹⁰ > 2e-3.
  const x = Float64Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 2 ** -(i / 2) : 0));
  expect(restOf(x, 30, 2e-3)).toBe(10);
  expect(restOf(x, 30, 10)).toBe(0);
  expect(restOf(x, 5, 1e-9)).toBe(4);
});

test('one that never stirs rests at once, one that circles never', () => {
  expect(restOf(new Float64Array(20), 10, 1e-3)).toBe(0);
  const circle = Float64Array.from({ length: 200 }, (_, i) => Math.sin(i / 2 + (i % 2) * 1.5));
  expect(restOf(circle, 100, 1e-3)).toBe(99);
});

test('tiles cover every cell once, from the middle outwards', () => {
  for (const size of [64, 100, 256]) {
    const cells = { window: [0, 1, 0, 1] as const, size };
    const seen = new Uint8Array(size * size);
    for (const tile of tilesOf(cells, 64)) {
      const { columns, rows } = extentOf(cells, tile);
      for (let i = 0; i < columns * rows; i++)
        seen[(tile.row + Math.floor(i / columns)) * size + tile.column + (i % columns)]!++;
    }
    expect(seen.every((times) => times === 1)).toBe(true);
  }
  const [first] = tilesOf({ window: [0, 1, 0, 1], size: 256 }, 64);
  expect([first!.column, first!.row].every((at) => at === 64 || at === 128)).toBe(true);
});

test('a place lies in the cell whose centre is nearest', () => {
  const cells = { window: [-6, 6, -3, 3] as const, size: 12 };
  expect(cellCentre(cells, 0, 0)).toEqual([-5.5, -2.75]);
  expect(cellAt(cells, -5.01, -2.51)).toEqual([0, 0]);
  expect(cellAt(cells, 5.99, 2.99)).toEqual([11, 11]);
  expect(cellAt(cells, 6.01, 0)).toBeNull();
});

test('float32 is too coarse where eight of its steps are a cell', () => {
  expect(isTooFine({ window: [3, 3 + 1e-3, 2, 2 + 1e-3], size: 256 })).toBe(false);
  expect(isTooFine({ window: [3, 3 + 1e-4, 2, 2 + 1e-4], size: 256 })).toBe(true);
});

test('a collection: minima of a tile’s own numbering find their places, cells not computed yet are those of the map before', () => {
  const searched = { formula: '(x^2 - 4)^2 + y^2', params: {}, domain: [-3, 3, -1, 1] as const };
  const window = searched.domain;
  const [left, right, far] = [-2, 2, 2.5].map((x) => ({ at: [x, 0] as const, f: 0 }));
  const coarse = createCollection(searched, { window, size: 2 });
  coarse.add([{ column: 0, row: 0, side: 2 }], {
    labels: Uint16Array.of(0, 1, DIVERGED, UNCONVERGED),
    rests: Uint16Array.of(1, 2, 3, 4),
    minima: [left!, right!],
  });
  const fine = createCollection(searched, { window, size: 4 }, coarse.map());
  const rows = ({ size, labels }: ReturnType<typeof fine.map>) =>
    Array.from({ length: size }, (_, row) => [...labels.slice(row * size, (row + 1) * size)]);
  const [d, u] = [DIVERGED, UNCONVERGED];
  expect(rows(fine.map())).toEqual([
    [0, 0, 1, 1],
    [0, 0, 1, 1],
    [d, d, u, u],
    [d, d, u, u],
  ]);
  fine.add([{ column: 2, row: 2, side: 2 }], {
    labels: Uint16Array.of(2, 1, 0, u),
    rests: Uint16Array.of(7, 7, 7, 7),
    minima: [left!, far!, { at: [2, 1e-5], f: 0 }],
  });
  expect(rows(fine.map()).slice(2)).toEqual([
    [d, d, 1, 2],
    [d, d, 0, u],
  ]);
  const counts = countBasins(fine.map());
  expect([counts.minima.map(({ count }) => count), counts.diverged, counts.unconverged]).toEqual([[5, 5, 1], 4, 1]);
});
