import { identity, isRigid } from '../../math/matrix4.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { digits } from '../digits.ts';
import { CloudError } from './errors.ts';

const direction = 'target <- source: takes points of the source to the target; row major, column vectors';

/** Published poses have six digits; more than this is no rounding. */
const RIGID_TOLERANCE = 1e-3;

/** Four lines of four numbers under a comment with the direction in words; `numpy.loadtxt` reads it, all digits. */
export function matrixText(matrix: Matrix4): string {
  const rows = [0, 4, 8, 12].map((at) => Array.from(matrix.subarray(at, at + 4), digits).join(' '));
  return `# ${direction}\n${rows.join('\n')}\n`;
}

export const matrixJson = (matrix: Matrix4): string =>
  `${JSON.stringify({ targetFromSource: Array.from(matrix), meaning: direction })}\n`;

/** NumPy's format 1.0 (NEP 1): what `numpy.save` writes of a C-ordered (4, 4) float64 array, byte for byte. */
export function matrixNpy(matrix: Matrix4): Uint8Array {
  const words = "{'descr': '<f8', 'fortran_order': False, 'shape': (4, 4), }";
  const size = 128;
  const out = new Uint8Array(size + 128);
  out.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, size - 10, 0]);
  out.set(new TextEncoder().encode(`${words.padEnd(size - 11)}\n`), 10);
  const view = new DataView(out.buffer);
  matrix.forEach((value, i) => view.setFloat64(size + 8 * i, value, true));
  return out;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function numbersInJson(text: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CloudError('matrix', null, { problem: 'its JSON cannot be read' });
  }
  const list: unknown = isRecord(value) ? value.targetFromSource : undefined;
  if (!Array.isArray(list))
    throw new CloudError('matrix', null, { problem: 'its JSON has no list "targetFromSource"' });
  return list.flat() as unknown[];
}

function numbersInText(text: string): number[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, i) => {
    const words = line
      .replace(/(#|%|\/\/).*$/, '')
      .split(/[\s,;[\]]+/)
      .filter((word) => word !== '');
    return words.map((word) => {
      if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(word)) {
        throw new CloudError('not-a-number', { line: i + 1 }, { text: word.slice(0, 40) });
      }
      return Number(word);
    });
  });
}

/** The largest deviation of R·Rᵀ from 1, or of the determinant's sign. */
function deviation(m: Matrix4): number {
  let worst = 0;
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      let dot = i === j ? -1 : 0;
      for (let k = 0; k < 3; k++) dot += m[4 * i + k]! * m[4 * j + k]!;
      worst = Math.max(worst, Math.abs(dot));
    }
  }
  return worst;
}

/**
 * A 4 × 4 matrix from a text (row major; comments after #, % or //; blanks, commas or brackets between the numbers) or from JSON (16
 * numbers or 4 × 4 as `targetFromSource`). It must be a rigid motion to the digits of published poses.
 * @throws CloudError
 */
export function readMatrix(text: string): Matrix4 {
  const body = text.replace(/^\uFEFF/, '');
  const numbers = /^\s*\{/.test(body) ? numbersInJson(body) : numbersInText(body);
  if (numbers.length !== 16)
    throw new CloudError('matrix', null, { problem: `it has ${numbers.length} numbers, not 16` });
  const matrix = identity();
  numbers.forEach((value, i) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new CloudError('matrix', null, { problem: `number ${i + 1} is ${String(value)}` });
    }
    matrix[i] = value;
  });
  if ([0, 0, 0, 1].some((value, i) => Math.abs(matrix[12 + i]! - value) > 1e-12)) {
    const last = Array.from(matrix.subarray(12)).join(' ');
    const transposed = [3, 7, 11].every((i) => matrix[i] === 0) ? ' (a column-major matrix? transpose it)' : '';
    throw new CloudError('matrix-not-rigid', null, { problem: `its last row is ${last}${transposed}` });
  }
  if (!isRigid(matrix, RIGID_TOLERANCE)) {
    const off = deviation(matrix);
    const problem = off > RIGID_TOLERANCE ? `its rotation is off by ${off.toPrecision(2)}` : 'it mirrors';
    throw new CloudError('matrix-not-rigid', null, { problem });
  }
  return matrix;
}
