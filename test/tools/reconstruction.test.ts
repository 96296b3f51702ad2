import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { categoryOf, piecesOf } from '../../tools/reconstruction/catalogue.ts';
import { goalsTable, tablesOf, type Figures } from '../../tools/reconstruction/figuresTables.mjs';
import { objTriangles } from '../../tools/reconstruction/objMesh.ts';
import { readZip } from '../../tools/reconstruction/zip.ts';

test('a zip gives its stored and its deflated files', () => {
  const files = [
    { name: 'a.txt', body: Buffer.from('as it is'), method: 0 },
    { name: 'folder/ü.txt', body: Buffer.from('packed '.repeat(40)), method: 8 },
  ];
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, body, method } of files) {
    const packed = method === 8 ? deflateRawSync(body) : body;
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(title.length, 26);
    local.writeUInt16LE(4, 28); // an extra field that the central directory does not have
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc32(body), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(body.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(at, 42);
    entries.push(entry, title);
    const whole = Buffer.concat([local, title, Buffer.alloc(4), packed]);
    parts.push(whole);
    at += whole.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(at, 16);
  const zip = readZip(Buffer.concat([...parts, ...entries, end]));
  expect([...zip].map(([name, read]) => [name, read().toString()])).toEqual(
    files.map(({ name, body }) => [name, body.toString()]),
  );
  expect(() => readZip(Buffer.from('no archive, but long enough'))).toThrow('not a zip');
});

test('an OBJ gives the triangles of all its groups, polygons as fans, indices of either sign', () => {
  const obj = [
    'mtllib x.mtl',
    ...['o one', 'v 0 0 0', 'v 1 0 0 0.5 0.5 0.5', 'v 1 1 0', 'v 0 1 0', 'f 1/1/1 2//2 3 \\', '4'],
    ...['g two', 'v 0 0 5', 'f -1 1 2', 'l 1 2', 'something odd'],
  ].join('\n');
  expect([...objTriangles(obj)]).toEqual([
    ...[0, 0, 0, 1, 0, 0, 1, 1, 0],
    ...[0, 0, 0, 1, 1, 0, 0, 1, 0],
    ...[0, 0, 5, 0, 0, 0, 1, 0, 0],
  ]);
  expect(() => objTriangles('v 0 0 0\nf 1 2 3')).toThrow('vertex 2 of 1');
  expect(() => objTriangles('v 0 zero 0')).toThrow('none');
  expect(() => objTriangles('v 0 0 0')).toThrow('no face');
});

test('a catalogue gives its pieces, with the rotation where there is one', () => {
  const text =
    '# name#1=no\nid=library\nname#1=Lampe \\u00e0 pied\ncategory#1=Lights\nmodel#1=/a/b.obj\ncreator#1=J\xe9r\xf4me\n' +
    'name#2=Door\ncategory#2=Doors\nmodel#2=/a/c.obj\nmodelRotation#2=0 0 1 0 1 0 -1 0 0\n';
  expect(piecesOf(Buffer.from(text, 'latin1'))).toEqual([
    { name: 'Lampe à pied', room: 'Lights', model: 'a/b.obj', creator: 'Jérôme', rotation: null },
    { name: 'Door', room: 'Doors', model: 'a/c.obj', creator: '', rotation: [0, 0, 1, 0, 1, 0, -1, 0, 0] },
  ]);
});

test.each([
  ['Chair with cushion', 'Living room', 'chair'],
  ['Baby high chair', 'Bedroom', 'chair'],
  ['Wheelchair', 'Miscellaneous', 'other'],
  ['Table on trestles', 'Office', 'table'],
  ['Table fan', 'Miscellaneous', 'other'],
  ['Bedside table', 'Bedroom', 'table'],
  ['Sofa 3 seats', 'Living room', 'sofa'],
  ['Renault Scenic', 'Vehicles', 'car'],
  ['Sitting male', 'Characters', 'other'],
  ['Upper shelves cabinet', 'Kitchen', 'cabinet'],
])('%s (%s) is of category %s', (name, room, category) => {
  expect(categoryOf({ name, room })).toBe(category);
});

