import { expect, test } from 'vitest';
import { contourLines } from '../../../scenes/optimizers/book/contourLines.ts';

const bowl = {
  formula: 'x^2/anisotropy + y^2',
  params: { anisotropy: 20 },
  domain: [-10, 10, -10, 10],
  top: 7,
  size: 201,
  log: null,
} as const;

test("the bowl's lines are the ellipses x²/20 + y² = level", () => {
  const lines = contourLines(bowl);
  expect(lines.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  for (const { level, pieces } of lines) {
    // √(20·level) reaches the border x = ±10 from level 5 on (exactly, at 5): there a line falls into two arcs.
    expect(pieces.length).toBe(level < 5 ? 1 : level > 5 ? 2 : pieces.length);
    for (const piece of pieces) {
      for (let k = 0; k < piece.length; k += 2) {
        const [x, y] = [piece[k] as number, piece[k + 1] as number];
        // Linear between samples h = 0.1 apart: off by at most f''h²/8 = 2·0.01/8 in f.
        expect(Math.abs(x ** 2 / 20 + y ** 2 - level)).toBeLessThanOrEqual(0.0025 + 1e-12);
      }
    }
  }
});

test('no line runs along the border, where d3 closes its rings', () => {
  const tilted = contourLines({ formula: 'x + 10*y', params: {}, domain: [0, 1, 0, 1], top: 11, size: 11, log: null });
  for (const { level, pieces } of tilted) {
    expect(pieces).toHaveLength(1);
    const [piece] = pieces as [Float64Array];
    for (let k = 0; k < piece.length; k += 2) {
      // f is linear, so interpolation is exact up to rounding.
      expect((piece[k] as number) + 10 * (piece[k + 1] as number)).toBeCloseTo(level, 12);
    }
  }
});

test('lines stop at `top`, and a pole breaks nothing', () => {
  expect(
    contourLines({ ...bowl, top: 2 })
      .map(({ level }) => level)
      .at(-1),
  ).toBe(2);
  const pole = contourLines({
    formula: '1/(x^2 + y^2)',
    params: {},
    domain: [-1, 1, -1, 1],
    top: 4,
    size: 41,
    log: null,
  });
  for (const { pieces } of pole) for (const piece of pieces) expect(piece.every(Number.isFinite)).toBe(true);
});
