import { describe, expect, test } from 'vitest';
import { createLabeller } from '../../src/basins/label.ts';
import { minimaIn } from '../../src/basins/minima.ts';
import { DIVERGED, UNCONVERGED } from '../../src/basins/types.ts';
import { surfaceIds, surfaces } from '../../src/surfaces/index.ts';
import type { Domain, SurfaceDef } from '../../src/surfaces/types.ts';
import { surfaceSpec } from '../gpu/specs.ts';
import { plainMinima } from './plain.ts';

const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);
const places = (formula: string, domain: Domain) => minimaIn({ formula, domain, params: {} }).map(({ at }) => at);

test.each(surfaceIds)('%s: every known minimum inside its domain is found, at the known height', (id) => {
  const { minima, domain }: SurfaceDef = surfaces[id];
  const [x0, x1, y0, y1] = domain;
  const found = minimaIn(surfaceSpec(id));
  for (const { at, f } of minima) {
    // On the border f goes on falling: no path rests there.
    if (at[0] <= x0 || at[0] >= x1 || at[1] <= y0 || at[1] >= y1) continue;
    const nearest = [...found].sort((a, b) => distance(a.at, at) - distance(b.at, at))[0]!;
    expect(distance(nearest.at, at)).toBeLessThan(1e-6 * Math.max(1, x1 - x0));
    expect(nearest.f).toBeCloseTo(f, 5);
  }
});

describe('all there are, and nothing else', () => {
  test('Himmelblau: the four, from left to right, to ten digits', () => {
    const found = minimaIn(surfaceSpec('himmelblau'));
    expect(found).toHaveLength(4);
    found.forEach(({ at }, k) => expect(distance(at, plainMinima[k]!)).toBeLessThan(1e-10));
  });

  test('Rastrigin: 11 × 11, each its own, the middle one lowest', () => {
    const found = minimaIn(surfaceSpec('rastrigin'));
    expect(found).toHaveLength(121);
    expect(new Set(found.map(({ at }) => at.map(Math.round).join())).size).toBe(121);
    expect(distance(found[0]!.at, [0, 0])).toBeLessThan(1e-6);
  });

  test('the six of the six-hump camel in their heights', () => {
    const heights = minimaIn(surfaceSpec('six-hump-camel')).map(({ f }) => Number(f.toFixed(4)));
    expect(heights).toEqual([-1.0316, -1.0316, -0.2155, -0.2155, 2.1043, 2.1043]);
  });

  test('a saddle has none, nor has a slope', () => {
    expect(places('x^2 - y^2', [-2, 2, -2, 2])).toEqual([]);
    expect(places('x^3 - 3*x*y^2', [-2, 2, -2, 2])).toEqual([]);
    expect(places('x + y', [-2, 2, -2, 2])).toEqual([]);
  });

  test('a trough is one minimum, two troughs are two', () => {
    expect(places('(x + y)^2', [-2, 2, -2, 2])).toHaveLength(1);
    expect(places('(x^2 - 1)^2', [-2, 2, -2, 2])).toHaveLength(2);
  });

  test('a cusp and a bottom without curvature', () => {
    const [cusp, ...none] = places('sqrt((x - 0.3)^2 + y^2)', [-2, 2, -2, 2]);
    expect(none).toEqual([]);
    expect(distance(cusp!, [0.3, 0])).toBeLessThan(1e-6);
    const [flat, ...more] = places('x^4 + y^4', [-2, 2, -2, 2]);
    expect(more).toEqual([]);
    expect(distance(flat!, [0, 0])).toBeLessThan(1e-3);
  });

  test('two minima 0.01 apart are two', () => {
    const found = places('(x^2 - 0.000025)^2 * 1e8 + y^2', [-1, 1, -1, 1]);
    expect(found.map(([x]) => Number(x.toFixed(4)))).toEqual([-0.005, 0.005]);
  });
});

describe('labels', () => {
  const himmelblau = surfaceSpec('himmelblau');
  const known = minimaIn(himmelblau);

  test('within 1e-3 of a minimum it is reached; beyond, at rest elsewhere or on its way, it is not', () => {
    const { labelOf } = createLabeller(himmelblau, known);
    known.forEach(({ at: [x, y] }, k) => {
      for (let turn = 0; turn < 8; turn++) {
        const [c, s] = [Math.cos(turn), Math.sin(turn)];
        expect(labelOf(x + 0.9e-3 * c, y + 0.9e-3 * s)).toBe(k);
        expect(labelOf(x + 1.1e-3 * c, y + 1.1e-3 * s)).toBe(UNCONVERGED);
      }
    });
    // Its maximum, by the notes at (−0.270845, −0.923039): a path may rest there.
    expect(labelOf(-0.270845, -0.923039)).toBe(UNCONVERGED);
    expect(labelOf(0, 0)).toBe(UNCONVERGED);
  });

  test('what is no number, or beyond 1e30 in height, diverged', () => {
    const { labelOf } = createLabeller(himmelblau, known);
    for (const x of [NaN, Infinity, -Infinity, 1e20, 1e8]) expect(labelOf(x, 0)).toBe(DIVERGED);
    expect(labelOf(1e7, 0)).toBe(UNCONVERGED);
  });

  test('a minimum beyond the domain is found at a path’s end, once', () => {
    const labeller = createLabeller({ formula: '(x^2 - 4)^2 + y^2', params: {}, domain: [-3, 0, -1, 1] }, [
      { at: [-2, 0], f: 0 },
    ]);
    expect([labeller.labelOf(2.0002, 0), labeller.labelOf(1.9999, 1e-4), labeller.labelOf(-2, 0)]).toEqual([1, 1, 0]);
    expect(labeller.minima).toHaveLength(2);
    expect(distance(labeller.minima[1]!.at, [2, 0])).toBeLessThan(1e-9);
  });

  test('anywhere along a trough', () => {
    const trough = { formula: '(x + y)^2', params: {}, domain: [-2, 2, -2, 2] as const };
    const labeller = createLabeller(trough, minimaIn(trough));
    for (const x of [-1.7, 0.1, 1.3]) expect(labeller.labelOf(x, 1e-4 - x)).toBe(0);
    expect(labeller.minima).toHaveLength(1);
  });
});
