import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { normalise } from '../../src/reconstruction/normalise.ts';
import { readMeshes, writeMeshes } from '../../tools/reconstruction/meshes/bin.ts';
import { alike, fingerprint } from '../../tools/reconstruction/meshes/fingerprint.ts';
import { gathered, surveyed, type Manifest } from '../../tools/reconstruction/meshes/gather.ts';
import { gltfTriangles } from '../../tools/reconstruction/meshes/gltf.ts';
import { refuseMesh, refuseSource, shortened } from '../../tools/reconstruction/meshes/heldOut.ts';
import { categoryOfFile } from '../../tools/reconstruction/meshes/names.ts';
import { reduced } from '../../tools/reconstruction/meshes/reduce.ts';
import { sources, type MeshSource } from '../../tools/reconstruction/meshes/sources.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../tools/reconstruction/meshes/${name}`, import.meta.url), 'utf8'));
const manifest = read('manifest.json') as Manifest;
const heldOut = new Set(read('held-out.json') as string[]);
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const source: MeshSource = {
  id: 'toys',
  from: { repository: 'someone/toys', commit: '0' },
  creator: 'Someone',
  licence: 'CC0',
  licenceFile: 'LICENSE',
  files: /\.obj$/,
};
const pyramid = (height: number) => {
  const [a, b, c, d, top] = [[0, 0, 0], [1, 0, 0], [1, 0, 1], [0, 0, 1], [0.5, height, 0.5]] as const; // prettier-ignore
  return Float64Array.from([[a, b, top], [b, c, top], [c, d, top], [d, a, top], [a, b, c], [a, c, d]].flat(2)); // prettier-ignore
};
const file = (path: string, height = 1) => ({
  path,
  sha256: digest(path),
  category: 'other',
  triangles: () => normalise(pyramid(height)),
});

test('nothing of the evaluation is in the manifest of the training meshes, by source or by file', () => {
  expect(heldOut.size).toBeGreaterThan(600);
  expect(manifest.sources.map(({ source: { id } }) => id)).toEqual(sources.map(({ id }) => id));
  expect(() => sources.forEach(refuseSource)).not.toThrow();
  const entries = manifest.sources.flatMap(({ meshes }) => meshes);
  expect(entries.length).toBeGreaterThan(300);
  expect(() => entries.forEach(({ path, sha256 }) => refuseMesh(path, sha256, heldOut))).not.toThrow();
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  expect(new Set(entries.map(({ sha256 }) => sha256)).size).toBe(entries.length);
});

test('a source of the evaluation is refused', () => {
  const kay = { repository: 'KayKit-Game-Assets/KayKit-Furniture-Bits-1.0', commit: '0' };
  expect(() => refuseSource({ ...source, from: kay })).toThrow('held out');
  expect(() => refuseSource({ ...source, creator: 'Kay Lousberg' })).toThrow('held out');
  for (const library of ['BlendSwap-CC-BY', 'KatorLegaz', 'Reallusion', 'Scopia'])
    expect(() => refuseSource({ ...source, from: { library } })).toThrow('held out');
  expect(() => refuseSource({ ...source, from: { repository: 'x/shapenet-renders', commit: '0' } })).toThrow(
    'held out',
  );
  expect(() => refuseMesh('assets/KayKit_Furniture/chair_A.obj', digest('x'), heldOut)).toThrow('held out');
});

test('a file of the evaluation is refused under any name, a changed file too', () => {
  const listed = (sha256: string): Manifest => ({
    sources: [{ source, meshes: [{ id: 'toys/a', path: 'a.obj', sha256, category: 'other' }] }],
  });
  const files = () => [file('a.obj')];
  const sha256 = digest('a.obj');
  expect(gathered(listed(sha256), [source], files, new Set())).toHaveLength(1);
  expect(() => gathered(listed(sha256), [source], files, new Set([shortened(sha256)]))).toThrow('of the evaluation');
  expect(() => gathered(listed(digest('b')), [source], files, new Set())).toThrow('another file');
  expect(() => gathered(listed(sha256), [source], () => [], new Set())).toThrow('does not hold');
});

test('a survey takes each shape once and none that is held out or alike to it, whatever its file', () => {
  const said: string[] = [];
  const files = [file('a.obj'), file('copy.obj'), file('tall.obj', 3), file('evil.obj', 2), file('never.obj', 0.5), file('sub/a.obj', 1.5), file('tile.obj', 0.001)]; // prettier-ignore
  const found = surveyed([source], () => files, new Set([shortened(digest('evil.obj'))]), [fingerprint(normalise(pyramid(0.5)))], (line) => said.push(line)); // prettier-ignore
  expect(found.meshes.map(({ id }) => id)).toEqual(['toys/a', 'toys/tall', 'toys/a~2']);
  expect(found.manifest.sources[0]?.meshes.map(({ path }) => path)).toEqual(['a.obj', 'tall.obj', 'sub/a.obj']);
  expect(said.join('\n')).toMatch(/copy.*there already[^]*evil.*evaluation[^]*never.*held out[^]*tile.*flat/);
});

