import { experimentOn } from '../../src/experiments/index.ts';
import type { GridSpec, SwarmSpec } from '../../src/jobs/specs.ts';
import { ruleOf } from '../../src/optimizers/index.ts';
import type { Semantics } from '../../src/optimizers/types.ts';
import { defaultsOf, type ParamValues } from '../../src/params/spec.ts';
import { surfaces, type SurfaceId } from '../../src/surfaces/index.ts';
import type { SurfaceDef } from '../../src/surfaces/types.ts';

export function surfaceSpec(id: SurfaceId, params: ParamValues = {}): GridSpec['surface'] {
  const { formula, domain, params: specs = {} }: SurfaceDef = surfaces[id];
  return { id, formula, domain, params: { ...defaultsOf(specs), ...params } };
}

/** An optimizer's swarm over a bundled surface with its default parameters but for `params`. */
export function swarmSpec(
  id: SurfaceId,
  optimizer: string,
  semantics: Semantics,
  params: ParamValues,
  rest: Partial<SwarmSpec> = {},
): SwarmSpec {
  const { surface, start } = experimentOn(id);
  return {
    surface: surfaceSpec(id),
    optimizer,
    semantics,
    params: { ...defaultsOf(ruleOf(optimizer, semantics).params), ...params },
    start,
    count: 256,
    seed: 1,
    below: surface.cut,
    step: 200,
    ...rest,
  };
}

/** |a − b| over the chosen columns of rows of four, divided by `scale`, ascending; NaN sorts last and fails any bound. */
export function deviations(a: Float32Array, b: Float32Array, columns: readonly number[], scale: number): Float64Array {
  const rows = a.length / 4;
  const all = new Float64Array(rows * columns.length);
  columns.forEach((column, k) => {
    for (let row = 0; row < rows; row++) {
      const i = row * 4 + column;
      all[k * rows + row] = Math.abs((a[i] ?? NaN) - (b[i] ?? NaN)) / scale;
    }
  });
  return all.sort();
}

/** The value that a share `q` of them do not exceed. */
export const quantileOf = (sorted: Float64Array, q: number): number =>
  sorted[Math.floor(q * (sorted.length - 1))] ?? NaN;
export const medianOf = (sorted: Float64Array): number => sorted[sorted.length >> 1] ?? NaN;
export const largestOf = (sorted: Float64Array): number => sorted.at(-1) ?? NaN;

export function largestMagnitude(values: Float32Array, columns: readonly number[]): number {
  let largest = 0;
  values.forEach((value, i) => {
    if (columns.includes(i % 4)) largest = Math.max(largest, Math.abs(value));
  });
  return largest;
}

/**
 * In float32 the farthest cell of these is farther off than of the others: sin(3πx) is taken of up to 57, whose rounding the slope 6π multiplies; beside a kink of √|u|
 * the slope grows as 1/√|u|, and so does what the rounding of u counts for.
 */
export const farthest: Readonly<Record<string, number>> = { 'levy-13': 2e-5, eggholder: 2e-4, 'bukin-6': 2e-4 };
