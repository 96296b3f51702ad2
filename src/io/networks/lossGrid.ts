import { NetFileError } from './errors.ts';
import { shapeInWords, type NumberTensor, type Tensors } from './tensor.ts';

/** Losses of any network over a plane, computed elsewhere, and a path over it. */
export interface LossGrid {
  /** The columns' α and the rows' β, ascending. */
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  /** beta.length × alpha.length; ∞ where the loss is no number. */
  readonly loss: Float64Array;
  /** In the order of training; empty where there is none. */
  readonly path: readonly PathPoint[];
}

export interface PathPoint {
  readonly alpha: number;
  readonly beta: number;
  /** The net's own loss, and how far from the plane it is; null where it is not said. */
  readonly loss: number | null;
  readonly residual: number | null;
}

/** Points a side. */
const MOST = 1025;

/** Without α and β: −1 … 1, as in Li et al.'s pictures. */
export const spread = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => -1 + (2 * i) / Math.max(1, count - 1));

/** Checked: at least 2 × 2, places ascending, a loss that is finite. Throws NetFileError. */
export function gridOf(
  alpha: Float64Array,
  beta: Float64Array,
  values: ArrayLike<number>,
  path: readonly PathPoint[],
): LossGrid {
  if (alpha.length < 2 || beta.length < 2 || alpha.length > MOST || beta.length > MOST) {
    const found = shapeInWords([beta.length, alpha.length]);
    throw new NetFileError('shape', { part: 'loss' }, { found, expected: `a grid of 2 to ${MOST} points a side` });
  }
  for (const [name, axis] of [
    ['alpha', alpha],
    ['beta', beta],
  ] as const) {
    if (axis.every((value, i) => Number.isFinite(value) && (i === 0 || value > axis[i - 1]!))) continue;
    throw new NetFileError('ascending', { part: name });
  }
  if (values.length !== alpha.length * beta.length) {
    const expected = `${beta.length} × ${alpha.length} losses (rows of β, columns of α)`;
    throw new NetFileError('shape', { part: 'loss' }, { found: `${values.length} values`, expected });
  }
  const loss = Float64Array.from(values, (value) => (Number.isNaN(value) ? Infinity : value));
  if (!loss.some(Number.isFinite)) {
    throw new NetFileError('no-loss', { part: 'loss' });
  }
  return { alpha, beta, loss, path };
}

/** A matrix alone, rows of β and columns of α. Throws NetFileError. */
export function gridOfMatrix({ shape, values }: NumberTensor): LossGrid {
  const [rows = 0, columns = 0] = shape;
  if (shape.length !== 2)
    throw new NetFileError('shape', null, { found: shapeInWords(shape), expected: '(rows of β, columns of α)' });
  return gridOf(spread(columns), spread(rows), values, []);
}

/** "loss" of a .npz, with "alpha", "beta" and "path" (points × 2 … 4: α, β, loss, residual) where they are there. Throws NetFileError. */
export function gridOfArrays(tensors: Tensors): LossGrid {
  const loss = tensors.get('loss');
  if (loss?.kind !== 'numbers' || loss.shape.length !== 2) {
    throw new NetFileError('no-grid', null, { found: [...tensors.keys()].slice(0, 8).join(', ') });
  }
  const axis = (name: string, count: number): Float64Array => {
    const found = tensors.get(name);
    return found?.kind === 'numbers' ? Float64Array.from(found.values) : spread(count);
  };
  const [rows, columns] = loss.shape as [number, number];
  const path = tensors.get('path');
  return gridOf(axis('alpha', columns), axis('beta', rows), loss.values, path?.kind === 'numbers' ? pathOf(path) : []);
}

function pathOf({ shape, values }: NumberTensor): PathPoint[] {
  const [count = 0, width = 0] = shape;
  if (shape.length !== 2 || width < 2 || width > 4) {
    const expected = '(points, 2 to 4): α, β, loss, residual';
    throw new NetFileError('shape', { part: 'path' }, { found: shapeInWords(shape), expected });
  }
  return Array.from({ length: count }, (_, i) =>
    pointOf(Array.from(values.subarray(i * width, (i + 1) * width)), `point ${i + 1} of path`),
  );
}

export function pointOf([alpha = NaN, beta = NaN, loss, residual]: readonly number[], part: string): PathPoint {
  if (!Number.isFinite(alpha + beta))
    throw new NetFileError('not-finite', { part }, { what: 'Its α or β', remedy: 'leave it out' });
  const said = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  return { alpha, beta, loss: said(loss), residual: said(residual) };
}

/** What `koubai landscape --json` prints. Throws NetFileError. */
export function gridOfJson(text: string): LossGrid {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new NetFileError('header', null, { problem: 'is no JSON' });
  }
  const { alpha, beta, loss, path = [] } = (json ?? {}) as Record<string, unknown>;
  const rows = [alpha, beta, loss, path].every(Array.isArray) ? (loss as unknown[]) : null;
  if (!rows?.every(Array.isArray)) throw new NetFileError('no-grid', null, { found: 'JSON of another kind' });
  const numbers = (values: unknown): Float64Array => Float64Array.from(values as unknown[], numberOf);
  const points = (path as unknown[]).map((point, i) => {
    const one = (point ?? {}) as Record<string, unknown>;
    return pointOf([one['alpha'], one['beta'], one['loss'], one['residual']].map(numberOf), `point ${i + 1} of path`);
  });
  return gridOf(numbers(alpha), numbers(beta), numbers(rows.flat()), points);
}

/** null is what JSON has for NaN and infinities. */
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : NaN);
