import type { Device } from '../gpu/device.ts';
import { surfaceKernelOf } from '../gpu/surfaceKernel.ts';
import { objectiveOf } from '../surfaces/objective.ts';
import type { GridResult, GridSpec } from './specs.ts';

/** Spec in, texels out, on whatever the device chose. Throws FormulaError for a text that is no formula. */
export async function grid(spec: GridSpec, device: Device): Promise<GridResult> {
  const { surface, size } = spec;
  const kernel = surfaceKernelOf(surface.formula, Object.keys(surface.params));
  const { data, backend, milliseconds } = await device.run({
    program: kernel.program,
    output: [size, size],
    args: kernel.args(surface.params, surface.domain, size),
    float64: () => gridFloat64(spec),
  });
  return { spec, texels: data, backend, milliseconds };
}

/** The slow exact reference, and the last resort: float64 rounded once at the end. */
export function gridFloat64(spec: GridSpec): Float32Array<ArrayBuffer> {
  const texels = new Float32Array(spec.size * spec.size * 4);
  fillGridRows(spec, texels, 0, spec.size);
  return texels;
}

/** Rows `from` up to but without `to` of `gridFloat64`, so that a page without a worker can do it in slices. */
export function fillGridRows({ surface, size }: GridSpec, texels: Float32Array, from: number, to: number): void {
  const [x0, x1, y0, y1] = surface.domain;
  const objective = objectiveOf(surface.formula, surface.params);
  const sample = new Float64Array(3);
  for (let row = from; row < to; row++) {
    const y = y0 + (row * (y1 - y0)) / (size - 1);
    for (let column = 0; column < size; column++) {
      objective.evaluate(x0 + (column * (x1 - x0)) / (size - 1), y, sample);
      texels.set(sample, (row * size + column) * 4);
    }
  }
}
