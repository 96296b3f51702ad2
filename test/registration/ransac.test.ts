import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identity, poseError, transformPoints } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { consensus } from '../../src/registration/global/consensus.ts';
import { fitPairs } from '../../src/registration/global/fitPairs.ts';
import { poseOfTriangles } from '../../src/registration/global/triangles.ts';
import { prepareCloud } from '../../src/registration/prepare.ts';

const running = { aborted: false };
const LIMIT = 0.05;
const NOISE = 0.01;
const ORIGIN = [0, 0, 0] as const;

/** Points in a box of half edge 1, and where they go: every second one to its place with noise, the others anywhere. */
function planted(seed: number, count = 200, wrong = 0.5) {
  const rng = createRng(seed, 'planted');
  const truth = expSe3(
    rng.direction(new Float64Array(3)).map((c) => c * rng.between(0, Math.PI)),
    [rng.between(-3, 3), rng.between(-3, 3), rng.between(-3, 3)],
  );
  const source = Float64Array.from({ length: 3 * count }, () => rng.between(-1, 1));
  const target = transformPoints(truth, source).map((c) => c + NOISE * rng.gaussian());
  for (let i = 0; i < Math.round(wrong * count); i++) {
    for (let k = 0; k < 3; k++) target[3 * i + k] = truth[4 * k + 3]! + rng.between(-2, 2);
  }
  const each = Int32Array.from({ length: count }, (_, i) => i);
  return { truth, source, target, matches: { from: each, to: each }, size: prepareCloud({ points: source }).size() };
}

describe('consensus', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('finds the planted pose among as many wrong pairs, seed %i', (seed) => {
    const { truth, source, target, matches, size } = planted(seed);
    const found = consensus(source, size, target, matches, { limit: LIMIT, apart: 0.2, seed }, running, () => {});
    const best = found[0]!;
    // 100 pairs with noise of 0.01 a coordinate: the fit is good to 0.01 / √100 in place, and to about that in radians (0.06°).
    const { rotationErrorDegrees, translationError } = poseError(best.pose, truth, ORIGIN);
    expect(rotationErrorDegrees).toBeLessThan(0.4);
    expect(translationError).toBeLessThan(0.006);
    expect(best.agreeing).toBeGreaterThanOrEqual(100);
    expect(best.agreeing).toBeLessThan(110);
  });

  it('finds it among nine times as many wrong pairs, seed 9', () => {
    const { truth, source, target, matches, size } = planted(9, 300, 0.9);
    const [best] = consensus(source, size, target, matches, { limit: LIMIT, apart: 0.2, seed: 9 }, running, () => {});
    expect(poseError(best!.pose, truth, ORIGIN).rotationErrorDegrees).toBeLessThan(0.8);
  });

  it('gives one result for one seed, best first, each better one told', () => {
    const { source, target, matches, size } = planted(10);
    const run = () => {
      const told: number[] = [];
      const found = consensus(source, size, target, matches, { limit: LIMIT, apart: 0.2, seed: 5 }, running, (h) =>
        told.push(h.agreeing),
      );
      return { told, found };
    };
    const first = run();
    expect(run()).toEqual(first);
    expect(first.told).toEqual([...first.told].sort((a, b) => a - b));
    expect(first.told.at(-1)).toBe(first.found[0]!.agreeing);
    const counts = first.found.map((h) => h.agreeing);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  it('finds nothing in two pairs, and nothing once it is stopped', () => {
    const { source, target, matches, size } = planted(11);
    const settings = { limit: LIMIT, apart: 0.2, seed: 1 };
    const two = { from: matches.from.slice(0, 2), to: matches.to.slice(0, 2) };
    expect(consensus(source, size, target, two, settings, running, () => {})).toEqual([]);
    expect(consensus(source, size, target, matches, settings, { aborted: true }, () => {})).toEqual([]);
  });
});

const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
const twist = fc.tuple(coordinate, coordinate, coordinate);

describe('poseOfTriangles and fitPairs', () => {
  it('give the motion that moved a triangle', () => {
    const triangle = Float64Array.of(0.2, 0.1, -0.4, 1.3, 0.2, 0.1, 0.3, 0.9, 0.5);
    fc.assert(
      fc.property(twist, twist, (omega, v) => {
        const truth = expSe3(omega, v);
        const moved = transformPoints(truth, triangle);
        const pose = new Float64Array(16);
        expect(poseOfTriangles(triangle, moved, 0, 1, 2, pose)).toBe(true);
        const fitted = fitPairs(triangle, moved, [0, 1, 2])!;
        for (let i = 0; i < 16; i++) {
          expect(Math.abs(pose[i]! - truth[i]!)).toBeLessThan(1e-12);
          expect(Math.abs(fitted[i]! - truth[i]!)).toBeLessThan(1e-7);
        }
      }),
      { numRuns: 100, seed: 20 },
    );
  });

  it('refuse a flat triangle and two points', () => {
    const flat = Float64Array.of(0, 0, 0, 1, 0, 0, 2, 0, 0);
    expect(poseOfTriangles(flat, flat, 0, 1, 2, identity())).toBe(false);
    expect(fitPairs(flat, flat, [0, 1])).toBeNull();
  });
});
