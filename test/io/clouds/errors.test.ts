import { expect, test } from 'vitest';
import { limits } from '../../../src/io/clouds/limits.ts';
import { noticeInWords } from '../../../src/io/clouds/noticeInWords.ts';
import { readCloud } from '../../../src/io/clouds/read.ts';
import { bytesOf, fixture, read, refused } from './support.ts';

const joined = (...parts: readonly (string | Uint8Array)[]) =>
  new Uint8Array(parts.flatMap((part) => Array.from(typeof part === 'string' ? bytesOf(part) : part)));

const ply = (count: string, body = '', kind = 'ascii', properties = 'float x,float y,float z') =>
  `ply\nformat ${kind} 1.0\nelement vertex ${count}\n${properties.replace(/(^|,)/g, '$1property ').replaceAll(',', '\n')}\nend_header\n${body}`;

const pcd = (entries: Readonly<Record<string, string>>, body: string) => {
  const all = {
    FIELDS: 'x y z',
    SIZE: '4 4 4',
    TYPE: 'F F F',
    COUNT: '1 1 1',
    WIDTH: '2',
    HEIGHT: '1',
    POINTS: '2',
    DATA: 'ascii',
    ...entries,
  };
  return `# .PCD v0.7\nVERSION 0.7\n${Object.entries(all)
    .map(([key, value]) => `${key} ${value}\n`)
    .join('')}${body}`;
};

