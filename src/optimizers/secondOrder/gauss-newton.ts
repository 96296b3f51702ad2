import { downhill, type Bend } from '../../math/bend.ts';
import type { ProcedureDef } from './types.ts';

/** The Hessian of a sum of squares without the residuals' own bend: 2JᵀJ, and λ more along each coordinate. */
export function squaresModel({ xx, xy, yy }: Bend, damping: number): Bend {
  return { xx: 2 * (xx + damping), xy: 2 * xy, yy: 2 * (yy + damping) };
}

/** Each residual as a plane: no second derivative is needed, and JᵀJ bends nowhere downwards. */
export const gaussNewton = {
  name: 'Gauss–Newton',
  semantics: {
    paper: {
      kind: 'procedure',
      params: {},
      needsSquares: true,
      tells: [],
      start:
        ({ gram }) =>
        ({ x, y, gx, gy }) => {
          if (gram === null) return 'residuals';
          const model = squaresModel(gram(x, y), 0);
          const step = downhill(model, gx, gy);
          return step ? { x: x + step[0], y: y + step[1], model, told: {} } : 'singular';
        },
    },
  },
  reference: 'Nocedal & Wright 2006, Numerical Optimization, doi:10.1007/978-0-387-40065-5, (10.23)',
} as const satisfies ProcedureDef;
