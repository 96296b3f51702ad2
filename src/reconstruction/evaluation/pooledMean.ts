import type { Points } from '../../clouds/types.ts';
import { createRng } from '../../math/rng.ts';
import { makeSample } from '../sample.ts';
import { BANK_SIZE, bankName } from '../seeds.ts';
import { categoryIds, isCategory, type CategoryId } from '../shapes/index.ts';
import { ANSWER_POINTS } from '../types.ts';

/** Bank samples that a category's points are pooled from (of all categories: each gives its share), and points of each. */
const SAMPLES = 256;
const POINTS_EACH = 64;

/** The answer of one who knows the category alone: points drawn from all its training shapes at once, in the viewer's frame. */
export interface PooledMean {
  /** 1,024 points for the sample of this name; of a category that is none of ours: from all of them. */
  draw(category: string, name: string): Points;
}

export function createPooledMean(): PooledMean {
  const pools = new Map<string, Points>();
  const poolOf = (category: CategoryId | null): Points => {
    const key = category ?? '';
    const pool = pools.get(key) ?? pooled(category);
    pools.set(key, pool);
    return pool;
  };
  return {
    draw(category, name) {
      const pool = poolOf(isCategory(category) ? category : null);
      const rng = createRng(1, 'pooled-mean', name);
      const out = new Float64Array(3 * ANSWER_POINTS);
      for (let i = 0; i < ANSWER_POINTS; i++) {
        const at = 3 * rng.integer(pool.length / 3);
        out.set(pool.subarray(at, at + 3), 3 * i);
      }
      return out;
    },
  };
}

function pooled(category: CategoryId | null): Points {
  // Bank entry i is of category i modulo their number.
  const stride = category === null ? 1 : categoryIds.length;
  const first = category === null ? 0 : categoryIds.indexOf(category);
  const out = new Float64Array(3 * POINTS_EACH * SAMPLES);
  for (let k = 0; k < SAMPLES; k++) {
    const { category: its, seed } = bankName((first + k * stride) % BANK_SIZE);
    out.set(makeSample(its, seed, { points: POINTS_EACH, size: 8 }).points, 3 * POINTS_EACH * k);
  }
  return out;
}
