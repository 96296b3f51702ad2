import type { SdmPaths } from './types.ts';

/** Moves every start `updates` times: `step(x, k)` is x after update k + 1. Stays where it is once x is no number. */
export function pathsOf(
  starts: Float64Array,
  updates: number,
  answer: number,
  step: (x: number, k: number) => number,
): SdmPaths {
  const stride = updates + 1;
  const x = new Float64Array(starts.length * stride);
  for (let i = 0; i < starts.length; i++) {
    x[i * stride] = starts[i]!;
    for (let k = 0; k < updates; k++) x[i * stride + k + 1] = step(x[i * stride + k]!, k);
  }
  return {
    starts: starts.length,
    x,
    error: Float64Array.from({ length: stride }, (_, k) => rms(x, stride, k, answer)),
  };
}

/** √(mean (x − answer)²) over every `stride`-th x from `first` on; scaled, so that squares do not overflow before the root is taken. */
function rms(x: Float64Array, stride: number, first: number, answer: number): number {
  let scale = 0;
  for (let i = first; i < x.length; i += stride) scale = Math.max(scale, Math.abs(x[i]! - answer));
  if (scale === 0 || !Number.isFinite(scale)) return scale;
  let sum = 0;
  for (let i = first; i < x.length; i += stride) sum += ((x[i]! - answer) / scale) ** 2;
  return scale * Math.sqrt(sum / (x.length / stride));
}
