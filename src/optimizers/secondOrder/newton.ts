import { downhill } from '../../math/bend.ts';
import type { ProcedureDef } from './types.ts';

/** To the place where the quadratic model has slope 0, a minimum or not. */
export const newton = {
  name: 'Newton',
  semantics: {
    paper: {
      kind: 'procedure',
      params: {},
      tells: [],
      start: (oracle) => (at) => {
        const model = oracle.hessian(at.x, at.y);
        const step = downhill(model, at.gx, at.gy);
        return step ? { x: at.x + step[0], y: at.y + step[1], model, told: {} } : 'singular';
      },
    },
  },
  reference: 'Nocedal & Wright 2006, Numerical Optimization, doi:10.1007/978-0-387-40065-5, (2.15)',
} as const satisfies ProcedureDef;
