import { expect, test } from 'vitest';
import { buildKdTree } from '../../src/clouds/kdTree.ts';
import { identity } from '../../src/math/matrix4.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { worstPlace } from '../../src/registration/worstPlace.ts';

/** Two walls that stand 20 apart, both along y and z, and the ground between them. */
const walls = Float64Array.from(
  [-10, 10].flatMap((x) =>
    Array.from({ length: 900 }, (_, i) => [x, 0.2 * (i % 30) - 3, 0.2 * Math.floor(i / 30)]).flat(),
  ),
);
const target = { points: walls, tree: buildKdTree(walls), spacing: 0.2 };
const asked = { points: walls, target, extent: 60, back: [0.6, 0, 0.8] as const };
const shifted = (x: number, y = 0) => expSe3([0, 0, 0], [x, y, 0]);

test('a turn about the far wall shows at the near one, in its profile, six times as wide as the gap', () => {
  // About x = −10: at x = 10 a point moves by 20 sin 3° along y, and by y sin 3° across the wall: at its ends y = ±3.
  const turn = expSe3([0, 0, (3 * Math.PI) / 180], [0, 0, 0]);
  const found = worstPlace({ ...asked, poses: [identity(), turn] })!;
  expect(Math.abs(found.place[0])).toBeCloseTo(10, 1);
  expect(Math.abs(found.place[1])).toBeGreaterThan(1.5);
  expect(Math.abs(found.normal[0])).toBeCloseTo(1, 2);
  // Towards the eye.
  expect(found.normal[0]).toBeGreaterThan(0);
  expect(found.width).toBe(1);
});

test('along a surface nothing shows; across it the width follows the shift, in round numbers, up to a sixth of all', () => {
  const width = (x: number) => worstPlace({ ...asked, poses: [identity(), shifted(x)] })?.width;
  expect([width(0.4), width(0.9), width(50)]).toEqual([2, 5, 10]);
  expect(worstPlace({ ...asked, poses: [identity(), shifted(0, 0.9)] })!.width).toBe(1);
});

test('only what can be seen, and where the best result touches the target', () => {
  const found = worstPlace({ ...asked, poses: [shifted(0.9), identity()], seen: (x) => x < 0 })!;
  expect(found.place[0]).toBeCloseTo(-10, 1);
  expect(worstPlace({ ...asked, poses: [shifted(5)], seen: () => true })).toBeNull();
  expect(worstPlace({ ...asked, poses: [] })).toBeNull();
  expect(worstPlace({ ...asked, points: walls.slice(0, 9), poses: [identity()] })).toBeNull();
});

test('a result that is nowhere differs from none, and tells of no place alone', () => {
  const nowhere = identity().fill(NaN);
  const found = worstPlace({ ...asked, poses: [identity(), shifted(0.5)] });
  expect(worstPlace({ ...asked, poses: [nowhere, identity(), shifted(0.5)] })).toEqual(found);
  expect(worstPlace({ ...asked, poses: [nowhere] })).toBeNull();
  expect(worstPlace({ ...asked, poses: [identity().map((c) => c * 1e200)] })).toBeNull();
});
