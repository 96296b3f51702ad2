import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildKdTree } from '../../src/clouds/kdTree.ts';
import { identity, multiply, transformPoints } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { createSearch } from '../../src/registration/search.ts';

function cloud(count: number, seed: number, name: string): Float64Array {
  const rng = createRng(seed, name);
  return Float64Array.from({ length: 3 * count }, () => rng.gaussian());
}

function nearestByBruteForce(points: Float64Array, x: number, y: number, z: number): [index: number, sq: number] {
  let best: [number, number] = [-1, Infinity];
  for (let j = 0; j < points.length; j += 3) {
    const sq = (points[j]! - x) ** 2 + (points[j + 1]! - y) ** 2 + (points[j + 2]! - z) ** 2;
    if (sq < best[1]) best = [j / 3, sq];
  }
  return best;
}

describe('search with remembered neighbours', () => {
  it('equals brute force at every pose of 60 random walks, whatever the step and the limit (fast-check, seed 4)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.array(
          fc.record({
            // From leaps to steps in which hardly a neighbour changes, in any order.
            size: fc.constantFrom(1, 0.1, 1e-2, 1e-3, 1e-6, 0),
            limit: fc.constantFrom(Infinity, 1, 0.4, 0.1),
          }),
          { minLength: 2, maxLength: 12 },
        ),
        (seed, walk) => {
          const target = cloud(90, seed, 'target');
          const source = cloud(40, seed, 'source');
          const search = createSearch(source, target, buildKdTree(target));
          const rng = createRng(seed, 'walk');
          const pose = identity();
          for (const { size, limit } of walk) {
            const step = rng.rotation(size);
            for (const at of [3, 7, 11]) step[at] = size * rng.gaussian();
            multiply(step, pose, pose);
            search.update(pose, limit);
            const moved = transformPoints(pose, source);
            for (let i = 0; i < 40; i++) {
              const [index, sq] = nearestByBruteForce(target, moved[3 * i]!, moved[3 * i + 1]!, moved[3 * i + 2]!);
              const within = sq <= limit * limit;
              expect(search.index[i]).toBe(within ? index : -1);
              if (within) expect(search.distanceSq[i]).toBeCloseTo(sq, 12);
            }
          }
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });

  it('finds nothing in an empty cloud, and nothing to search for in another', () => {
    const none = new Float64Array(0);
    const search = createSearch(cloud(3, 1, 'source'), none, buildKdTree(none));
    search.update(identity(), Infinity);
    expect([...search.index]).toEqual([-1, -1, -1]);
    const some = cloud(3, 1, 'target');
    const idle = createSearch(none, some, buildKdTree(some));
    idle.update(identity(), Infinity);
    expect(idle.index).toHaveLength(0);
  });
});
