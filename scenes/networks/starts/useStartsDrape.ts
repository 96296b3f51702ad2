import { useEffect, useMemo } from 'react';
import { paintHeat } from '../../../src/scene/heat/paint.ts';
import type { Theme } from '../../../src/state/common.ts';
import { createDrape } from '../../../src/view/drape.ts';
import type { SharedUniforms } from '../../../src/view/uniforms.ts';
import { useDispose } from '../../../src/view/useDispose.ts';
import type { StartsLook } from './look.ts';
import { reachedScale } from './scale.ts';

/** Lays the losses that are reached over a landscape, for as long as they are there. */
export function useStartsDrape(
  shared: SharedUniforms,
  starts: StartsLook | null,
  theme: Theme,
  invalidate: () => void,
): void {
  const drape = useMemo(() => createDrape(shared), [shared]);
  useDispose(drape);
  useEffect(() => {
    if (starts) {
      const { map, spec, stride } = starts;
      const cells = { columns: map.size, rows: map.size };
      const { pixels, width } = paintHeat(cells, reachedScale(map), theme, stride);
      drape.set(pixels, width, spec.domain);
    } else drape.hide();
    invalidate();
  }, [drape, starts, theme, invalidate]);
}

/** The loss reached from the cell that holds a place of the plane; NaN outside. */
export function reachedAt({ spec, map }: StartsLook, alpha: number, beta: number): number {
  const [a0, a1, b0, b1] = spec.domain;
  const { size, loss } = map;
  const [column, row] = [Math.floor((size * (alpha - a0)) / (a1 - a0)), Math.floor((size * (beta - b0)) / (b1 - b0))];
  return column >= 0 && column < size && row >= 0 && row < size ? loss[row * size + column]! : NaN;
}