const cases: readonly (readonly [what: string, bytes: Uint8Array | string, code: string, where: object | null])[] = [
  ['an empty file', '', 'empty', null],
  ['a file of blanks', ' \n\n \n', 'empty', null],
  ['a picture', new Uint8Array([137, 80, 78, 71, 13, 10]), 'foreign-format', null],
  ['LAS', 'LASF\0\0', 'foreign-cloud', null],
  ['bytes of nothing', new Uint8Array([7, 1, 2, 3, 0, 0, 9]), 'unknown-format', { byte: 0 }],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 49, 0, 32, 0]), 'encoding', null],
  ['prose', 'Dear all,\nhere is no cloud.\n', 'not-a-number', { line: 1 }],
  ['a table without x, y and z', 'a,b,c\n1,2,3\n', 'no-coordinates', { line: 1 }],
  ['a header without points', 'x,y,z\n', 'no-points', null],
  ['two columns', '1 2\n3 4\n', 'column-count', { line: 1 }],
  ['a row with a column too few', '1 2 3\n4 5\n', 'column-count', { line: 2 }],
  ['a row of words', '1 2 3\n4 five 6\n', 'not-a-number', { line: 2 }],
  ['a second header', 'x,y,z\nx,y,z\n1,2,3\n', 'not-a-number', { line: 2 }],
  ['PTS with fewer points than it says', '3\n1 2 3\n4 5 6\n', 'too-short', { line: 3 }],
  ['PTS with more', '1\n1 2 3\n4 5 6\n', 'surplus', { line: 3 }],
  ['binary data in a table', '1 2 3\n4 5 6\n7 \0 9\n', 'unknown-format', { byte: 14 }],
  ['only NaN', '1 nan 3\nnan 2 3\n', 'not-finite', null],
  ['a PLY that promises 10^12 points', ply('1000000000000'), 'too-many', null],
  ['a PLY that promises more than its bytes hold', ply('19000000', '1 2 3\n'), 'too-short', { byte: 113 }],
  ['a binary PLY cut off', fixture('utm.ply').subarray(0, 2000), 'too-short', { byte: 2000 }],
  ['a binary PLY with bytes left over', joined(fixture('windows-ends.ply'), 'abcd'), 'surplus', { byte: 648 }],
  ['an ascii PLY with a line too few', ply('2', '1 2 3\n         \n'), 'too-short', { line: 9 }],
  ['an ascii PLY with a line too many', ply('1', '1 2 3\n4 5 6\n'), 'surplus', { line: 9 }],
  ['a PLY without end_header', 'ply\nformat ascii 1.0\n', 'header', { line: 2 }],
  ['a PLY without a format', 'ply\nelement vertex 1\nend_header\n', 'header', { line: 3 }],
  ['a PLY of an unknown format', ply('1', '1 2 3', 'binary_middle_endian'), 'header', { line: 2 }],
  ['a PLY with a count of words', ply('many', '1 2 3\n'), 'header', { line: 3 }],
  ['a PLY with an unknown type', ply('1', '1 2 3\n', 'ascii', 'half x,float y,float z'), 'unknown-type', { line: 4 }],
  [
    'a PLY with a type that only objects have',
    ply('1', '1 2 3\n', 'ascii', 'constructor x,float y,float z'),
    'unknown-type',
    { line: 4 },
  ],
  ['a PLY with two x', ply('1', '1 2 3\n', 'ascii', 'float x,float x,float z'), 'duplicate-field', { line: 5 }],
  ['a PLY without z', ply('1', '1 2\n', 'ascii', 'float x,float y'), 'no-coordinates', null],
  ['a PLY without points', ply('0'), 'no-points', null],
  ['a PLY without vertices', 'ply\nformat ascii 1.0\nend_header\n', 'no-points', null],
  [
    'a colour of 300',
    ply('1', '1 2 3 300\n', 'ascii', 'float x,float y,float z,uchar red'),
    'out-of-range',
    { line: 9 },
  ],
  [
    'half an integer',
    ply('1', '1 2 3 0.5\n', 'ascii', 'float x,float y,float z,uchar red'),
    'out-of-range',
    { line: 9 },
  ],
  [
    'a float too large',
    ply('1', '1 2 3 1e39\n', 'ascii', 'float x,float y,float z,float w'),
    'out-of-range',
    { line: 9 },
  ],
  ['binary points under the word ascii', joined(ply('2'), new Uint8Array(24)), 'binary', { byte: 100 }],
  ['a PCD with a missing SIZE', pcd({ SIZE: '4 4' }, ''), 'header', { line: 10 }],
  ['a PCD of an unknown type', pcd({ TYPE: 'F F Q' }, ''), 'unknown-type', { line: 10 }],
  [
    'a PCD with a type that only objects have',
    pcd({ TYPE: 'F F to', SIZE: '4 4 String' }, ''),
    'unknown-type',
    { line: 10 },
  ],
  ['a PCD whose counts disagree', pcd({ WIDTH: '3' }, '1 2 3\n4 5 6\n'), 'header', { line: 10 }],
  ['a PCD with a point too few', pcd({}, '1 2 3\n\n      '), 'too-short', { line: 13 }],
  ['a PCD that promises 10^12 points', pcd({ WIDTH: '1000000000000', POINTS: '1000000000000' }, ''), 'too-many', null],
  ['a PCD of 10^9 values a point', pcd({ COUNT: '1 1 1000000000' }, '1 2 3\n'), 'too-short', { byte: 123 }],
  ['a binary PCD cut off', fixture('all-types.pcd').subarray(0, 3000), 'too-short', { byte: 3000 }],
  ['a compressed PCD cut off', fixture('all-types-compressed.pcd').subarray(0, 3000), 'too-short', { byte: 3000 }],
  ['an OBJ face beyond the vertices', 'v 1 2 3\nv 1 2 4\nf 1 2 3\n', 'index', { line: 3 }],
  ['an OBJ face before the first', 'v 1 2 3\nv 1 2 4\nf -1 -2 -3\n', 'index', { line: 3 }],
  ['an OBJ face of two', 'v 1 2 3\nv 1 2 4\nf 1 2\n', 'bad-list', { line: 3 }],
  ['an OBJ statement that is none', 'v 1 2 3\nw 1 2 4\n', 'grammar', { line: 2 }],
  ['a binary STL cut off', fixture('binary.stl').subarray(0, 700), 'unknown-format', { byte: 16 }],
  ['an ascii STL cut off', fixture('ascii.stl').subarray(0, 3000), 'cut-off', { line: 77 }],
  ['an ascii STL that ends between facets', 'solid a\nfacet normal 0 0 1\nouter loop\n', 'cut-off', { line: 3 }],
];

