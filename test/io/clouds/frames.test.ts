import { expect, test } from 'vitest';
import { fileFromWorking, frameMatrix, inFrame, plainFrame } from '../../../src/io/clouds/frames.ts';
import type { Frame } from '../../../src/io/clouds/frames.ts';
import { composeOrigins, removeOrigins } from '../../../src/io/clouds/origins.ts';
import type { Origin } from '../../../src/io/clouds/types.ts';
import { transformPoints } from '../../../src/math/matrix4.ts';
import type { Matrix4 } from '../../../src/math/matrix4.ts';
import { absolute, columnOf, expected, idsOf, read, readFixture } from './support.ts';

const [c, s] = [Math.cos(0.3), Math.sin(0.3)];
const pose: Matrix4 = Float64Array.of(c, -s, 0, 0.5, s, c, 0, -0.25, 0, 0, 1, 0.125, 0, 0, 0, 1);
const worst = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((max, value, i) => Math.max(max, Math.abs(value - b[i]!)), 0);

test.each(['utm.ply', 'utm-ascii.ply'])(
  '%s: recentred, and exact: position + origin is the coordinate to the bit',
  async (name) => {
    const file = await readFixture(name);
    expect(file.origin).toEqual([500000, 4500000, 0]);
    expect(idsOf(file)).toEqual(['recentred']);
    expect(absolute(file)).toEqual(columnOf(expected.utm, 'x', 'y', 'z'));
    expect(Math.max(...file.positions.map(Math.abs))).toBeLessThan(20);
  },
);

test('the rule: beyond 1e5, or beyond 1e4 spreads; small clouds stay; one wild point decides nothing', async () => {
  const cube = (at: number, size: number, wild = '') => {
    const rows = Array.from({ length: 200 }, (_, i) =>
      [0, 1, 2].map((k) => at + (size * ((i * (2 * k + 3)) % 17)) / 16).join(' '),
    );
    return read('a.xyz', `${rows.join('\n')}\n${wild}`);
  };
  expect((await cube(99_000, 100)).origin).toEqual([0, 0, 0]);
  expect((await cube(101_000, 100)).origin[0]).toBeGreaterThan(100_000);
  expect((await cube(10, 0.01)).origin).toEqual([0, 0, 0]);
  const tiny = await cube(10, 0.0009);
  expect(tiny.origin[0]).toBeCloseTo(10, 2);
  expect((await cube(1, 1, '1e300 -1e300 1e300\n')).origin).toEqual([0, 0, 0]);
  const wild = await cube(4_500_000, 1, '1e300 -1e300 1e300\n');
  expect(absolute(wild).slice(0, 600)).toEqual(absolute(await cube(4_500_000, 1)));
});

test('coordinates that float32 has made coarse are said', async () => {
  const at = (digits: string) =>
    `ply\nformat binary_little_endian 1.0\nelement vertex 2\nproperty ${digits} x\nproperty ${digits} y\nproperty ${digits} z\nend_header\n`;
  const body = (values: Float32Array | Float64Array) => new Uint8Array(values.buffer);
  const both = (header: string, values: Float32Array | Float64Array) =>
    new Uint8Array([...new TextEncoder().encode(header), ...body(values)]);
  const points = [500000, 4500000, 0, 500010, 4500010, 1];
  expect(idsOf(await read('a.ply', both(at('float'), Float32Array.from(points))))).toEqual(['coarse', 'recentred']);
  expect(idsOf(await read('a.ply', both(at('double'), Float64Array.from(points))))).toEqual(['recentred']);
});

test('a pose goes to the files’ own coordinates and back', () => {
  const [source, target]: [Origin, Origin] = [
    [500000, 4500000, 100],
    [499000, 4499000, 0],
  ];
  const whole = composeOrigins(pose, source, target);
  const points = Float64Array.of(500001, 4500002, 103);
  const want = transformPoints(pose, Float64Array.of(1, 2, 3)).map((value, i) => value + target[i]!);
  // R·4.5e6 in float64: some units of 1e-9.
  expect(worst(transformPoints(whole, points), want)).toBeLessThan(5e-9);
  expect(worst(removeOrigins(whole, source, target), pose)).toBeLessThan(5e-9);
});

test.each<readonly [Frame, Frame]>([
  [plainFrame, { unit: 'mm', up: 'z' }],
  [
    { unit: 'ft', up: 'y' },
    { unit: 'cm', up: 'z' },
  ],
  [
    { unit: 'in', up: 'z' },
    { unit: 'km', up: 'y' },
  ],
])('frames %o ← %o: what the working clouds are aligned by aligns the files', async (sourceFrame, targetFrame) => {
  const file = await read('a.xyz', '500001 4500002 3\n500004 4500005 6\n500004 4500001 5\n');
  const source = { origin: file.origin, frame: sourceFrame };
  const target = { origin: [7, -8, 9] as const, frame: targetFrame };
  const working = inFrame(file, sourceFrame).positions;
  const aligned = transformPoints(pose, working);
  // The target's file coordinates of the same place, step by step: out of the frame, then its origin added.
  const scale = { m: 1, mm: 1000, cm: 100, km: 1e-3, in: 1 / 0.0254, ft: 1 / 0.3048 }[targetFrame.unit];
  const want = Array.from({ length: 3 }, (_, i) => aligned.subarray(3 * i, 3 * i + 3)).flatMap(
    ([x = 0, y = 0, z = 0]) => {
      const [a, b, d] = targetFrame.up === 'y' ? [x, z, -y] : [x, y, z];
      return [scale * a + 7, scale * b - 8, scale * d + 9];
    },
  );
  const whole = fileFromWorking(pose, source, target);
  const got = transformPoints(whole, Float64Array.from(absolute(file)));
  expect(worst(got, want)).toBeLessThan(1e-8 * scale);
});

test('y up becomes z up: a cloud’s y axis points to z, its handedness stays, normals and mesh go along', async () => {
  const mesh = await read('a.obj', 'v 0 0 0\nv 1000 0 0\nv 0 2000 0\nf 1 2 3\n');
  const turned = inFrame({ ...mesh, normals: Float64Array.of(0, 1, 0, 0, 0, 1, 1, 0, 0) }, { unit: 'mm', up: 'y' });
  expect(worst(turned.positions, [0, 0, 0, 1, 0, 0, 0, 0, 2])).toBeLessThan(1e-15);
  expect(worst(turned.normals!, [0, 0, 1, 0, -1, 0, 1, 0, 0])).toBeLessThan(1e-15);
  expect(turned.mesh!.vertices).toBe(turned.positions);
  expect(inFrame(mesh, plainFrame).positions).toBe(mesh.positions);
  expect(frameMatrix({ unit: 'm', up: 'y' })).toEqual(Float64Array.of(1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1));
});
