import type { Objective } from './objective.ts';
import type { Domain } from './types.ts';

/** f on `size` × `size` samples including the border, row by row from y0 upwards, x fastest; NaN where f is not finite. */
export interface SampledSurface {
  readonly domain: Domain;
  readonly size: number;
  readonly f: Float64Array;
}

/** A coarse float64 look at a surface, for what needs only bounds (the drawn rectangle, the outline): 65² takes about 2 ms. */
export function sampleSurface(objective: Objective, domain: Domain, size = 65): SampledSurface {
  const [x0, x1, y0, y1] = domain;
  const f = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const y = y0 + ((y1 - y0) * j) / (size - 1);
    for (let i = 0; i < size; i++) {
      const value = objective.value(x0 + ((x1 - x0) * i) / (size - 1), y);
      f[j * size + i] = Number.isFinite(value) ? value : NaN;
    }
  }
  return { domain, size, f };
}

/**
 * A depth that all but a pit stays above: as far below the tenth percentile as three times the way from there up to `cut`. It is what
 * heights are measured from where f falls towards −∞, so that one pole does not flatten everything else; −∞ without samples.
 */
export function bulkFloor({ f }: SampledSurface, cut: number): number {
  const known = f.filter((value) => Math.abs(value) <= 1e30).sort();
  const low = known[Math.floor(known.length / 10)];
  return low === undefined || !(cut > low) ? -Infinity : low - 3 * (cut - low);
}

/** The smallest rectangle of whole cells that holds every sample with f ≤ `cut`, one cell wider on each side; the domain if there is none. */
export function rectBelow({ domain, size, f }: SampledSurface, cut: number): Domain {
  let [left, right, bottom, top] = [size, -1, size, -1];
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      if (!((f[j * size + i] as number) <= cut)) continue;
      left = Math.min(left, i);
      right = Math.max(right, i);
      bottom = Math.min(bottom, j);
      top = Math.max(top, j);
    }
  }
  if (right < 0) return domain;
  const [x0, x1, y0, y1] = domain;
  const x = (i: number) => x0 + ((x1 - x0) * Math.min(Math.max(i, 0), size - 1)) / (size - 1);
  const y = (j: number) => y0 + ((y1 - y0) * Math.min(Math.max(j, 0), size - 1)) / (size - 1);
  return [x(left - 1), x(right + 1), y(bottom - 1), y(top + 1)];
}
