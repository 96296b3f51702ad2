import { gradient, hessian, parseFormula, type Expr } from '../../formula/index.ts';
import { pythonProgram } from '../../formula/python.ts';
import type { ProcedureId } from '../../optimizers/secondOrder/index.ts';
import { residualsOf } from '../../surfaces/residuals.ts';
import { numpyFrame } from './frame.ts';
import { indented, pythonName } from './names.ts';
import { temp } from './rule.ts';
import { SCRIPT_TOLERANCE, type ScriptedRun } from './run.ts';
import { lbfgsLines, lbfgsUpdate } from './wolfe.ts';

type Surface = ScriptedRun['spec']['surface'];

/** A line search compares values of f that differ by rounding alone. */
const SEARCHED_TOLERANCE = 1e-8;

/** `name(point)`: the values of some formulas there. */
function functionLines(name: string, { params }: Surface, of: (names: readonly string[]) => readonly Expr[]) {
  const { lines, outputs } = pythonProgram(of(['x', 'y', ...Object.keys(params)]), 'np', pythonName, temp);
  return [
    `def ${name}(point):`,
    '    x, y = point',
    ...lines.map(([left, right]) => `    ${left} = ${right}`),
    `    return ${outputs.join(', ')}`,
    '',
    '',
  ];
}

/** `bend(point)`: ∂²f/∂x², ∂²f/∂x∂y, ∂²f/∂y². */
const bendLines = (surface: Surface) =>
  functionLines('bend', surface, (names) => {
    const [[xx, xy] = [], [, yy] = []] = hessian(parseFormula(surface.formula, names), ['x', 'y']);
    return [xx!, xy!, yy!];
  });

/** `gram(point)`: JᵀJ of the residuals. */
const gramLines = (surface: Surface) => [
  ...functionLines('slopes', surface, (names) =>
    (residualsOf(surface.formula, names.slice(2)) ?? []).flatMap((residual) => gradient(residual, ['x', 'y'])),
  ),
  'def gram(point):',
  ...indented([
    'xx = xy = yy = 0.0',
    'j = slopes(point)',
    'for dx, dy in zip(j[::2], j[1::2]):',
    '    xx, xy, yy = xx + dx * dx, xy + dx * dy, yy + dy * dy',
    'return xx, xy, yy',
  ]),
  '',
  '',
];

/** `downhill(…)`: d with B d = −g, or None. */
const solveLines = `
def downhill(xx, xy, yy, g):
    """d with B d = -g; None where B is singular."""
    product, square = xx * yy, xy * xy
    determinant = product - square
    if not abs(determinant) > 1e-15 * (abs(product) + square):
        return None
    return np.array([(xy * g[1] - yy * g[0]) / determinant, (xy * g[0] - xx * g[1]) / determinant])


`
  .slice(1, -1)
  .split('\n');

interface Method {
  /** What stands before the loop. */
  readonly before: (surface: Surface) => readonly string[];
  /** From x with its `f_` and `g`. */
  readonly update: readonly string[];
  readonly tolerance?: number;
}

/** The methods of `optimizers/secondOrder` as Python, operation for operation. */
const methods: Readonly<Record<ProcedureId, Method>> = {
  newton: {
    before: (surface) => [...bendLines(surface), ...solveLines],
    update: ['xx, xy, yy = bend(x)', 'x = x + downhill(xx, xy, yy, g)'],
  },
  'damped-newton': {
    before: (surface) => [...bendLines(surface), ...solveLines],
    update: [
      'xx, xy, yy = bend(x)',
      '# What is missing to the least curvature is added.',
      'half = (xx - yy) / 2.0',
      'shift = max(0.0, floor - ((xx + yy) / 2.0 - np.sqrt(half * half + xy * xy)))',
      'step = downhill(xx + shift, xy, yy + shift, g)',
      'for halvings in range(41):',
      '    share = 0.5**halvings',
      '    if f_and_slope(x + share * step)[0] <= f_ + armijo * share * (g[0] * step[0] + g[1] * step[1]):',
      '        break',
      'else:',
      '    share = 0.0',
      'x = x + share * step',
    ],
    tolerance: SEARCHED_TOLERANCE,
  },
  'gauss-newton': {
    before: (surface) => [...gramLines(surface), ...solveLines],
    update: ['xx, xy, yy = gram(x)', 'x = x + downhill(2.0 * xx, 2.0 * xy, 2.0 * yy, g)'],
  },
  'levenberg-marquardt': {
    before: (surface) => [...gramLines(surface), ...solveLines],
    update: [
      'xx, xy, yy = gram(x)',
      'step = downhill(2.0 * (xx + damping), 2.0 * xy, 2.0 * (yy + damping), g)',
      'trial = x if step is None else x + step',
      'if f_and_slope(trial)[0] < f_:',
      '    x, damping = trial, damping / factor',
      'else:',
      '    damping = damping * factor',
    ],
  },
  lbfgs: { before: () => lbfgsLines, update: lbfgsUpdate, tolerance: SEARCHED_TOLERANCE },
};

/** The script of a run of a second-order method. */
export function procedureScript(run: ScriptedRun, id: ProcedureId): string {
  const { before, update, tolerance = SCRIPT_TOLERANCE } = methods[id];
  const { surface, params } = run.spec;
  return numpyFrame(run, { numbers: params, before: before(surface), update: () => update, tolerance });
}
