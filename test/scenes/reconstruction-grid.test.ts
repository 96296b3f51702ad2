import { expect, test } from 'vitest';
import { gridOutline, placeInGrid, shiftInto } from '../../scenes/reconstruction/many/grid.ts';
import { transformPoints } from '../../src/math/matrix4.ts';
import { createSpace } from '../../src/view/clouds/space.ts';
import { axesOf } from '../../src/view/framing.ts';

const space = createSpace({ min: [-1, -1, -1], max: [1, 1, 1] }, 'y', 23);
const direction = { azimuth: -24, elevation: 20 } as const;

test('many answers stand in rows, each clear of the next, around the middle', () => {
  for (const count of [1, 2, 5, 8, 64]) {
    const places = Array.from({ length: count }, (_, k) => placeInGrid(k, count));
    for (const [i, [x, y]] of places.entries()) {
      for (const [u, v] of places.slice(i + 1))
        expect(Math.max(Math.abs(x - u), Math.abs(y - v))).toBeGreaterThan(1.05);
    }
    for (const k of [0, 1] as const) {
      const values = places.map((place) => place[k]);
      expect(Math.min(...values) + Math.max(...values)).toBeCloseTo(0, 9);
    }
  }
  expect(placeInGrid(0, 8)[1]).toBeGreaterThan(placeInGrid(7, 8)[1]);
});

test('an answer is shifted along the picture’s own axes, whatever the camera and the tilt', () => {
  const axes = axesOf(direction);
  const pose = new Float64Array(16);
  shiftInto([2, -3], axes, space, pose);
  const shift = Float64Array.of(pose[3]!, pose[7]!, pose[11]!);
  const world = transformPoints(space.worldFromTarget, shift);
  const along = (axis: readonly number[]) => [0, 1, 2].reduce((sum, k) => sum + axis[k]! * world[k]!, 0) / space.scale;
  expect([along(axes.right), along(axes.up), along(axes.back)]).toEqual([2, -3, 0].map((n) => expect.closeTo(n, 9)));
});

test('the outline reaches as far as the points do, however few of them it keeps', () => {
  const points = Float64Array.from({ length: 900 }, (_, i) => Math.sin(7.3 * i) * (i === 301 ? 1.4 : 0.4));
  const extent = (outline: ArrayLike<number>, k: 'right' | 'up') => {
    const world = transformPoints(space.worldFromTarget, Float64Array.from(outline));
    const along = Array.from({ length: world.length / 3 }, (_, i) =>
      [0, 1, 2].reduce((sum, c) => sum + axesOf(direction)[k][c]! * world[3 * i + c]!, 0),
    );
    return [Math.min(...along), Math.max(...along)];
  };
  const some = gridOutline([points, points, points], space, direction, 60);
  const all = gridOutline([points, points, points], space, direction, 1e6);
  expect(some.length).toBeLessThan(all.length / 5);
  for (const k of ['right', 'up'] as const)
    extent(all, k).forEach((end, i) => expect(extent(some, k)[i]).toBeCloseTo(end, 9));
});
