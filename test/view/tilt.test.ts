import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transformPoints } from '../../src/math/matrix4.ts';
import { createSpace } from '../../src/view/clouds/space.ts';
import { axesOf } from '../../src/view/framing.ts';
import { createTurning, drawnBack, turnedPart } from '../../src/view/turning.ts';
import { tilted } from '../../src/view/tilt.ts';

const camera = fc.record({
  azimuth: fc.double({ min: -179, max: 179, noNaN: true }),
  elevation: fc.double({ min: 2, max: 60, noNaN: true }),
  zoom: fc.double({ min: 0.2, max: 20, noNaN: true }),
  pan: fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -5, max: 5, noNaN: true }))) as fc.Arbitrary<
    [number, number, number]
  >,
});
const box = { min: [-1, -2, -3], max: [1, 2, 3] } as const;

test('a thing whose up leans towards the viewer stands upright, and keeps its size and its middle', () => {
  const e = 0.4;
  const { worldFromTarget, scale } = createSpace(box, 'y', (e * 180) / Math.PI);
  const [x, y, z] = transformPoints(worldFromTarget, Float64Array.of(0, Math.cos(e), Math.sin(e)));
  expect([x, y! / scale, z]).toEqual([expect.closeTo(0, 12), expect.closeTo(1, 12), expect.closeTo(0, 12)]);
  const centred = createSpace({ min: [0, 0, 0], max: [2, 4, 6] }, 'y', 20);
  for (const c of transformPoints(centred.worldFromTarget, Float64Array.of(1, 2, 3))) expect(c).toBeCloseTo(0, 12);
  expect([...createSpace(box, 'y', 0).worldFromTarget]).toEqual([...createSpace(box, 'y').worldFromTarget]);
});

test('a link’s camera sees the same side of it as before it was set upright, and comes back unchanged (seed 3)', () => {
  fc.assert(
    fc.property(camera, fc.double({ min: -38, max: 38, noNaN: true }), (said, tilt) => {
      const meant = tilted(said, tilt);
      const before = createSpace(box, 'y');
      const after = createSpace(box, 'y', tilt);
      // Towards the eye, in the thing's own frame.
      const own = (m: Float64Array, v: readonly number[]) =>
        [0, 1, 2].map((k) => [0, 1, 2].reduce((sum, r) => sum + (m[4 * r + k]! * v[r]!) / before.scale, 0));
      own(before.worldFromTarget, axesOf(said).back).forEach((c, k) =>
        expect(own(after.worldFromTarget, axesOf(meant).back)[k]).toBeCloseTo(c, 9),
      );
      own(before.worldFromTarget, said.pan).forEach((c, k) =>
        expect(own(after.worldFromTarget, meant.pan)[k]).toBeCloseTo(c, 9),
      );
      const back = tilted(meant, -tilt);
      expect([back.azimuth, back.elevation, ...back.pan]).toEqual(
        [said.azimuth, said.elevation, ...said.pan].map((n) => expect.closeTo(n, 5)),
      );
      expect(back.zoom).toBe(said.zoom);
    }),
    { seed: 3 },
  );
});

test('the turn sets off and comes to rest gently, halfway at half its time', () => {
  expect([turnedPart(0), turnedPart(0.5), turnedPart(1)]).toEqual([0, expect.closeTo(0.5, 12), 1]);
  expect(turnedPart(0.003)).toBeLessThan(0.0002);
  expect(1 - turnedPart(0.997)).toBeLessThan(0.0002);
  // Between, it is even; and nowhere does it jump.
  const paces = Array.from({ length: 1000 }, (_, i) => turnedPart((i + 1) / 1000) - turnedPart(i / 1000));
  expect(Math.max(...paces.slice(50, 950)) - Math.min(...paces.slice(50, 950))).toBeLessThan(1e-12);
  expect(Math.max(...paces.slice(1).map((pace, i) => Math.abs(pace - paces[i]!)))).toBeLessThan(1e-4);
});

test('it stands while somebody does something, goes on gently from there, and ends after whole rounds', () => {
  const turning = createTurning();
  for (let i = 0; i < 300; i++) turning.pass(1 / 30, false);
  const before = turning.angle();
  expect(before).toBeGreaterThan(1);
  for (let i = 0; i < 300; i++) turning.pass(1 / 30, true);
  expect(turning.angle()).toBe(before);
  turning.pass(1 / 30, false);
  expect(turning.angle() - before).toBeLessThan(0.001);
  for (let i = 0; i < 5000; i++) turning.pass(1 / 30, false);
  expect(turning.part()).toBe(1);
  expect((turning.angle() / (2 * Math.PI)) % 1).toBe(0);
});

test('meanwhile the eye draws back, and is where it was in the end', () => {
  expect([drawnBack(0), drawnBack(0.2), drawnBack(0.5), drawnBack(0.8), drawnBack(1)]).toEqual([0, 1, 1, 1, 0]);
});
