import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { absolute, asset, expected, read } from './support.ts';

test.each(Object.entries(expected.samples))(
  '%s: count, first, last, sums and extremes as NumPy has them',
  async (name, want) => {
    const file = await read(name, asset(name));
    const points = absolute(file);
    expect([file.count, file.rows]).toEqual([want.count, want.rows ?? want.count]);
    expect(file.origin).toEqual([0, 0, 0]);
    // Of lidar-*.ply and car-a.csv NumPy read all columns; x, y and z come first.
    expect(points.slice(0, 3)).toEqual(want.first.slice(0, 3));
    expect(points.slice(-3)).toEqual(want.last.slice(0, 3));
    for (const axis of [0, 1, 2]) {
      const column = points.filter((_, i) => i % 3 === axis);
      expect(column.reduce((a, b) => Math.min(a, b))).toBe(want.min[axis]);
      expect(column.reduce((a, b) => Math.max(a, b))).toBe(want.max[axis]);
      // NumPy sums in pairs, this in order: 1e5 roundings of sums below 1e6.
      const scale = column.reduce((a, b) => a + Math.abs(b), 0);
      expect(Math.abs(column.reduce((a, b) => a + b) - want.sum[axis]!)).toBeLessThan(1e-11 * scale);
    }
    // The other columns, in the file's order: their first, last and sum.
    file.fields.slice(3, want.first.length).forEach(({ values }, i) => {
      expect([values[0], values.at(-1)]).toEqual([want.first[3 + i], want.last[3 + i]]);
      expect(Array.from(values).reduce((a, b) => a + b)).toBeCloseTo(want.sum[3 + i]!, 6);
    });
    expect(file.fields.length).toBe(want.first.length);
  },
);

test('spot.obj: triangles and area as NumPy has them', async () => {
  const { mesh } = await read('spot.obj', asset('spot.obj'));
  const { vertices, triangles } = mesh!;
  let area = 0;
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => vertices.subarray(3 * triangles[i + k]!, 3 * triangles[i + k]! + 3));
    const [u, v] = [b!, c!].map((end) => [0, 1, 2].map((k) => end[k]! - a![k]!));
    area +=
      Math.hypot(
        u![1]! * v![2]! - u![2]! * v![1]!,
        u![2]! * v![0]! - u![0]! * v![2]!,
        u![0]! * v![1]! - u![1]! * v![0]!,
      ) / 2;
  }
  const want = expected.samples['spot.obj']!;
  expect(triangles.length / 3).toBe(want.triangles);
  expect(area).toBeCloseTo(want.area!, 12);
});

test('car-a.csv has normals, car-b.csv has none', async () => {
  const a = await read('car-a.csv', asset('car-a.csv'));
  expect(a.fields.map(({ name }) => name)).toEqual(['x', 'y', 'z', 'nx', 'ny', 'nz']);
  expect(a.normals!.length).toBe(3 * a.count);
  expect((await read('car-b.csv', asset('car-b.csv'))).normals).toBeUndefined();
});

test('every file in assets/clouds stands in the manifest with its source, licence and checksum', () => {
  const at = (path: string) => new URL(`../../../${path}`, import.meta.url);
  const manifest = JSON.parse(readFileSync(at('assets/manifest.json'), 'utf8')) as Record<string, string>[];
  const clouds = manifest.filter(({ file }) => file!.startsWith('assets/clouds/'));
  const names = [...Object.keys(expected.samples), 'lidar-target-from-source.txt'];
  expect(clouds.map(({ file }) => file).sort()).toEqual(names.map((name) => `assets/clouds/${name}`).sort());
  for (const { file, source, licence, made, sha256 } of clouds) {
    expect([source, licence, made].every((text) => text!.length > 5)).toBe(true);
    expect(
      createHash('sha256')
        .update(readFileSync(at(file!)))
        .digest('hex'),
    ).toBe(sha256);
  }
});
