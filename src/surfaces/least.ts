import { surfaces } from './index.ts';
import type { SurfaceDef } from './types.ts';

/** The least value that is known of a formula: of the registry's surface whose formula it is, where that has a minimum; else NaN. */
export function leastOf(formula: string): number {
  const known = Object.values<SurfaceDef>(surfaces).find((def) => def.formula === formula);
  return known && known.minima.length > 0 ? Math.min(...known.minima.map(({ f }) => f)) : NaN;
}
