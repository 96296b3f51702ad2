import { expect, test } from 'vitest';
import { writeAlignedPly } from '../../../src/io/clouds/alignedPly.ts';
import { identity } from '../../../src/math/matrix4.ts';
import type { Matrix4 } from '../../../src/math/matrix4.ts';
import {
  absolute,
  asset,
  bytesOf,
  columnOf,
  expected,
  field,
  fixture,
  plainFields,
  read,
  readFixture,
} from './support.ts';

/** 0.5 rad about z, then a shift. */
const [c, s] = [Math.cos(0.5), Math.sin(0.5)];
const pose: Matrix4 = Float64Array.of(c, -s, 0, 10, s, c, 0, -20, 0, 0, 1, 3, 0, 0, 0, 1);

const moved = (v: readonly number[], [x, y, z]: readonly [number, number, number]) =>
  Array.from({ length: v.length / 3 }, (_, i) => v.slice(3 * i, 3 * i + 3)).flatMap(([a = 0, b = 0, d = 0]) => [
    c * a - s * b + x,
    s * a + c * b + y,
    d + z,
  ]);

const worst = (a: ArrayLike<number>, b: readonly number[]) =>
  b.reduce((max, value, i) => Math.max(max, Math.abs(value - a[i]!)), 0);

test.each([
  ['all-types-little.ply', true],
  ['all-types-big.ply', false],
  ['all-types-compressed.pcd', true],
  ['all-types-ascii.pcd', false],
  ['header.csv', true],
])(
  '%s → writeAlignedPly(binary %s) → read: count and every field; points moved, normals turned, all else untouched',
  async (name, binary) => {
    const before = await readFixture(name);
    const after = await read('out.ply', writeAlignedPly(before, pose, { binary }));
    expect([after.rows, after.format, after.notices]).toEqual([before.rows, 'ply', []]);
    const { x, y, z, nx, ny, nz, ...others } = plainFields(before);
    const { x: x1, y: y1, z: z1, nx: nx1, ny: ny1, nz: nz1, ...others1 } = plainFields(after);
    expect(others1).toEqual(others);
    expect(others.intensity).toEqual(expected.table.intensity);
    expect(after.fields.map((one) => [one.name, one.type])).toEqual(
      before.fields.map((one) => [one.name, /^[xyz]$/.test(one.name) ? 'float64' : one.type]),
    );
    const points = moved(columnOf({ x: x!, y: y!, z: z! }, 'x', 'y', 'z'), [10, -20, 3]);
    expect(worst(columnOf({ x: x1!, y: y1!, z: z1! }, 'x', 'y', 'z'), points)).toBeLessThan(1e-14 * 30);
    // Normals of a float file are floats again.
    const normals = moved(columnOf({ nx: nx!, ny: ny!, nz: nz! }, 'nx', 'ny', 'nz'), [0, 0, 0]);
    expect(worst(columnOf({ nx: nx1!, ny: ny1!, nz: nz1! }, 'nx', 'ny', 'nz'), normals)).toBeLessThan(6e-8);
    expect(after.mesh?.triangles).toEqual(before.mesh?.triangles);
  },
);

test('the LiDAR source moved by its published pose: count, intensity bit for bit, points in float64', async () => {
  const before = await read('lidar-source.ply', asset('lidar-source.ply'));
  const matrix = Float64Array.from(expected.matrix);
  const after = await read('out.ply', writeAlignedPly(before, matrix));
  expect(after.count).toBe(69_792);
  expect(field(after, 'scalar_intensity').values).toEqual(field(before, 'scalar_intensity').values);
  const [m, p] = [matrix, before.positions];
  const want = Array.from(p, (_, i) => {
    const [row, at] = [4 * (i % 3), i - (i % 3)];
    return m[row]! * p[at]! + m[row + 1]! * p[at + 1]! + m[row + 2]! * p[at + 2]! + m[row + 3]!;
  });
  expect(worst(absolute(after), want)).toBeLessThan(1e-13);
});

test('rows without coordinates stay where they are, as they are', async () => {
  const before = await readFixture('holes.pcd');
  const after = await read('out.ply', writeAlignedPly(before, pose));
  expect([after.rows, after.count]).toEqual([40, 37]);
  expect(after.rowOf).toEqual(before.rowOf);
  const half = await read('half.ply', writeAlignedPly(await read('a.xyz', '1 2 3 4\n5 nan 6 7\n'), pose));
  expect(plainFields(half)).toMatchObject({
    z: [6, 6],
    y: [expect.closeTo(s + 2 * c - 20, 12), null],
    intensity: [4, 7],
  });
  expect(field(half, 'x').values[1]).toBe(5);
});

test('UTM coordinates keep their digits: the identity gives every coordinate back to the bit', async () => {
  const before = await readFixture('utm.ply');
  expect(before.origin).toEqual([500000, 4500000, 0]);
  const after = await read('out.ply', writeAlignedPly(before, identity(), { binary: false }));
  const { x, y, z } = plainFields(after);
  expect({ x, y, z }).toEqual(expected.utm);
});

test('a mesh keeps its triangles in terms of its own vertices, one with a broken corner is left out', async () => {
  const before = await read('a.obj', 'v 0 0 0\nv nan 1 1\nv 1 0 0\nv 0 1 0\nf 1 2 3\nf 1 3 4\n');
  expect(before.notices.map(({ id }) => id)).toEqual(['not-finite', 'faces-dropped']);
  const text = new TextDecoder().decode(writeAlignedPly(before, identity(), { binary: false }));
  expect(text).toContain('element face 1\n');
  expect(text).toMatch(/\n3 0 2 3\n$/);
});

test('names that PLY cannot hold are mended, a similarity scales points and leaves normals unit', async () => {
  const before = await read('a.csv', 'x,y,z,nx,ny,nz,my field,my_field\n1,2,3,1,0,0,7,8\n');
  const scaled = pose.map((value, i) => (i < 12 && i % 4 !== 3 ? 1000 * value : value));
  const after = await read('out.ply', writeAlignedPly(before, scaled));
  expect(after.fields.map(({ name }) => name).slice(6)).toEqual(['my_field', 'my_field_2']);
  expect(worst(after.positions, [1000 * (c - 2 * s) + 10, 1000 * (s + 2 * c) - 20, 3003])).toBeLessThan(1e-9);
  expect(worst(after.normals!, [c, s, 0])).toBeLessThan(1e-15);
});

test('the header says which way the points were moved', async () => {
  const text = new TextDecoder().decode(
    writeAlignedPly(await read('a.xyz', bytesOf('1 2 3\n')), identity(), { binary: false }),
  );
  expect(text).toContain('comment Koubai: moved by target <- source, row major: 1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1\n');
  expect(fixture('plain.xyz').length).toBeGreaterThan(0);
});
