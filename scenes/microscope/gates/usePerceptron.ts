import { useMemo } from 'react';
import type { Perceptron } from '../../../src/networks/microscope/gates.ts';
import { model } from '../model.ts';

/** The one under the handles; the same object as long as its numbers are. */
export function usePerceptron(): Perceptron {
  const w1 = model.useState((state) => state.w1);
  const w2 = model.useState((state) => state.w2);
  const b = model.useState((state) => state.b);
  return useMemo(() => ({ w1, w2, b }), [w1, w2, b]);
}
