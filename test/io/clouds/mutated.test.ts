import { expect, test } from 'vitest';
import { CloudError } from '../../../src/io/clouds/errors.ts';
import type { CloudFile } from '../../../src/io/clouds/types.ts';
import { createRng } from '../../../src/math/rng.ts';
import { mutate } from './mutate.ts';
import { asset, fixture, read } from './support.ts';
import * as untouched from './untouched.ts';
import type { Oracle } from './untouched.ts';

const SEED = 4;
/** What hangs takes longer, on a busy machine too; 40 points take well under a millisecond, the sample clouds some ten. */
const LIMIT_MS = 10_000;

const {
  afterLine,
  binaryOracle,
  compressedOracle,
  pcdPlace,
  plyPlace,
  plyRows,
  splitPcd,
  splitPly,
  splitStl,
  stlPlace,
  tableRows,
  textOracle,
} = untouched;

const vertexLines = (lines: readonly string[]) => lines.filter((line) => /^v[ \t]/.test(line));
const stlLines = (lines: readonly string[]) => lines.filter((line) => /^vertex[ \t]/i.test(line));

/** The count is a line of its own, unless the mutation took it away. */
const ptsRows = (lines: readonly string[]) => tableRows(/^\d+$/.test(lines[0] ?? '') ? 1 : 0)(lines);

/** The cameras before the vertices. */
const CAMERAS = 1 + 16 + 4 + 1 + 4;
const lidar: untouched.Place = (row, column) => [16 * row + 4 * column, 4];
const room: untouched.Place = (row, column) => [4 * (112_586 * column + row), 4];

const small: readonly (readonly [name: string, count: number, oracle: (bytes: Uint8Array) => Oracle])[] = [
  ['all-types-ascii.ply', 1000, (bytes) => textOracle(bytes, plyRows)],
  ['all-types-little.ply', 1000, (bytes) => binaryOracle(bytes, splitPly(CAMERAS), plyPlace())],
  ['all-types-big.ply', 1000, (bytes) => binaryOracle(bytes, splitPly(CAMERAS), plyPlace())],
  ['all-types-ascii.pcd', 1000, (bytes) => textOracle(bytes, afterLine(/^DATA/))],
  ['all-types.pcd', 1000, (bytes) => binaryOracle(bytes, splitPcd, pcdPlace(false))],
  ['all-types-compressed.pcd', 1000, (bytes) => compressedOracle(bytes, 40 * 77, pcdPlace(true))],
  ['plain.xyz', 1000, (bytes) => textOracle(bytes, tableRows(0))],
  ['header.csv', 1000, (bytes) => textOracle(bytes, tableRows(1))],
  ['decimal-comma.csv', 1000, (bytes) => textOracle(bytes, tableRows(1))],
  ['scan.pts', 1000, (bytes) => textOracle(bytes, ptsRows)],
  ['mesh.obj', 1000, (bytes) => textOracle(bytes, vertexLines)],
  ['ascii.stl', 1000, (bytes) => textOracle(bytes, stlLines)],
  ['binary.stl', 1000, (bytes) => binaryOracle(bytes, splitStl, stlPlace)],
];

const real: readonly (readonly [name: string, count: number, oracle: (bytes: Uint8Array) => Oracle])[] = [
  ['lidar-source.ply', 6, (bytes) => binaryOracle(bytes, splitPly(0), lidar)],
  ['room-a.pcd', 6, (bytes) => compressedOracle(bytes, 12 * 112_586, room)],
  ['car-a.csv', 6, (bytes) => textOracle(bytes, tableRows(1))],
  ['spot.obj', 6, (bytes) => textOracle(bytes, vertexLines)],
];

/** Rounded to float32 where a mutated header says float. */
const same = (a: number, b: number): boolean => Object.is(a, b) || Math.fround(a) === Math.fround(b);

/** What is wrong with a cloud that was read from mutated bytes; null: nothing. */
function complaint(original: CloudFile, file: CloudFile, oracle: Oracle, bytes: Uint8Array): string | null {
  const says = oracle(bytes);
  if (says && file.rows !== says.rows) return `${file.rows} rows where the bytes hold ${says.rows}`;
  const { positions, origin, rowOf, count, fields } = file;
  const [x, y, z] = ['x', 'y', 'z'].map((axis) => fields.find(({ name }) => name.toLowerCase() === axis)!.values);
  for (let i = 0; i < count; i++) {
    const row = rowOf ? rowOf[i]! : i;
    for (const [k, values] of [x!, y!, z!].entries()) {
      const off = Math.abs(positions[3 * i + k]! + origin[k]! - values[row]!);
      if (!(off <= 1e-15 * Math.max(Math.abs(values[row]!), Math.abs(origin[k]!))))
        return `position ${i} is off by ${off}`;
    }
  }
  if (says === null || fields.length !== original.fields.length) return null;
  for (const [column, { name, values }] of fields.entries()) {
    const before = original.fields[column]!.values;
    for (let row = 0; row < file.rows; row++) {
      const from = says.originalRow(row, column);
      if (from >= 0 && !same(values[row]!, before[from]!)) {
        return `${name} of row ${row} is ${values[row]}, and its untouched bytes say ${before[from]}`;
      }
    }
  }
  return null;
}

/** Reads mutated files; counts those that are read, and those of them whose header describes other columns. */
async function survive(name: string, bytes: Uint8Array, count: number, oracle: Oracle) {
  const original = await read(name, bytes);
  const untouchedOriginal = complaint(original, original, oracle, bytes);
  if (untouchedOriginal !== null) throw new Error(`the oracle does not fit ${name}: ${untouchedOriginal}`);
  const wrong: string[] = [];
  let parsed = 0;
  let redescribed = 0;
  for (let i = 0; i < count; i++) {
    const mutated = mutate(bytes, createRng(SEED, name, i));
    const started = performance.now();
    try {
      const file = await read(name, mutated.bytes);
      parsed++;
      if (oracle(mutated.bytes) === null || file.fields.length !== original.fields.length) redescribed++;
      const said = complaint(original, file, oracle, mutated.bytes);
      if (said !== null) wrong.push(`${i} (${mutated.how}): ${said}`);
    } catch (error) {
      if (!(error instanceof CloudError)) wrong.push(`${i} (${mutated.how}): ${String(error)}`);
    }
    const took = performance.now() - started;
    if (took > LIMIT_MS) wrong.push(`${i} (${mutated.how}): ${took} ms`);
  }
  return { wrong, parsed: parsed / count, redescribed: redescribed / count };
}

test.each(small)(
  `%s, %i times mutated (seed ${SEED}): a clear error, or the rows and values that its bytes hold`,
  async (name, count, oracle) => {
    const bytes = fixture(name);
    const { wrong, parsed, redescribed } = await survive(name, bytes, count, oracle(bytes));
    expect(wrong).toEqual([]);
    expect(parsed).toBeGreaterThanOrEqual(0.3);
    // Else too few would be compared.
    expect(redescribed).toBeLessThan(0.05);
  },
);

test.each(real)(`%s, %i times mutated (seed ${SEED})`, async (name, count, oracle) => {
  const bytes = asset(name);
  const { wrong, parsed } = await survive(name, bytes, count, oracle(bytes));
  expect(wrong).toEqual([]);
  expect(parsed).toBeGreaterThan(0);
});
