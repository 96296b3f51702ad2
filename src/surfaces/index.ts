import { ackley } from './ackley.ts';
import { beale } from './beale.ts';
import { booth } from './booth.ts';
import { bowl } from './bowl.ts';
import { bukin6 } from './bukin-6.ts';
import { easom } from './easom.ts';
import { eggholder } from './eggholder.ts';
import { goldsteinPrice } from './goldstein-price.ts';
import { griewank } from './griewank.ts';
import { himmelblau } from './himmelblau.ts';
import { levy13 } from './levy-13.ts';
import { matyas } from './matyas.ts';
import { mccormick } from './mccormick.ts';
import { monkeySaddle } from './monkey-saddle.ts';
import { rastrigin } from './rastrigin.ts';
import { rosenbrock } from './rosenbrock.ts';
import { saddle } from './saddle.ts';
import { schwefel } from './schwefel.ts';
import { sixHumpCamel } from './six-hump-camel.ts';
import { sphere } from './sphere.ts';
import { styblinskiTang } from './styblinski-tang.ts';
import { threeHumpCamel } from './three-hump-camel.ts';
import { twoGaussians } from './two-gaussians.ts';
import type { SurfaceDef } from './types.ts';

/** Every surface under its id, in the order of pickers. */
export const surfaces = {
  bowl,
  sphere,
  booth,
  matyas,
  rosenbrock,
  beale,
  'goldstein-price': goldsteinPrice,
  himmelblau,
  rastrigin,
  ackley,
  'levy-13': levy13,
  griewank,
  schwefel,
  eggholder,
  easom,
  'bukin-6': bukin6,
  'styblinski-tang': styblinskiTang,
  'six-hump-camel': sixHumpCamel,
  'three-hump-camel': threeHumpCamel,
  mccormick,
  'two-gaussians': twoGaussians,
  saddle,
  'monkey-saddle': monkeySaddle,
} as const satisfies Record<string, SurfaceDef>;

export type SurfaceId = keyof typeof surfaces;

export const surfaceIds = Object.keys(surfaces) as SurfaceId[];

export function isSurfaceId(id: string): id is SurfaceId {
  return Object.hasOwn(surfaces, id);
}