test('the tables say what was measured, met or missed, and by how much', () => {
  const distances = (chamfer: number) => ({ chamfer, emd: 10 * chamfer, fScore: 0.9 });
  const summary = (network: number) => ({
    count: 5,
    network: distances(network),
    retrieval: distances(0.004),
    mean: distances(0.02),
    floor: distances(0.001),
    winRate: 0.6,
  });
  const set = (network: number) => ({ asked: '', seconds: 1, all: summary(network), byCategory: {} });
  const figures: Figures = { network: 1, sets: { five: set(0.0036), tight: set(0.003), shift: set(0.0039) } };
  const goals = goalsTable(figures);
  expect(goals).toContain('| CD × 10³, five categories | ≤ 3.20 | 3.60 | **missed** by 0.40 |');
  expect(goals).toContain('| Nearer than look-up, five | ≥ 58.0 % | 60.0 % | met |');
  expect(goals).toContain('| CD’s rise, moved by 4 of 64 pixels | ≤ 40.0 % | 30.0 % | met |');
  expect(goals).toContain('| Nearer than look-up, SweetHome3D CC-BY | ≥ 80.0 % | not measured |');
  expect(tablesOf(figures, 'ja')).toContain('| 3.60 | 4.00 | 20.00 | 1.00 | 60.0 % |');
});

test('every trained file and photograph stands in the manifest with its source, licence and checksum', () => {
  const at = (path: string) => new URL(`../../${path}`, import.meta.url);
  const manifest = JSON.parse(readFileSync(at('assets/manifest.json'), 'utf8')) as Record<string, string>[];
  const entries = manifest.filter(({ file }) => file!.startsWith('assets/reconstruction/'));
  const files = readdirSync(at('assets/reconstruction'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(bin|webp)$/.test(name))
    .map((name) => `assets/reconstruction/${name.replaceAll('\\', '/')}`);
  expect(entries.map(({ file }) => file).sort()).toEqual(files.sort());
  const network = entries.find(({ file }) => file === 'assets/reconstruction/network.bin')!;
  expect(network['source']).toContain('tools/reconstruction/meshes/manifest.json');
  const { training } = JSON.parse(readFileSync(at('assets/reconstruction/network.json'), 'utf8')) as {
    training: { stage: string }[];
  };
  for (const { stage } of training) expect(network['made']).toContain(stage);
  for (const { file, source, licence, made, sha256 } of entries) {
    expect([source, licence, made].every((text) => text!.length >= 3)).toBe(true);
    const sum = createHash('sha256')
      .update(readFileSync(at(file!)))
      .digest('hex');
    expect(sum, `${file}: node tools/reconstruction/manifest.mjs`).toBe(sha256);
  }
});

test('the figures in the guides and the model card are those of the JSON, and of the network that ships', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const figures = JSON.parse(read('docs/reconstruction-figures.json')) as Figures;
  const { crc32 } = JSON.parse(read('assets/reconstruction/network.json')) as { crc32: number };
  expect(figures.network, 'node tools/reconstruction/figures.mjs').toBe(crc32);
  // Prettier pads the columns.
  const rows = (text: string) =>
    text.split('\n').map((line) => (/^\|[-| ]+\|$/.test(line) ? '|' : line.replace(/ +/g, ' ').trim()));
  for (const [file, tables] of [
    ['docs/reconstruction.md', tablesOf(figures, 'en')],
    ['docs/reconstruction.ja.md', tablesOf(figures, 'ja')],
    ['assets/reconstruction/MODEL-CARD.md', `${tablesOf(figures, 'en', true)}\n${goalsTable(figures)}`],
  ] as const) {
    const shown = /<!-- figures -->\n([\s\S]*?)<!-- \/figures -->/.exec(read(file))![1]!;
    expect(rows(shown).filter(Boolean), file).toEqual(rows(tables).filter(Boolean));
  }
});
