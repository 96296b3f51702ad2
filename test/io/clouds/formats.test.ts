import { expect, test } from 'vitest';
import { columnOf, expected, field, fixture, idsOf, plain, plainFields, read, readFixture } from './support.ts';

const { table, types } = expected;
const pick = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, table[name]!]));
const xyz = ['x', 'y', 'z'];

test.each(['all-types-ascii.ply', 'all-types-little.ply', 'all-types-big.ply'])(
  '%s: every value of every scalar type as NumPy wrote it, lists and other elements stepped over, polygons as triangles',
  async (name) => {
    const file = await readFixture(name);
    expect([file.format, file.rows, file.count, file.rowOf, file.notices]).toEqual(['ply', 40, 40, null, []]);
    expect(plainFields(file)).toEqual(table);
    expect(Object.fromEntries(file.fields.map((one) => [one.name, one.type]))).toEqual({
      ...types,
      // A text may say float and mean more digits.
      ...(name.includes('ascii') ? { x: 'float64', y: 'float64', z: 'float64' } : {}),
    });
    expect(Array.from(file.positions)).toEqual(columnOf(table, ...xyz));
    const normals = columnOf(table, 'nx', 'ny', 'nz');
    expect(Math.max(...normals.map((value, i) => Math.abs(value - file.normals![i]!)))).toBeLessThan(1e-7);
    expect(file.mesh!.vertices).toBe(file.positions);
    expect(Array.from(file.mesh!.triangles)).toEqual([0, 1, 2, 3, 4, 5, 3, 5, 6, 7, 8, 9, 7, 9, 10, 7, 10, 11]);
  },
);

test('a PLY header with Windows line ends leads to the right first byte', async () => {
  expect(plainFields(await readFixture('windows-ends.ply'))).toEqual(pick(xyz));
});

test.each(['all-types.pcd', 'all-types-compressed.pcd', 'all-types-ascii.pcd'])(
  '%s: every value, colours unpacked from float bits that are NaN, fields of several, 64-bit integers, padding left out',
  async (name) => {
    const file = await readFixture(name);
    const { wide, feature_0, feature_1, feature_2, ...others } = plainFields(file);
    expect(others).toEqual(table);
    expect(wide).toEqual(Array.from({ length: 40 }, (_, i) => i * 1e12 - 5));
    expect([feature_0, feature_1, feature_2]).toEqual(expected.feature);
    expect(field(file, 'red').type).toBe('uint8');
    expect(file.notices).toEqual([]);
  },
);

test('an integer of 64 bits beyond 2^53 is rounded and said', async () => {
  const text = `FIELDS x y z id\nSIZE 4 4 4 8\nTYPE F F F U\nWIDTH 1\nHEIGHT 1\nPOINTS 1\nDATA binary\n`;
  const bytes = new Uint8Array([
    ...new TextEncoder().encode(text),
    ...new Array<number>(12).fill(0),
    ...new Array<number>(8).fill(255),
  ]);
  const file = await read('a.pcd', bytes);
  expect(file.notices).toEqual([{ id: 'wide-integers', values: { name: 'id' } }]);
  expect(field(file, 'id').values[0]).toBe(2 ** 64);
});

test('holes.pcd: three points without coordinates are dropped, counted, and stay in the fields', async () => {
  const file = await readFixture('holes.pcd');
  expect([file.rows, file.count, idsOf(file)]).toEqual([40, 37, ['not-finite']]);
  expect(file.notices[0]!.values).toEqual({ dropped: 3, rows: 40 });
  const kept = Array.from({ length: 40 }, (_, i) => i).filter((i) => ![1, 5, 6].includes(i));
  expect(Array.from(file.rowOf!)).toEqual(kept);
  expect(Array.from(file.positions)).toEqual(kept.flatMap((i) => xyz.map((axis) => table[axis]![i]!)));
  expect(plain(field(file, 'x').values)).toEqual(table.x!.map((value, i) => ([1, 5, 6].includes(i) ? null : value)));
});

test.each(['header.csv', 'decimal-comma.csv', 'tabs.txt'])(
  '%s: names, separator and decimal sign are found out',
  async (name) => {
    const file = await readFixture(name);
    expect(plainFields(file)).toEqual(table);
    expect(['red', 'x', 'label'].map((one) => field(file, one).type)).toEqual(['uint8', 'float64', 'float64']);
    expect(file.normals!.length).toBe(120);
  },
);