test('the statistics of a surface do not depend on how it is cut into triangles', () => {
  const whole = normalise(pyramid(1.5));
  const halved = Array.from({ length: whole.length / 9 }, (_, i) => {
    const [a, b, c] = [0, 3, 6].map((k) => [...whole.subarray(9 * i + k, 9 * i + k + 3)]) as [number[], number[], number[]]; // prettier-ignore
    const middle = b.map((x, k) => (x + c[k]!) / 2);
    return [a, b, middle, a, middle, c].flat();
  }).flat();
  expect(alike(fingerprint(whole), fingerprint(Float64Array.from(halved)))).toBe(true);
  expect(alike(fingerprint(whole), fingerprint(normalise(pyramid(1.6))))).toBe(false);
});

test('the binary gives back what was written, to float32, and says when it is cut short', () => {
  const meshes = [
    { id: 'a/ü', category: 'chair', triangles: pyramid(1) },
    { id: 'b', category: 'other', triangles: pyramid(0.5) },
  ];
  const bytes = writeMeshes(meshes);
  expect(readMeshes(bytes)).toEqual(meshes);
  expect(readMeshes(new Uint8Array([0, ...bytes]).subarray(1))).toEqual(meshes);
  expect(() => readMeshes(new Uint8Array([...bytes, 0]))).toThrow('cut short');
  expect(() => readMeshes(new Uint8Array(12))).toThrow('not the training meshes');
});

test('a glTF puts every mesh where its nodes say', () => {
  const positions = Buffer.from(new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0]).buffer);
  const indices = Buffer.from(new Uint16Array([0, 1, 2]).buffer);
  const json = {
    scenes: [{ nodes: [0] }],
    nodes: [
      { children: [1], translation: [10, 0, 0] },
      { mesh: 0, rotation: [0, 0, Math.SQRT1_2, Math.SQRT1_2], scale: [2, 2, 2] },
    ],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1 }] }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 3, type: 'VEC3' },
      { bufferView: 1, componentType: 5123, count: 3, type: 'SCALAR' },
    ],
    bufferViews: [
      { buffer: 0, byteLength: 36 },
      { buffer: 0, byteOffset: 36, byteLength: 6 },
    ],
    buffers: [
      { uri: `data:application/octet-stream;base64,${Buffer.concat([positions, indices]).toString('base64')}` },
    ],
  };
  const triangles = gltfTriangles(Buffer.from(JSON.stringify(json)));
  const expected = [10, 0, 0, 10, 2, 0, 8, 0, 0];
  triangles.forEach((x, i) => expect(x).toBeCloseTo(expected[i]!, 6));
  expect(() => gltfTriangles(Buffer.from('{"scenes":[{"nodes":[0]}],"nodes":[{}]}'))).toThrow('no face');
});

test('a heavy mesh is thinned without leaving its place', () => {
  const cells = 120;
  const corner = (i: number, j: number) => [i / cells - 0.5, 0.1 * Math.sin(i / 9) * Math.cos(j / 7), j / cells - 0.5];
  const fine = Float64Array.from(
    Array.from({ length: cells * cells }, (_, n) => {
      const [i, j] = [n % cells, Math.floor(n / cells)];
      return [
        corner(i, j),
        corner(i + 1, j),
        corner(i, j + 1),
        corner(i + 1, j),
        corner(i + 1, j + 1),
        corner(i, j + 1),
      ];
    }).flat(2),
  );
  expect(reduced(fine.subarray(0, 9000))).toEqual(fine.subarray(0, 9000));
  const thin = reduced(fine);
  expect(thin.length).toBeLessThan(0.8 * fine.length);
  // A vertex goes at most as far as its cell is wide.
  const before = fingerprint(fine);
  fingerprint(thin).forEach((value, i) => expect(Math.abs(value - before[i]!)).toBeLessThan(2 / 96));
});

test.each([
  ['chairDesk.obj', 'chair'],
  ['Light_Ceiling3.glb', 'lamp'],
  ['sedan-sports.obj', 'car'],
  ['tableCoffeeGlass.obj', 'table'],
  ['cabinetBed.obj', 'other'],
  ['Bookcase_Books.fbx', 'shelf'],
  ['toilet.obj', 'other'],
])('%s is filed under %s', (name, category) => {
  expect(categoryOfFile(name)).toBe(category);
});
