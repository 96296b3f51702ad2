import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lidarLook, withinReach } from '../../scenes/registration/scans/look.ts';
import { scansSeen } from '../../scenes/registration/scans/seen.ts';
import { pairOf } from '../../scenes/registration/runs/pair.ts';
import { readCloud } from '../../src/io/clouds/read.ts';
import { identity, rotateVectors, transformPoints } from '../../src/math/matrix4.ts';
import { createSpace, uprighted } from '../../src/view/clouds/space.ts';

/* What is said of the LiDAR pair's scanner is measured here in its file; the pair's first view follows from it. */

const bytes = readFileSync(new URL('../../assets/clouds/lidar-target.ply', import.meta.url));
const { positions } = (await readCloud('lidar-target.ply', new Uint8Array(bytes)))!;
const length = Math.hypot(...lidarLook.sky);
const sky = lidarLook.sky.map((c) => c / length);
const points = Array.from({ length: positions.length / 3 }, (_, i) => Array.from(positions.subarray(3 * i, 3 * i + 3)));
const heightOf = (point: readonly number[]) => point.reduce((sum, c, k) => sum + c * sky[k]!, 0);

/** z = a x + b y + c through what lies within 10 cm of a height, by least squares; degrees between its normal and the sky. */
function leanAt(height: number): { readonly degrees: number; readonly count: number } {
  const near = points.filter((point) => Math.abs(heightOf(point) - height) < 0.1 && Math.hypot(...point) < 12);
  const s = [0, 1, 2].map((k) => near.reduce((sum, point) => sum + point[k]!, 0) / near.length);
  const of = (j: number, k: number) => near.reduce((sum, p) => sum + (p[j]! - s[j]!) * (p[k]! - s[k]!), 0);
  const [xx, xy, yy, xz, yz] = [of(0, 0), of(0, 1), of(1, 1), of(0, 2), of(1, 2)];
  const det = xx * yy - xy * xy;
  const [a, b] = [(xz * yy - yz * xy) / det, (yz * xx - xz * xy) / det];
  const cosine = (-a * sky[0]! - b * sky[1]! + sky[2]!) / Math.hypot(a, b, 1);
  return { degrees: (Math.acos(Math.min(cosine, 1)) * 180) / Math.PI, count: near.length };
}

test('floor and roof of the LiDAR pair are parallel, across its sky: its scanner leaned', () => {
  const floor = leanAt(-1.98);
  const roof = leanAt(0.53);
  expect(floor.count).toBeGreaterThan(10_000);
  expect(roof.count).toBeGreaterThan(5000);
  expect(Math.max(floor.degrees, roof.degrees)).toBeLessThan(0.6);
  expect((Math.acos(sky[2]!) * 180) / Math.PI).toBeGreaterThan(5);
});

test('its first view: level, without the roof, with what is around it; the walk is a small part of it', () => {
  const cloud = { points: positions };
  const pair = pairOf({ id: 'lidar', source: cloud, target: cloud, asIs: identity(), look: lidarLook });
  const { space, outline, ceiling, ground, heights } = scansSeen(pair)!;
  const world = transformPoints(space.worldFromTarget, positions);
  const share = (from: number, to: number) =>
    world.filter((y, i) => i % 3 === 1 && y > from && y < to).length / points.length;
  // A tenth of the points is the roof's; what is left out below and above as thick layers as this is next to nothing.
  expect(share(...ceiling!)).toBeGreaterThan(0.1);
  const thickness = ceiling![1] - ceiling![0];
  expect(share(ceiling![1], ceiling![1] + thickness)).toBeLessThan(0.05);
  expect(share(-Infinity, ground![0])).toBeGreaterThan(0.2);
  expect(heights[0]).toBeLessThan(ground![0]);
  expect(heights[1]).toBeGreaterThan(ceiling![1]);
  const across = (axis: number) => {
    const along = outline.filter((_, i) => i % 3 === axis);
    return (Math.max(...along) - Math.min(...along)) / space.scale;
  };
  expect(across(0)).toBeGreaterThan(18);
  expect(across(2)).toBeGreaterThan(15);
});

test('what is framed: all within reach, one point a cell, nothing of beams that met nothing', () => {
  const kept = withinReach(positions, lidarLook);
  expect(kept.length).toBeLessThan(points.length / 4);
  for (const i of kept) {
    const [x, y] = points[i]! as [number, number];
    expect(Math.hypot(x - lidarLook.middle[0], y - lidarLook.middle[1])).toBeLessThanOrEqual(lidarLook.reach);
    expect(Math.hypot(...points[i]!)).toBeGreaterThan(0);
  }
});

test('a space turned upright: the sky is up, lengths and the middle are as before (seed 1)', () => {
  const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, (x, y, z) => {
      const space = createSpace({ min: [-3, 1, 0], max: [5, 2, 4] }, 'z');
      const turned = uprighted(space, [x / 2, y / 2, 1]);
      const up = rotateVectors(turned.worldFromTarget, Float64Array.of(x / 2, y / 2, 1));
      expect(Math.abs(up[0]!) + Math.abs(up[2]!)).toBeLessThan(1e-9);
      expect(up[1]).toBeCloseTo(space.scale * Math.hypot(x / 2, y / 2, 1), 9);
      const vector = Float64Array.of(x, y, z);
      const lengthIn = (m: Float64Array) => Math.hypot(...rotateVectors(m, vector));
      expect(lengthIn(turned.worldFromTarget)).toBeCloseTo(lengthIn(space.worldFromTarget), 9);
      const middle = transformPoints(turned.worldFromTarget, Float64Array.from(space.centre));
      expect(Math.hypot(...middle)).toBeLessThan(1e-9);
    }),
    { seed: 1 },
  );
});