test('names in a comment before the points and a count, as CloudCompare writes them', async () => {
  const file = await readFixture('cloudcompare.asc');
  const { R, G, B, ...others } = plainFields(file);
  expect({ ...others, red: R, green: G, blue: B }).toEqual(pick([...xyz, 'red', 'green', 'blue', 'intensity']));
  expect(field(file, 'R').type).toBe('uint8');
});

test('files without names: normals by their length, PTS intensity and colours', async () => {
  expect(plainFields(await readFixture('plain.xyz'))).toEqual(pick(xyz));
  expect(plainFields(await readFixture('normals.xyz'))).toEqual(pick([...xyz, 'nx', 'ny', 'nz']));
  const { intensity, ...others } = plainFields(await readFixture('scan.pts'));
  expect(intensity).toEqual(table.ring);
  expect(others).toEqual(pick([...xyz, 'red', 'green', 'blue']));
});

test('tables: other spellings of names, empty cells, a column whose name stands twice, comments amid the points', async () => {
  const file = await read('a.csv', 'Easting [m],Northing [m],Height [m],q,q,\n1,2,3,4,,6\n# left out\n7,8,9,,11,12\n');
  expect(plainFields(file)).toEqual({
    x: [1, 7],
    y: [2, 8],
    z: [3, 9],
    q: [4, null],
    q_2: [null, 11],
    column_6: [6, 12],
  });
  expect(file.notices).toEqual([{ id: 'comments', values: { lines: 1 } }]);
});

test('decimals are read to the last bit: 20,000 doubles with 1 to 17 digits and exponents, as Number reads them', async () => {
  let state = 12345;
  const next = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  const texts = Array.from({ length: 20_000 }, () => {
    const value = (next() - 0.5) * 10 ** Math.floor(next() * 60 - 30);
    const shape = Math.floor(next() * 4);
    if (shape === 0) return String(value);
    if (shape === 1) return value.toExponential(Math.floor(next() * 17));
    if (shape === 2) return value.toPrecision(1 + Math.floor(next() * 17));
    return value.toFixed(Math.floor(next() * 9));
  });
  const bytes = `1 2 3 4\n${texts.map((text) => `1 2 3 ${text}`).join('\n')}\n`;
  expect(Array.from(field(await read('a.xyz', bytes), 'intensity').values.subarray(1))).toEqual(texts.map(Number));
});

test('mesh.obj: colours, polygons, indices of texture and normals, indices that count back', async () => {
  const file = await readFixture('mesh.obj');
  const { red, ...others } = plainFields(file);
  expect({ x: others.x, y: others.y, z: others.z }).toEqual(pick(xyz));
  expect(red).toEqual(table.red!.map((value) => value! / 255));
  expect(Array.from(file.mesh!.triangles)).toEqual(
    [
      [0, 1, 2],
      [3, 4, 5],
      [3, 5, 6],
      [7, 8, 9],
      [7, 9, 10],
      [7, 10, 11],
      [19, 18, 17],
      [39, 20, 0],
    ].flat(),
  );
});

test.each(['binary.stl', 'ascii.stl'])('%s: three corners a facet', async (name) => {
  const file = await readFixture(name);
  expect([file.format, file.count]).toEqual([name === 'binary.stl' ? 'stl-binary' : 'stl', 39]);
  expect(Array.from(file.positions)).toEqual(columnOf(table, ...xyz).slice(0, 117));
  expect(Array.from(file.mesh!.triangles)).toEqual(Array.from({ length: 39 }, (_, i) => i));
});

test('the content says what a file is; a name that lies is said', async () => {
  const file = await read('cloud.obj', fixture('plain.xyz'));
  expect(file.format).toBe('text');
  expect(file.notices).toEqual([{ id: 'extension', values: { said: 'OBJ', is: 'XYZ, TXT, CSV or PTS' } }]);
  expect((await read('CLOUD.PTS', fixture('plain.xyz'))).notices).toEqual([]);
  expect((await read('part.stl', fixture('ascii.stl'))).notices).toEqual([]);
});
