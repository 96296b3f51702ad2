import { describe, expect, it } from 'vitest';
import type { Points } from '../../src/clouds/types.ts';
import { identity, multiply, rotationAngle, transformPoints } from '../../src/math/matrix4.ts';
import { createRng, type Rng } from '../../src/math/rng.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { prepare, prepareCloud } from '../../src/registration/prepare.ts';
import { contradiction, invertSimilarity, layingOf } from '../../src/registration/rival/laid.ts';
import { factorOf, fitSimilarity } from '../../src/registration/rival/similarity.ts';
import { supportOf, telling } from '../../src/registration/rival/support.ts';
import { likelyTurns } from '../../src/registration/rival/turns.ts';
import { rivalStarts, spreadSample } from '../../src/registration/rivals.ts';
import { box, repeated, scan, sheet, type Thing } from '../../tools/registration/kinds/patches.ts';

const PERIOD = 2;
/** Posts in a row on a strip of ground, `count` of them. */
const comb = (count: number): Thing => [
  ...repeated(box([0, 0, 0], [0.6, 0.5, 1.5]), count, [PERIOD, 0, 0]),
  sheet([-1, -0.5, 0], [PERIOD * count + 1, 0, 0], [0, 1.5, 0]),
];
const clouds = (thing: Thing, rng: Rng, points = 1500) =>
  prepare({ source: { points: scan(thing, points, 0.003, rng) }, target: { points: scan(thing, points, 0.003, rng) } });

describe('rivalStarts', () => {
  it('shifts a comb by its periods, and says the same twice, seed 3', () => {
    const both = clouds(comb(7), createRng(3, 'comb'));
    const starts = rivalStarts(both, identity(), 0.2);
    const shifts = starts.filter(({ kind }) => kind === 'shift').map(({ pose }) => [pose[3]!, pose[7]!, pose[11]!]);
    for (const period of [-PERIOD, PERIOD]) {
      expect(shifts.some(([x, y, z]) => Math.hypot(x! - period, y!, z!) < 0.2)).toBe(true);
    }
    expect(rivalStarts(both, identity(), 0.2)).toEqual(starts);
  });

  it('mirrors, turns and resizes, each to a pose of its own kind, seed 3', () => {
    const starts = rivalStarts(clouds(box([0, 0, 0], [2, 1.2, 0.7]), createRng(3, 'box')), identity(), 0.1);
    const best = (of: string) => starts.find(({ kind }) => kind === of)!.pose;
    expect((rotationAngle(best('turn')) * 180) / Math.PI).toBeGreaterThan(170);
    expect(determinant(best('turn'))).toBeCloseTo(1, 12);
    expect(determinant(best('mirror'))).toBeCloseTo(-1, 12);
    expect(factorOf(best('scale'))).not.toBe(1);
  });
});

describe('likelyTurns', () => {
  it('holds the 23 turns of a cube about the axes of what is built at right angles, seed 4', () => {
    const turn = expSe3([0.3, -0.5, 0.8], [0, 0, 0]);
    const points = transformPoints(turn, scan(box([0, 0, 0], [2, 1.3, 0.8]), 800, 0.001, createRng(4, 'turns')));
    const turns = likelyTurns(points, prepareCloud({ points }).normals());
    const quarter = multiply(turn, expSe3([0, 0, Math.PI / 2], [0, 0, 0]));
    const wanted = multiply(quarter, invertSimilarity(turn));
    expect(turns.length).toBeGreaterThanOrEqual(24);
    const nearest = Math.min(...turns.map((each) => rotationAngle(multiply(invertSimilarity(each), wanted))));
    expect(nearest).toBeLessThan((4 * Math.PI) / 180);
  });
});

describe('layingOf', () => {
  const layingOn = (source: Points, target: Points, limit = 0.15) => {
    const both = prepare({ source: { points: source }, target: { points: target } });
    const sample = { source: spreadSample(both.source, 900), target: spreadSample(both.target, 900) };
    return layingOf(both, sample, { source: limit, target: limit });
  };

  it('lays all of a thing on itself, without a contradiction, seed 5', () => {
    const rng = createRng(5, 'laid');
    const laid = layingOn(scan(comb(5), 2500, 0.002, rng), scan(comb(5), 2500, 0.002, rng))(identity());
    expect(laid.on).toBeGreaterThan(0.98);
    expect(contradiction(laid)).toBeLessThan(0.01);
    expect(laid.facing).toBeGreaterThan(0.95);
  });

  it('sees a post where the other cloud has none, from either cloud, and not beyond its end, seed 5', () => {
    const rng = createRng(5, 'laid');
    const gap: Thing = [...repeated(box([0, 0, 0], [0.6, 0.5, 1.5]), 2, [PERIOD, 0, 0]), ...comb(5).slice(-13)];
    const [all, some] = [scan(comb(5), 2500, 0.002, rng), scan(gap, 2500, 0.002, rng)];
    const rate = contradiction(layingOn(all, some)(identity()));
    expect(rate).toBeGreaterThan(0.02);
    expect(contradiction(layingOn(some, all)(identity()))).toBeCloseTo(rate, 2);
    const half = scan(comb(5), 2500, 0.002, rng, ([x]) => x < 5);
    expect(contradiction(layingOn(all, half)(identity()))).toBeLessThan(0.01);
  });
});

describe('telling and supportOf', () => {
  it('weigh what contradicts other poses, and nothing that says nothing', () => {
    const says = (...values: number[]) => ({
      ...{ score: 0, on: 0, off: 0, crossing: 0, depth: 0, facing: 1 },
      says: Uint8Array.from(values),
    });
    // Beyond, on, off: a point that always lies on something, one that never does, one that is seldom asked.
    const weights = telling([says(1, 2, 0), says(1, 2, 2)], 3);
    expect([...weights]).toEqual([0, 1, 1]);
    expect(supportOf(says(1, 1, 0), weights)).toBeCloseTo(1 / 3, 12);
    expect(supportOf(says(1, 2, 0), weights)).toBe(0);
  });
});

describe('fitSimilarity', () => {
  it.each([0.9, 1.02, 1.1])('finds the factor %d of a posted yard, seed 6', (factor) => {
    const rng = createRng(6, 'size');
    const thing = [...comb(4), ...box([1, 1.2, 0], [2.5, 0.7, 0.9])];
    const target = prepareCloud({ points: scan(thing, 2500, 0.002, rng) });
    const source = scan(thing, 600, 0.002, rng).map((c) => c / factor);
    const start = identity();
    const found = fitSimilarity(source, target, start, { from: 0.5, to: 0.05 }, { aborted: false });
    expect(factorOf(found)).toBeCloseTo(factor, 2);
  });
});

function determinant(m: Float64Array): number {
  const [a, b, c, d, e, f, g, h, i] = [m[0]!, m[1]!, m[2]!, m[4]!, m[5]!, m[6]!, m[8]!, m[9]!, m[10]!];
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}
