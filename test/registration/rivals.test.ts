import { describe, expect, it } from 'vitest';
import type { Points } from '../../src/clouds/types.ts';
import { identity, multiply, rotationAngle, transformPoints } from '../../src/math/matrix4.ts';
import { createRng, type Rng } from '../../src/math/rng.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { posesApart } from '../../src/registration/apart.ts';
import { prepare, prepareCloud } from '../../src/registration/prepare.ts';
import { contradiction, invertSimilarity, layingOf } from '../../src/registration/rival/laid.ts';
import { lackingAt } from '../../src/registration/rival/lacking.ts';
import { rarities } from '../../src/registration/rival/shifts.ts';
import { factorOf, fitSimilarity } from '../../src/registration/rival/similarity.ts';
import { supportOf, telling } from '../../src/registration/rival/support.ts';
import { likelyTurns } from '../../src/registration/rival/turns.ts';
import { rivalStarts, spreadSample } from '../../src/registration/rivals.ts';
import { box, repeated, scan, sheet, type Face, type Thing } from '../../tools/registration/kinds/patches.ts';
import { terrainCase } from '../../tools/registration/startCases.ts';

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

describe('layingOf, two sides of a box', () => {
  it('finds no contradiction between what each side hides from the other, and none of its edges loose, seed 9', () => {
    const rng = createRng(9, 'sides');
    const side = (faces: readonly Face[]) => scan(box([0, 0, 0], [1.9, 1.2, 0.7], faces), 2500, 0.004, rng);
    const both = prepare({
      source: { points: side(['front', 'right', 'top']) },
      target: { points: side(['back', 'left', 'top']) },
    });
    const sample = { source: spreadSample(both.source, 900), target: spreadSample(both.target, 900) };
    const laid = layingOf(both, sample, { source: 0.08, target: 0.08 })(identity());
    expect(contradiction(laid)).toBeLessThan(0.005);
    // Noise of 0.004 on either side is 0.07 of the limit; what crosses at the edges would be 0.3.
    expect(laid.depth).toBeLessThan(0.1);
  });
});

describe('lackingAt', () => {
  const lacking = (source: Points, target: Points): number => {
    const both = prepare({ source: { points: source }, target: { points: target } });
    const sample = { source: spreadSample(both.source, 1200), target: spreadSample(both.target, 1200) };
    const laid = layingOf(both, sample, { source: 0.1, target: 0.1 })(identity());
    expect(contradiction(laid)).toBeGreaterThan(0.015);
    return lackingAt(laid, [sample.source.points, sample.target.points]);
  };
  const frame = [
    ...comb(2),
    ...repeated(box([0, 0, 0], [0.6, 0.5, 1.5]), 1, [4 * PERIOD, 0, 0]),
    sheet([0, -0.5, 0], [9, 0, 0], [0, 1.5, 0]),
  ];

  it('counts a post that one cloud has alone, seed 7', () => {
    const rng = createRng(7, 'lacking');
    const more = [...frame, ...box([2 * PERIOD, 0, 0], [0.6, 0.5, 1.5])];
    expect(lacking(scan(more, 3000, 0.002, rng), scan(frame, 3000, 0.002, rng))).toBeGreaterThan(0.01);
  });

  it('counts no strays, however many, seed 7', () => {
    const rng = createRng(7, 'lacking');
    const strays = Array.from({ length: 300 }, () => [
      rng.between(0, 8),
      rng.between(0, 0.5),
      rng.between(0.2, 1.3),
    ]).flat();
    const source = Float64Array.from([...scan(frame, 3000, 0.002, rng), ...strays]);
    expect(lacking(source, scan(frame, 3000, 0.002, rng))).toBeLessThan(0.005);
  });
});

describe('rarities', () => {
  it('lets a direction count by the root of how many normals have it, of either sign', () => {
    const up = Array.from({ length: 9 }, (_, i) => [0, 0, i % 2 ? 1 : -1]).flat();
    expect([...rarities(Float64Array.from([...up, 1, 0, 0]))]).toEqual([...Array<number>(9).fill(1 / 3), 1]);
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

  it('stays at the truth of two flat tiles, without their size, where a cloud that has ended pulls at nothing, seed 2', () => {
    const { source, target, truth } = terrainCase(2, 0.5, 2500, 1 / 100);
    const kernel = { from: 16, to: 8, rigid: true };
    const found = fitSimilarity(source, prepareCloud({ points: target }), truth, kernel, { aborted: false });
    expect(factorOf(found)).toBeCloseTo(1, 12);
    const { centroid, radius } = prepareCloud({ points: source }).size();
    // A tenth of the points' spacing.
    expect(posesApart(truth, found, centroid, radius).reach).toBeLessThan(0.4);
  });
});

function determinant(m: Float64Array): number {
  const [a, b, c, d, e, f, g, h, i] = [m[0]!, m[1]!, m[2]!, m[4]!, m[5]!, m[6]!, m[8]!, m[9]!, m[10]!];
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}