test.each(cases)('%s: a message with place and remedy', async (_what, bytes, code, where) => {
  const error = await refused('cloud.dat', bytes);
  expect([error.code, error.where]).toEqual([code, where]);
  // What, where, remedy, on one line.
  expect(error.message).toMatch(/^[^\n]{10,400}: [^\n]{10,200}\.$/);
  expect(error.message.endsWith(`: ${error.remedy}.`)).toBe(true);
  expect(error.message).not.toMatch(/undefined|NaN|\[object/);
});

test('a binary STL that was cut off is known by its name', async () => {
  const error = await refused('part.stl', fixture('binary.stl').subarray(0, 700));
  expect([error.code, error.where]).toEqual(['too-short', { byte: 700 }]);
});

test('a file above the limit is refused by its size alone', async () => {
  // A view of that length without its memory: nothing may be read of it.
  const huge = new Proxy(new Uint8Array(1), { get: (_, key) => (key === 'length' ? limits.bytes + 1 : undefined) });
  await expect(readCloud('a.ply', huge)).rejects.toMatchObject({ code: 'too-large' });
});

test('more than half without coordinates is a warning, in words', async () => {
  const file = await read('a.xyz', '1 2 3\nnan 2 3\n1 inf 3\n');
  expect(file.notices.map(noticeInWords)).toEqual([
    'more than half of the points (2 of 3) have no finite coordinates and are left out',
  ]);
});

test('progress rises to 1 and a stop ends the reading between two slices', async () => {
  const text = bytesOf('1.5 2.5 3.5\n'.repeat(200_000));
  const parts: number[] = [];
  const file = await readCloud('a.xyz', text, { progress: (part) => parts.push(part) });
  expect(file!.count).toBe(200_000);
  expect(parts.length).toBe(7);
  expect(parts.every((part, i) => part > (parts[i - 1] ?? 0)) && parts.at(-1) === 1).toBe(true);
  const stop = { aborted: false };
  let heard = 0;
  const stopped = await readCloud('a.xyz', text, { progress: () => (stop.aborted = ++heard === 2), stop });
  expect([stopped, heard]).toEqual([null, 2]);
});

test.each([
  ['blanks', ' '.repeat(3000)],
  ['comments with Windows ends', '# more\r\n'.repeat(400)],
  ['empty lines', '\n'.repeat(3000)],
])('a table behind many %s: what it is takes no time to see', async (_what, before) => {
  const begun = performance.now();
  const file = await read('a.xyz', `${before}1 2 3\n4 5 6\n`);
  expect([file.format, file.count]).toEqual(['text', 2]);
  // Each character that fits in two ways would double the time: forty of them took days.
  expect(performance.now() - begun).toBeLessThan(1000);
});

const ptx = `2\n2\n0 0 0\n1 0 0\n0 1 0\n0 0 1\n1 0 0 0\n0 1 0 0\n0 0 1 0\n0 0 0 1\n1.5 2 3 0.4\n0 0 0 0.5\n1 2 4 0.1\n1 2 5 0.2\n`;

test.each([
  ['glTF', '{\n  "asset": { "version": "2.0" },\n  "meshes": []\n}\n'],
  ['glTF', 'glTF\u0002\0\0\0'],
  ['VTK', '# vtk DataFile Version 3.0\npoints\nASCII\nDATASET POLYDATA\nPOINTS 1 float\n0 0 0\n'],
  ['VTK', '<?xml version="1.0"?>\n<VTKFile type="PolyData">\n'],
  ['OFF', 'OFF\n3 1 0\n0 0 0\n1 0 0\n0 1 0\n3 0 1 2\n'],
  ['OFF', 'COFF\n3 1 0\n0 0 0 1 0 0 1\n'],
  ['PTX', ptx],
  ['PTX', ptx.replaceAll('\n', '\r\n')],
  ['E57', 'ASTM-E57\u0001\0\0\0'],
  ['LAS and LAZ', 'LASF\0\0'],
  ['COLLADA', '<?xml version="1.0" encoding="utf-8"?>\n<COLLADA xmlns="http://www.collada.org">\n'],
])('%s is named, with what to do (%#)', async (format, text) => {
  const { code, detail, message } = await refused('cloud.dat', text);
  expect([code, detail.format]).toEqual(['foreign-cloud', format]);
  expect(message).toMatch(new RegExp(`^${format} files are not read here.*save it as .* first, with \\w+ for example`));
});

test.each([
  ['JSON', '[[1, 2, 3], [4, 5, 6]]'],
  ['XML and HTML', '<!doctype html><html></html>'],
])('%s is no cloud, and is named', async (format, text) => {
  const { code, detail } = await refused('cloud.dat', text);
  expect([code, detail.format]).toEqual(['foreign-format', format]);
});
