import type { ParamSpec } from '../../params/spec.ts';
import { downhill } from '../../math/bend.ts';
import { squaresModel } from './gauss-newton.ts';
import type { ProcedureDef } from './types.ts';

const damping: ParamSpec = { default: 1e-2, min: 1e-8, max: 1e4, scale: 'log', symbol: 'λ₀', accepts: { above: 0 } };
const factor: ParamSpec = { default: 10, min: 1.1, max: 100, scale: 'log', symbol: 'ν', accepts: { above: 1 } };

/** Gauss–Newton on a lead: JᵀJ + λI. A step that lowers f is taken and λ divided by ν; one that does not is refused and λ multiplied. */
export const levenbergMarquardt = {
  name: 'Levenberg–Marquardt',
  semantics: {
    paper: {
      kind: 'procedure',
      params: { damping, factor },
      needsSquares: true,
      tells: ['lambda', 'accepted'],
      start: (oracle, params) => {
        let lambda = params['damping']!;
        return ({ x, y, f, gx, gy }) => {
          if (oracle.gram === null) return 'residuals';
          const model = squaresModel(oracle.gram(x, y), lambda);
          const step = downhill(model, gx, gy);
          // λ has become nothing beside a singular JᵀJ: refused as any other step that leads nowhere.
          const [nextX, nextY] = step ? [x + step[0], y + step[1]] : [x, y];
          const accepted = oracle.value(nextX, nextY) < f;
          const told = { lambda, accepted: accepted ? 1 : 0 };
          lambda = accepted ? lambda / params['factor']! : lambda * params['factor']!;
          return accepted ? { x: nextX, y: nextY, model, told } : { x, y, model, told };
        };
      },
    },
  },
  reference: 'Levenberg 1944, doi:10.1090/qam/10666; Marquardt 1963, doi:10.1137/0111030',
} as const satisfies ProcedureDef;
