import type { DataSet } from '../../networks/types.ts';
import { NetFileError } from './errors.ts';
import { checkBytes } from './limits.ts';
import { gridOfArrays, gridOfJson, gridOfMatrix, type LossGrid, type PathPoint } from './lossGrid.ts';
import { readGridText } from './lossTable.ts';
import { readNpy } from './npy.ts';
import { readNpz } from './npz.ts';
import { readPoints, type Points } from './points.ts';
import { arraysOf } from './run/arrays.ts';
import { readRun } from './run/read.ts';
import { dataOf } from './run/samples.ts';
import type { NetRun } from './run/types.ts';
import { isSafetensors, readSafetensors } from './safetensors.ts';
import { readTable } from './table.ts';
import type { Tensors } from './tensor.ts';

/** What a file that somebody drops on the page turns out to be. */
export type Dropped =
  | { readonly kind: 'run'; readonly run: NetRun }
  | { readonly kind: 'points'; readonly points: Points }
  /** x and y without a network: for a run that comes without its data. */
  | { readonly kind: 'data'; readonly data: DataSet }
  | { readonly kind: 'grid'; readonly grid: LossGrid }
  | { readonly kind: 'path'; readonly path: readonly PathPoint[] };

const begins = (bytes: Uint8Array, ...start: readonly number[]) => start.every((byte, i) => bytes[i] === byte);

/** Formats of trained nets that are no arrays: what to say of them. */
const foreign: readonly (readonly [extension: RegExp, found: string])[] = [
  [/\.(pt|pth|ckpt|bin|pkl|pickle)$/i, 'pickled Python objects, which may run code'],
  [/\.(h5|hdf5|keras|onnx|pb|tflite)$/i, 'a net of another library'],
];

/**
 * What a file holds, by its content: a run (.npz, .safetensors), points (CSV), a grid of losses or a path over one (CSV, .npy, .npz, JSON).
 * @param name the file's: only for what is not read at all
 * @throws NetFileError what is wrong, where, and what to do
 */
export function readDropped(name: string, bytes: Uint8Array): Dropped {
  if (bytes.length === 0) throw new NetFileError('empty');
  checkBytes('The file', bytes.length);
  const other = foreign.find(([extension]) => extension.test(name));
  if (other) {
    const remedy = 'write the weights as .npz, as the PyTorch snippet does';
    throw new NetFileError('foreign', null, { found: other[1], remedy });
  }
  if (begins(bytes, 0x50, 0x4b)) return ofArrays(readNpz(bytes));
  if (isSafetensors(bytes)) return { kind: 'run', run: readRun(readSafetensors(bytes)) };
  if (begins(bytes, 0x93, 0x4e)) return ofMatrix(bytes);
  // What its name promises and its content is not is said so, not read as text.
  if (/\.npz$/i.test(name)) throw new NetFileError('not-zip');
  if (/\.npy$/i.test(name)) throw new NetFileError('not-npy');
  return ofText(new TextDecoder().decode(bytes));
}

function ofMatrix(bytes: Uint8Array): Dropped {
  const tensor = readNpy(bytes);
  if (tensor.kind === 'numbers') return { kind: 'grid', grid: gridOfMatrix(tensor) };
  throw new NetFileError('no-grid', null, { found: 'texts' });
}

function ofArrays(tensors: Tensors): Dropped {
  const loss = tensors.get('loss');
  const isRun = tensors.has('layers') || [...tensors.keys()].some((name) => name.endsWith('.weight'));
  if (!isRun && loss?.shape.length === 2) return { kind: 'grid', grid: gridOfArrays(tensors) };
  if (!isRun && tensors.has('x')) {
    const y = tensors.get('y');
    const whole =
      y?.kind === 'numbers' && y.shape.length === 1 && y.values.every((one) => Number.isInteger(one) && one >= 0);
    const data = dataOf(arraysOf(tensors), whole ? 'classes' : 'values', null);
    if (data) return { kind: 'data', data };
  }
  return { kind: 'run', run: readRun(tensors) };
}

function ofText(text: string): Dropped {
  if (text.trimStart().startsWith('{')) return { kind: 'grid', grid: gridOfJson(text) };
  const { header, rows } = readTable(text);
  const names = header?.map((cell) => cell.toLowerCase()) ?? [];
  // Three columns are points; a matrix of losses has more, and numbers alone.
  const grid =
    ['alpha', 'α'].some((one) => names.includes(one)) ||
    (!header && rows.length > 3 && rows[0]!.length > 3 && !endsInLabels(rows));
  return grid ? readGridText(text) : { kind: 'points', points: readPoints(text) };
}

/** Whether the last column takes so few values that it must be a label. */
const endsInLabels = (rows: readonly (readonly string[])[]): boolean =>
  new Set(rows.map((cells) => cells.at(-1))).size <= Math.min(10, rows.length / 2);
