import { expect, test } from 'vitest';
import { compile, hessian } from '../../src/formula/index.ts';
import { defaultsOf, type ParamSpecs, type ParamValues } from '../../src/params/spec.ts';
import { surfaces } from '../../src/surfaces/index.ts';
import { objectiveOf, type Objective } from '../../src/surfaces/objective.ts';
import type { Domain, Point2, SurfaceDef } from '../../src/surfaces/types.ts';

/** Kinks at the minima of Ackley and Bukin 6: the gradient is 0/0 there, so they are verified by their neighbourhood. */
const KINKS: Readonly<Record<string, readonly Point2[]>> = { ackley: [[0, 0]], 'bukin-6': [[-10, 1]] };

/** What cancels at the minimum: its last bit is how exactly f is known there. */
const TERMS: Readonly<Record<string, number>> = { schwefel: 838 };

/** On the border of the domain f may fall on outwards: what must be 0 is the slope along it. Of each component: −1, 1 or 0 for inside. */
const outwards = ([x, y]: Point2, [x0, x1, y0, y1]: Domain): Point2 => [
  Number(x === x1) - Number(x === x0),
  Number(y === y1) - Number(y === y0),
];

/** The defaults, and each parameter at either end of its slider. */
function settings(specs: ParamSpecs): ParamValues[] {
  const base = defaultsOf(specs);
  return [
    base,
    ...Object.entries(specs).flatMap(([name, { min, max }]) => [min, max].map((v) => ({ ...base, [name]: v }))),
  ];
}

function eigenvalues(formula: string, params: ParamValues, [x, y]: Point2): [number, number] {
  const names = ['x', 'y', ...Object.keys(params)];
  const rows = hessian(objectiveOf(formula, params).expression, ['x', 'y']);
  const out = new Float64Array(4);
  compile(rows.flat(), names)(Float64Array.of(x, y, ...Object.values(params)), out);
  const [a, b, c, d] = out as unknown as [number, number, number, number];
  // Mixed derivatives come by two ways; they agree to rounding.
  expect(Math.abs(b - c)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(b)));
  const mean = (a + d) / 2;
  const spread = Math.hypot((a - d) / 2, b);
  return [mean - spread, mean + spread];
}

/** The end of a compass search, which needs no gradient: halve the step where no neighbour is lower. */
function descend(
  { value }: Objective,
  from: Point2,
  [x0, x1, y0, y1]: Domain,
  step: number,
): { at: Point2; f: number } {
  let [x, y] = from;
  let f = value(x, y);
  for (let h = step; h > 1e-10;) {
    let moved = false;
    for (const [dx, dy] of [
      [h, 0],
      [-h, 0],
      [0, h],
      [0, -h],
      [h, h],
      [-h, -h],
      [h, -h],
      [-h, h],
    ] as const) {
      const [nx, ny] = [Math.min(x1, Math.max(x0, x + dx)), Math.min(y1, Math.max(y0, y + dy))];
      const lower = value(nx, ny);
      if (lower < f) {
        [x, y, f, moved] = [nx, ny, lower, true];
        break;
      }
    }
    if (!moved) h /= 2;
  }
  return { at: [x, y], f };
}

/** Every sample of a grid that is not above its eight neighbours. */
function* gridMinima({ value }: Objective, [x0, x1, y0, y1]: Domain, size: number): Generator<Point2> {
  const at = (i: number, j: number): Point2 => [x0 + ((x1 - x0) * i) / (size - 1), y0 + ((y1 - y0) * j) / (size - 1)];
  const f = Float64Array.from({ length: size * size }, (_, k) => value(...at(k % size, Math.floor(k / size))));
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      let lowest = true;
      for (let n = Math.max(0, j - 1); n <= Math.min(size - 1, j + 1); n++)
        for (let m = Math.max(0, i - 1); m <= Math.min(size - 1, i + 1); m++)
          lowest &&= f[n * size + m]! >= f[j * size + i]!;
      if (lowest) yield at(i, j);
    }
  }
}

for (const [id, surface] of Object.entries(surfaces) as [string, SurfaceDef][]) {
  const { formula, domain, minima } = surface;
  const lastBit = (TERMS[id] ?? 0) * 2 ** -52;
  if (minima.length === 0) {
    test(`${id} has no minimum: f falls without bound`, () => {
      const { value } = objectiveOf(formula, defaultsOf(surface.params ?? {}));
      // Some ray of sixteen goes down by at least its length, however far out.
      const directions = Array.from({ length: 16 }, (_, k) => (k * Math.PI) / 8);
      for (const r of [1e2, 1e4, 1e6]) {
        expect(Math.min(...directions.map((a) => value(r * Math.cos(a), r * Math.sin(a))))).toBeLessThan(-r);
      }
    });
    continue;
  }
  for (const params of settings(surface.params ?? {})) {
    const title = `${id} ${JSON.stringify(params)}`;
    const objective = objectiveOf(formula, params);
    for (const { at, f } of minima) {
      test(`${title}: a minimum at (${at.join(', ')})`, () => {
        // f is quadratic about a minimum, so a last-bit error of the place costs nothing; the terms are below 1e3.
        expect(Math.abs(objective.value(...at) - f)).toBeLessThanOrEqual(1e-13 * (1 + Math.abs(f)) + 1e-14 + lastBit);
        if (KINKS[id]?.some(([x, y]) => x === at[0] && y === at[1])) {
          for (const r of [1e-9, 1e-6, 1e-3]) {
            for (let k = 0; k < 16; k++) {
              const a = (k * Math.PI) / 8;
              // It rises as a cone does, by more than r.
              expect(objective.value(at[0] + r * Math.cos(a), at[1] + r * Math.sin(a)) - f).toBeGreaterThan(r);
            }
          }
          return;
        }
        const sample = new Float64Array(3);
        objective.evaluate(...at, sample);
        const [low, high] = eigenvalues(formula, params, at);
        // A place right to an ulp or two leaves a gradient of about its curvature times that.
        const [outX, outY] = outwards(at, domain);
        const slope = Math.hypot(outX === 0 ? sample[1]! : 0, outY === 0 ? sample[2]! : 0);
        expect(slope).toBeLessThanOrEqual(1e-14 * (1 + high) * (1 + Math.hypot(...at)));
        if (outX === 0 && outY === 0) expect(low).toBeGreaterThan(0);
        // What lies beyond the border is lower; a minimum of the whole plane would be named as one.
        else expect(sample[1]! * outX + sample[2]! * outY).toBeLessThan(0);
      });
    }
    test(`${title}: nothing in the domain lies lower, and whatever is as low is a known minimum`, () => {
      const lowest = Math.min(...minima.map(({ f }) => f));
      let ends = 0;
      const found = new Set<number>();
      for (const from of gridMinima(objective, domain, 301)) {
        const end = descend(objective, from, domain, (domain[1] - domain[0]) / 300);
        ends++;
        expect(end.f).toBeGreaterThanOrEqual(lowest - 1e-13 * (1 + Math.abs(lowest)) - lastBit);
        if (end.f > lowest + 1e-9) continue;
        const near = minima.findIndex(({ at }) => Math.hypot(end.at[0] - at[0], end.at[1] - at[1]) < 1e-3);
        expect([end.at, near]).not.toEqual([end.at, -1]);
        found.add(near);
      }
      expect(ends).toBeGreaterThan(0);
      expect(found.size).toBe(minima.length);
    });
  }
}
