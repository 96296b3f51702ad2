import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { createMemo } from '../math/memo.ts';
import { objectiveOf } from '../surfaces/objective.ts';
import type { SwarmSpec } from './specs.ts';

/** Draws for one particle; the last one stands even where f > `below` (there may be no such place at all). */
const TRIES = 64;

const memo = createMemo<Float32Array<ArrayBuffer>>(8);

/**
 * Where the particles start: count × 2. Particle 0 at `start`, each other one at the first of at most 64 uniform draws
 * from the domain with f ≤ `below`. Stream: xoroshiro128+ seeded with `seed`; a draw takes x, then y, 53 bits each.
 * Shared and remembered: do not write to it.
 */
export function swarmStarts({ surface, count, seed, below, start }: SwarmSpec): Float32Array<ArrayBuffer> {
  const { formula, params, domain } = surface;
  return memo(JSON.stringify([formula, params, domain, count, seed, below, start]), () => {
    const [x0, x1, y0, y1] = domain;
    const objective = objectiveOf(formula, params);
    const random = xoroshiro128plus(seed);
    const starts = new Float32Array(count * 2);
    starts.set(start);
    for (let i = 1; i < count; i++) {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const x = x0 + uniformFloat64(random) * (x1 - x0);
        const y = y0 + uniformFloat64(random) * (y1 - y0);
        starts[2 * i] = x;
        starts[2 * i + 1] = y;
        if (objective.value(x, y) <= below) break;
      }
    }
    return starts;
  });
}
