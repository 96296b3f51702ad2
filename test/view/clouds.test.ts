import fc from 'fast-check';
import { Matrix4 as ThreeMatrix, PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, test } from 'vitest';
import { identity, transformPoints } from '../../src/math/matrix4.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { createCloudGeometry, setValues } from '../../src/view/clouds/cloudGeometry.ts';
import { dotDiameter } from '../../src/view/clouds/cloudView.ts';
import { pickPoint } from '../../src/view/clouds/pickPoint.ts';
import { worldFromBuffer } from '../../src/view/clouds/place.ts';
import { clipFromCloud } from '../../src/view/clouds/project.ts';
import { scattered } from '../../src/view/clouds/scatter.ts';
import { cloudShare } from '../../src/view/clouds/share.ts';
import { cloudOutline, createSpace } from '../../src/view/clouds/space.ts';
import { writeThreads } from '../../src/view/clouds/threads.ts';
import { qualityAt, qualityFor } from '../../src/view/quality.ts';

const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
const vector = fc.tuple(coordinate, coordinate, coordinate);

describe('space', () => {
  test('the middle of the box is the world’s origin, its corners are 10 away; y up as it is', () => {
    const { worldFromTarget, scale, centre } = createSpace({ min: [1, 2, 3], max: [4, 6, 15] }, 'y'); // diagonal 13
    expect(scale).toBeCloseTo(20 / 13, 12);
    expect(centre).toEqual([2.5, 4, 9]);
    const [x, y, z] = transformPoints(worldFromTarget, Float64Array.of(4, 6, 15));
    expect([x, y, z].map((c) => Number(c!.toFixed(9)))).toEqual(
      [1.5, 2, 6].map((c) => Number(((c * 20) / 13).toFixed(9))),
    );
  });

  test('z up: what is above stands above, what is north lies behind, nothing is mirrored', () => {
    const { worldFromTarget: m, scale } = createSpace({ min: [-1, -1, -1], max: [1, 1, 1] }, 'z');
    const at = (...p: number[]) =>
      [...transformPoints(m, Float64Array.from(p))].map((c) => Number((c / scale).toFixed(12)) + 0);
    expect([at(1, 0, 0), at(0, 1, 0), at(0, 0, 1)]).toEqual([
      [1, 0, 0],
      [0, 0, -1],
      [0, 1, 0],
    ]);
    expect(new ThreeMatrix().fromArray(m).determinant()).toBeCloseTo(scale ** 3, 9);
  });

  test('the outline of a scan leaves out its few far points, that of a model none', () => {
    const row = Float64Array.from(Array.from({ length: 100 }, (_, i) => [i === 99 ? 1000 : i, 0, 0]).flat());
    expect(Math.max(...cloudOutline(row, identity()))).toBe(1000);
    const trimmed = cloudOutline(row, identity(), 0.02).filter((_, i) => i % 3 === 0);
    expect([Math.min(...trimmed), Math.max(...trimmed)]).toEqual([2, 97]);
    expect(cloudOutline(row, identity(), 0, 30)).toHaveLength(3 * 25);
  });
});

test('worldFromBuffer: buffer → cloud → target → world, as written out; a millionfold origin costs no digits (seed 4)', () => {
  const space = createSpace({ min: [-1, -2, -3], max: [2, 2, 2] }, 'z');
  const out = new ThreeMatrix();
  fc.assert(
    fc.property(vector, vector, vector, vector, (omega, v, middle, p) => {
      const pose = expSe3(omega, v);
      worldFromBuffer(space, pose, middle, out);
      const seen = new Vector3(...p).applyMatrix4(out);
      const cloud = Float64Array.from(p.map((c, k) => c + middle[k]!));
      const expected = transformPoints(space.worldFromTarget, transformPoints(pose, cloud));
      seen.toArray().forEach((c, k) => expect(c).toBeCloseTo(expected[k]!, 9));
    }),
    { seed: 4 },
  );
  // A survey's coordinates: float32 alone would know them to 0.06 only.
  const origin = [654321, 5432109, 120] as const;
  const points = Float64Array.from([0, 0, 0, 1, 0.001, 2, 0.5, 1, -0.25].map((c, i) => c + origin[i % 3]!));
  const { geometry, middle } = createCloudGeometry(points, null, null);
  const far = createSpace({ min: [654320, 5432108, 119], max: [654323, 5432111, 123] }, 'y');
  worldFromBuffer(far, null, middle, out);
  const places = geometry.getAttribute('position').array as Float32Array;
  const gpu = new ThreeMatrix().fromArray(Float32Array.from(out.elements));
  const expected = transformPoints(far.worldFromTarget, points);
  for (let i = 0; i < 9; i += 3) {
    const seen = new Vector3(...(places.subarray(i, i + 3) as unknown as [number, number, number])).applyMatrix4(gpu);
    seen.toArray().forEach((c, k) => expect(Math.abs(c - expected[i + k]!)).toBeLessThan(1e-5));
  }
});

