import { lr } from '../params.ts';
import type { ParamSpec } from '../../params/spec.ts';
import type { Bend } from '../../math/bend.ts';
import { strongWolfe } from './strongWolfe.ts';
import type { Oracle } from '../../surfaces/oracle.ts';
import type { Place, ProcedureDef } from './types.ts';

const history: ParamSpec = {
  default: 100,
  min: 1,
  max: 100,
  scale: 'log',
  integer: true,
  accepts: { min: 1 },
};

type Pair = readonly [number, number];

/** A step and what it did to the gradient. */
interface Lesson {
  readonly step: Pair;
  readonly turn: Pair;
  readonly ro: number;
}

/** torch's tolerance_grad, tolerance_change, and the least yᵀs that it learns from. */
const AT_REST = 1e-7;
const FLAT = 1e-9;
const LEARNS_FROM = 1e-10;

const dot = (a: Pair, b: Pair) => a[0] * b[0] + a[1] * b[1];
const plus = (a: Pair, share: number, b: Pair): Pair => [a[0] + share * b[0], a[1] + share * b[1]];

/** H·(−g) of the two-loop recursion, H the inverse of B. */
function direction(lessons: readonly Lesson[], scale: number, g: Pair): Pair {
  let q: Pair = [-g[0], -g[1]];
  const alphas = lessons.toReversed().map(({ step, turn, ro }) => {
    const alpha = dot(step, q) * ro;
    q = plus(q, -alpha, turn);
    return alpha;
  });
  let d: Pair = [q[0] * scale, q[1] * scale];
  alphas.reverse();
  lessons.forEach(({ step, turn, ro }, i) => (d = plus(d, alphas[i]! - dot(turn, d) * ro, step)));
  return d;
}

/** B: the inverse of what `direction` multiplies by. */
function modelOf(lessons: readonly Lesson[], scale: number): Bend {
  const [a, b] = direction(lessons, scale, [-1, 0]);
  const [, c] = direction(lessons, scale, [0, -1]);
  const determinant = a * c - b * b;
  return { xx: c / determinant, xy: -b / determinant, yy: a / determinant };
}

function lineFrom(oracle: Oracle, at: Place, d: Pair) {
  const sample = new Float64Array(3);
  return (t: number) => {
    oracle.evaluate(at.x + t * d[0], at.y + t * d[1], sample);
    return { t, f: sample[0]!, slope: sample[1]! * d[0] + sample[2]! * d[1] };
  };
}

/** The Hessian learnt from the steps themselves, and each step as long as a line search finds good; lr is only the first length tried. */
export const lbfgs = {
  name: 'L-BFGS',
  semantics: {
    torch: {
      kind: 'procedure',
      params: { lr: lr(1), history },
      tells: ['share', 'evaluations'],
      start: (oracle, params) => {
        const lessons: Lesson[] = [];
        let scale = 1;
        let last: { readonly g: Pair; readonly step: Pair } | null = null;
        return (at) => {
          const g: Pair = [at.gx, at.gy];
          const stay = (share = 0, evaluations = 0) => {
            return { x: at.x, y: at.y, model: modelOf(lessons, scale), told: { share, evaluations } };
          };
          if (Math.max(Math.abs(at.gx), Math.abs(at.gy)) <= AT_REST) return stay();
          const first = last === null;
          if (last) {
            const turn: Pair = [g[0] - last.g[0], g[1] - last.g[1]];
            const product = dot(turn, last.step);
            if (product > LEARNS_FROM) {
              if (lessons.length === params['history']) lessons.shift();
              lessons.push({ step: last.step, turn, ro: 1 / product });
              scale = product / dot(turn, turn);
            }
          }
          const d = direction(lessons, scale, g);
          const slope = dot(g, d);
          last = { g, step: [0, 0] };
          if (slope > -FLAT) return stay();
          const length = first ? Math.min(1, 1 / (Math.abs(g[0]) + Math.abs(g[1]))) * at.lr : at.lr;
          const size = Math.max(Math.abs(d[0]), Math.abs(d[1]));
          const { found, evaluations } = strongWolfe(lineFrom(oracle, at, d), { t: 0, f: at.f, slope }, length, size);
          const step: Pair = [d[0] * found.t, d[1] * found.t];
          last = { g, step };
          return { ...stay(found.t, evaluations), x: at.x + found.t * d[0], y: at.y + found.t * d[1] };
        };
      },
    },
  },
  reference:
    "Nocedal 1980, doi:10.1090/S0025-5718-1980-0572855-7; torch.optim.LBFGS(max_iter=1, line_search_fn='strong_wolfe')",
} as const satisfies ProcedureDef;
