import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { readCloud } from '../../../src/io/clouds/read.ts';
import { decodePng } from '../../../src/io/images/png.ts';
import { imageOf } from '../../../src/reconstruction/cutout/toPicture.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { koubaiHere as call } from '../koubai.ts';
import { scratch } from '../registrationFiles.ts';
import { points, same } from './files.ts';

const files = scratch();
afterAll(files.remove);

test('shapes writes picture, points and mesh of the very sample', async () => {
  const folder = files.path('deep/er');
  const { err, out } = await call(
    'shapes',
    '--category',
    'mug',
    '--seed',
    '7',
    '--count',
    '2',
    '--out',
    folder,
    '--json',
  );
  expect(err).toBe('');
  expect(JSON.parse(out)).toEqual({ out: folder, shapes: ['mug-7', 'mug-8'] });
  for (const seed of [7, 8]) {
    const sample = makeSample('mug', seed);
    const stem = `${folder}/mug-${seed}`;
    expect(same(await points(`${stem}.ply`), sample.points)).toBe(true);
    const image = decodePng(new Uint8Array(readFileSync(`${stem}.png`)));
    expect(Buffer.from(image.data).equals(Buffer.from(imageOf(sample.picture).data))).toBe(true);
    const { mesh } = (await readCloud('mesh.obj', new Uint8Array(readFileSync(`${stem}.obj`))))!;
    const { vertices, triangles } = mesh!;
    const corners = new Set(Array.from({ length: sample.triangles.length / 3 }, (_, i) => sample.triangles.slice(3 * i, 3 * i + 3).join())); // prettier-ignore
    // Every corner is a corner of the sample, none stands twice, and each face has the sample's corners.
    const written = Array.from({ length: vertices.length / 3 }, (_, i) => vertices.slice(3 * i, 3 * i + 3).join());
    expect(new Set(written).size).toBe(written.length);
    expect(written.every((corner) => corners.has(corner))).toBe(true);
    expect(triangles.length / 3).toBeGreaterThan(0.9 * (sample.triangles.length / 9));
    expect(Math.max(...triangles)).toBeLessThan(written.length);
  }
});

test('--help lists the four commands, and each explains itself', async () => {
  const all = (await call('--help')).out;
  for (const name of ['reconstruct', 'compare', 'shapes', 'evaluate']) {
    expect(all).toMatch(new RegExp(`^  ${name} `, 'm'));
    const { err, out } = await call(name, '--help');
    expect(err).toBe('');
    expect(out).toMatch(/--json/);
  }
});
