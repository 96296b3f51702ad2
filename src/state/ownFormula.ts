import { objectiveOf } from '../surfaces/objective.ts';
import type { Domain } from '../surfaces/types.ts';

const cache = new Map<string, number>();

/**
 * A cut for a formula nobody has looked at yet: the 80th percentile of f on a coarse grid,
 * so that a single pole or a steep corner does not flatten all the rest.
 */
export function cutOfFormula(formula: string, domain: Domain): number {
  const key = JSON.stringify([formula, domain]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const objective = objectiveOf(formula, {});
  const [x0, x1, y0, y1] = domain;
  const values: number[] = [];
  for (let i = 0; i <= 40; i++) {
    for (let j = 0; j <= 40; j++) {
      const f = objective.value(x0 + (i / 40) * (x1 - x0), y0 + (j / 40) * (y1 - y0));
      if (Number.isFinite(f)) values.push(f);
    }
  }
  values.sort((a, b) => a - b);
  const lowest = values[0] ?? 0;
  let cut = values[Math.floor(values.length * 0.8)] ?? 1;
  if (!(cut > lowest))
    cut = (values[values.length - 1] ?? 1) > lowest ? (values[values.length - 1] as number) : lowest + 1;
  cache.set(key, cut);
  return cut;
}