describe('drawing a part', () => {
  test('scattered: every number once, and any beginning is spread over all (seed 5)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0.1, max: 1, noNaN: true }), (count, share) => {
        const order = scattered(count);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        const drawn = Math.ceil(share * count);
        const first = [...order.subarray(0, drawn)].sort((a, b) => a - b);
        const gaps = first.map((at, i) => (first[i + 1] ?? count + first[0]!) - at);
        // Between two powers of two, with the one number of the last round that may be in sight.
        expect(Math.max(...gaps)).toBeLessThanOrEqual((2 * count) / Math.max(drawn - 1, 1) + 1);
      }),
      { seed: 5 },
    );
    expect(scattered(0)).toHaveLength(0);
  });

  test('values keep the order of the points, in one buffer', () => {
    const cloud = createCloudGeometry(Float64Array.of(0, 0, 0, 1, 1, 1), null, Uint8Array.of(0, 1));
    setValues(cloud, [0.25, 0.5]);
    const before = cloud.geometry.getAttribute('aValue');
    setValues(cloud, Float64Array.of(1, 2));
    expect(cloud.geometry.getAttribute('aValue')).toBe(before);
    expect([...before.array]).toEqual([1, 2]);
    expect([...cloud.geometry.getAttribute('aPale').array]).toEqual([0, 1]);
    expect(cloud.middle).toEqual([0.5, 0.5, 0.5]);
  });

  test('all points where the machine keeps up, a half and a quarter where not, but never less than 20,000 in sight', () => {
    const best = qualityFor('NVIDIA', 1600);
    const share = (total: number, level: 0 | 1 | 2, renderer = 'NVIDIA') =>
      cloudShare(total, qualityAt(best, level), renderer);
    expect([share(200_000, 0), share(200_000, 1), share(200_000, 2)]).toEqual([1, 0.5, 0.25]);
    expect([share(50_000, 2), share(15_000, 2), share(0, 2)]).toEqual([0.4, 1, 1]);
    expect([share(200_000, 0, 'Google SwiftShader'), share(9000, 0, 'Google SwiftShader')]).toEqual([0.1, 1]);
  });

  test('dots: fewer are larger, within what a hand would draw', () => {
    expect([1, 1000, 4000, 100_000].map((n) => Number(dotDiameter(n).toFixed(2)))).toEqual([5.4, 4.11, 2.06, 1.5]);
  });

  test('threads: each from its source point to its match; more than there is room for are thinned evenly', () => {
    const source = Float64Array.from({ length: 30 }, (_, i) => i);
    const target = Float64Array.from({ length: 30 }, (_, i) => 100 + i);
    const matches = { from: [0, 2, 4, 6, 8, 9], to: [9, 7, 5, 3, 1, 0] };
    const [starts, ends] = [new Float32Array(18), new Float32Array(18)];
    expect(writeThreads(source, target, matches, [1, 1, 1], [100, 100, 100], starts, ends)).toBe(6);
    expect([...starts.subarray(3, 6), ...ends.subarray(3, 6)]).toEqual([5, 6, 7, 21, 22, 23]);
    expect(writeThreads(source, target, matches, [0, 0, 0], [0, 0, 0], starts.subarray(0, 9), ends)).toBe(3);
    expect([starts[0], starts[3], starts[6]]).toEqual([0, 12, 24]);
  });
});

describe('picking', () => {
  const viewport = { width: 800, height: 600 };
  const space = createSpace({ min: [-1, -1, -1], max: [1, 1, 1] }, 'y');
  const camera = new PerspectiveCamera(26, 800 / 600, 0.5, 600);
  camera.position.set(12, 9, 40);
  camera.lookAt(0, 0, 0);
  camera.updateMatrixWorld();
  const pixel = (p: readonly number[], pose = identity()) => {
    const world = transformPoints(space.worldFromTarget, transformPoints(pose, Float64Array.from(p)));
    const ndc = new Vector3(world[0], world[1], world[2]).project(camera);
    return [(ndc.x * 0.5 + 0.5) * 800, (0.5 - ndc.y * 0.5) * 600] as const;
  };
  const unit = fc.double({ min: -1, max: 1, noNaN: true });

  test('with all depths allowed: the nearest on screen within reach, as three projects (seed 6)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(unit, unit, unit), { minLength: 1, maxLength: 40 }),
        vector,
        fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 })),
        (points, omega, [x, y]) => {
          const pose = expSe3(omega, [0.1, 0, -0.2]);
          const clip = clipFromCloud(camera, space.worldFromTarget, pose);
          const picked = pickPoint(Float64Array.from(points.flat()), clip, viewport, x, y, 60, Infinity);
          const away = points.map((p) => Math.hypot(pixel(p, pose)[0] - x, pixel(p, pose)[1] - y));
          const least = Math.min(...away);
          if (least > 60) expect(picked).toBe(-1);
          else expect(away[picked]).toBeCloseTo(least, 6);
        },
      ),
      { seed: 6 },
    );
  });

  test('the far side never wins through a gap of the near one, nor does what is behind the eye', () => {
    const clip = clipFromCloud(camera, space.worldFromTarget, null);
    const [x, y] = pixel([0.3, 0.2, -0.9]);
    // The far point is exactly under the pointer; the near one some pixels away.
    const toEye = [12, 9, 40].map((c) => c / Math.hypot(12, 9, 40));
    const near = [0.3, 0.2, -0.9].map((c, k) => c + 1.2 * toEye[k]! + (k === 0 ? 0.02 : 0));
    const points = Float64Array.of(0.3, 0.2, -0.9, ...near);
    expect(Math.hypot(pixel(near)[0] - x, pixel(near)[1] - y)).toBeGreaterThan(1);
    expect(pickPoint(points, clip, viewport, x, y, 60, 1.2)).toBe(1);
    expect(pickPoint(points, clip, viewport, x, y, 60, Infinity)).toBe(0);
    const behind = toEye.map((c) => (c * 60) / space.scale);
    expect(pickPoint(Float64Array.from(behind), clip, viewport, 400, 300, 400, 1)).toBe(-1);
  });
});
