import { ackley } from './ackley.ts';
import { beale } from './beale.ts';
import { bowl } from './bowl.ts';
import { himmelblau } from './himmelblau.ts';
import { monkeySaddle } from './monkey-saddle.ts';
import { rastrigin } from './rastrigin.ts';
import { rosenbrock } from './rosenbrock.ts';
import { saddle } from './saddle.ts';
import { sixHumpCamel } from './six-hump-camel.ts';
import { sphere } from './sphere.ts';
import { styblinskiTang } from './styblinski-tang.ts';
import { twoGaussians } from './two-gaussians.ts';
import type { SurfaceDef } from './types.ts';

/** Every surface under its id, in the order of pickers. */
export const surfaces = {
  bowl,
  sphere,
  rosenbrock,
  beale,
  himmelblau,
  rastrigin,
  ackley,
  'styblinski-tang': styblinskiTang,
  'six-hump-camel': sixHumpCamel,
  'two-gaussians': twoGaussians,
  saddle,
  'monkey-saddle': monkeySaddle,
} as const satisfies Record<string, SurfaceDef>;

export type SurfaceId = keyof typeof surfaces;

export const surfaceIds = Object.keys(surfaces) as SurfaceId[];

export function isSurfaceId(id: string): id is SurfaceId {
  return Object.hasOwn(surfaces, id);
}
