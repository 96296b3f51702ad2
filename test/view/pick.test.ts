import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { surfaces } from '../../src/surfaces/index.ts';
import { pick } from '../../src/view/pick.ts';
import { along, eyeOf, type LinkCamera } from '../browser/relief/camera.ts';
import { surfacesByHand, transformOf, type Vec3 } from '../browser/relief/reference.ts';
import { crossings } from '../browser/relief/sight.ts';
import { sceneOf } from './states.ts';

const size = { width: 1280, height: 720 };
const frame = { target: [0, 0, 0], distance: 80, offset: [0, 0] } as const;
const xyz = ([x, y, z]: Vec3) => ({ x, y, z });
const camera: fc.Arbitrary<LinkCamera> = fc.record({
  azimuth: fc.integer({ min: -180, max: 180 }),
  elevation: fc.integer({ min: 15, max: 85 }),
  zoom: fc.constant(1),
  pan: fc.constant([0, 0, 0] as const),
});
const unit = fc.integer({ min: 20, max: 980 }).map((n) => n / 1000);

describe.each(['bowl', 'rosenbrock', 'himmelblau'] as const)('%s', (id) => {
  const surface = surfacesByHand[id];
  const data = surfaces[id];
  const [x0, x1, y0, y1] = data.domain;

  test.each(['linear', 'log'] as const)(
    '%s: the pointer on a point that is seen picks that point (seed 6)',
    (height) => {
      const { model } = sceneOf({ surface: id, height });
      const transform = transformOf(surface, data, { exaggeration: 1, log: height === 'log' });
      let seen = 0;
      fc.assert(
        fc.property(camera, unit, unit, (link, u, v) => {
          const [x, y] = [x0 + u * (x1 - x0), y0 + v * (y1 - y0)];
          const f = surface.value(x, y);
          if (f > data.cut) return;
          const eye = eyeOf(link, frame, size);
          const point = transform.world(x, y, f);
          const direction = along(point, eye.place, -1);
          const distance = Math.hypot(...direction);
          const unitDirection = direction.map((d) => d / distance) as unknown as Vec3;
          const first = crossings(surface, data, transform, eye, unitDirection).find(({ face }) => face === 'inside');
          // Hidden, or seen so flat that marching by steps may pass over it.
          if (!first || Math.abs(first.distance - distance) > 1e-4) return;
          const picked = pick(model.display, model.objective, model.rect, data.cut, xyz(eye.place), xyz(unitDirection));
          seen++;
          expect(picked).toMatchObject({ on: 'surface' });
          // Bisection leaves 1e-12 of the ray; a flat view stretches that by no more than 1e4.
          expect(Math.hypot(picked!.x - x, picked!.y - y)).toBeLessThan(1e-6 * (x1 - x0));
        }),
        { seed: 6, numRuns: 300 },
      );
      expect(seen).toBeGreaterThan(30);
    },
  );
});

describe('beside the surface', () => {
  const { model } = sceneOf();
  const { display, objective, rect } = model;
  const down = { x: 0, y: -1, z: 0 };

  test('the plan where no surface is above it, within its border only', () => {
    const below = { x: -9, y: display.floor + 1, z: -2.5 };
    expect(pick(display, objective, rect, 8, below, down)).toEqual({ x: -9, y: 2.5, on: 'plan' });
    expect(pick(display, objective, rect, 8, { ...below, z: -3.2 }, down)).toBeNull();
    expect(pick(display, objective, rect, 8, { ...below, y: display.floor - 1 }, down)).toBeNull();
  });

  test('above the cut there is no surface: the plan is picked through the opening', () => {
    // f(−9, 2.5) = 4.05 + 6.25, above the cut of 8; f(−9, 1) = 5.05 below it.
    expect(pick(display, objective, rect, 8, { x: -9, y: 50, z: -2.5 }, down)).toMatchObject({ on: 'plan' });
    expect(pick(display, objective, rect, 8, { x: -9, y: 50, z: -1 }, down)).toMatchObject({
      x: -9,
      y: 1,
      on: 'surface',
    });
    expect(pick(display, objective, rect, 12, { x: -9, y: 50, z: -2.5 }, down)).toMatchObject({ on: 'surface' });
  });

  test('a ray that goes up meets nothing', () => {
    expect(pick(display, objective, rect, 8, { x: 0, y: 50, z: 0 }, { x: 0, y: 1, z: 0 })).toBeNull();
  });
});
