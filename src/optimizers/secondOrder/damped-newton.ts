import type { ParamSpec } from '../../params/spec.ts';
import { downhill, eigenOf, type Bend } from '../../math/bend.ts';
import type { Oracle } from '../../surfaces/oracle.ts';
import type { Place, ProcedureDef } from './types.ts';

/** Halvings after which there is nothing left to gain but rounding. */
const MAX_HALVINGS = 40;

const floor: ParamSpec = { default: 1e-3, min: 1e-6, max: 10, scale: 'log', symbol: 'δ', accepts: { above: 0 } };
const armijo: ParamSpec = {
  default: 1e-4,
  min: 1e-6,
  max: 0.5,
  scale: 'log',
  symbol: 'c₁',
  accepts: { above: 0, below: 1 },
};

/** Newton that only goes down: H + τI where H has no bottom, and a step halved until f falls by enough. */
export const dampedNewton = {
  name: 'Damped Newton',
  semantics: {
    paper: {
      kind: 'procedure',
      params: { floor, armijo },
      tells: ['shift', 'share', 'evaluations'],
      start: (oracle, params) => (at) => {
        const { model, shift } = withBottom(oracle.hessian(at.x, at.y), params['floor']!);
        const step = downhill(model, at.gx, at.gy);
        if (!step) return 'singular';
        const { share, evaluations } = backtracked(oracle, at, step, params['armijo']!);
        const [x, y] = [at.x + share * step[0], at.y + share * step[1]];
        return { x, y, model, told: { shift, share, evaluations } };
      },
    },
  },
  reference:
    'Nocedal & Wright 2006, Numerical Optimization, doi:10.1007/978-0-387-40065-5, algorithms 3.1 and 3.2, (3.41)',
} as const satisfies ProcedureDef;

/** H + τI, τ the least with which no direction bends by less than `floor`. */
function withBottom(hessian: Bend, floor: number): { readonly model: Bend; readonly shift: number } {
  const shift = Math.max(0, floor - eigenOf(hessian).smallest);
  if (shift === 0) return { model: hessian, shift };
  return { model: { xx: hessian.xx + shift, xy: hessian.xy, yy: hessian.yy + shift }, shift };
}

/** The largest share 1, ½, ¼, … of the step with f(x + share·d) ≤ f + c₁·share·gᵀd; 0 where there is none. */
function backtracked(oracle: Oracle, at: Place, [dx, dy]: readonly [number, number], c1: number) {
  const slope = at.gx * dx + at.gy * dy;
  for (let halvings = 0; halvings <= MAX_HALVINGS; halvings++) {
    const share = 0.5 ** halvings;
    const f = oracle.value(at.x + share * dx, at.y + share * dy);
    if (f <= at.f + c1 * share * slope) return { share, evaluations: halvings + 1 };
  }
  return { share: 0, evaluations: MAX_HALVINGS + 1 };
}
