import { pythonNumber, pythonProgram } from '../../formula/python.ts';
import { objectiveOf } from '../../surfaces/objective.ts';
import { indented, pythonName } from './names.ts';
import { temp } from './rule.ts';
import { addedLines, assertionLines, headOf, pairText, SCRIPT_TOLERANCE, type ScriptedRun } from './run.ts';
import { factorLines } from './schedule.ts';

/** `f_and_slope(point)`: f and (∂f/∂x, ∂f/∂y), differentiated by this project. */
function surfaceLines({ formula, params }: ScriptedRun['spec']['surface']): readonly string[] {
  const { expression, gradient } = objectiveOf(formula, params);
  const { lines, outputs } = pythonProgram([expression, ...gradient], 'np', pythonName, temp);
  return [
    ...Object.entries(params).map(([name, value]) => `${pythonName(name)} = np.float64(${pythonNumber(value)})`),
    '',
    '',
    'def f_and_slope(point):',
    '    x, y = point',
    ...lines.map(([name, source]) => `    ${name} = ${source}`),
    `    return ${outputs[0]}, np.array([${outputs[1]}, ${outputs[2]}])`,
    '',
    '',
  ];
}

/** What is a method's own of its script. */
interface Parts {
  /** By name, as they are at first. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Functions that it calls. */
  readonly before?: readonly string[];
  /** On either side of the line that sets x to the start. */
  readonly beforeStart?: readonly string[];
  readonly afterStart?: readonly string[];
  /** From f_ and g at x to the next x. `disturb`: what is added to a gradient, wherever it is taken. */
  readonly update: (disturb: readonly string[]) => readonly string[];
  readonly tolerance?: number;
}

/** A script over NumPy alone that repeats a run update by update and asserts that its last point is the record's. */
export function numpyFrame(run: ScriptedRun, parts: Parts): string {
  const { numbers, before = [], beforeStart = [], afterStart = [], update, tolerance = SCRIPT_TOLERANCE } = parts;
  const { spec, record } = run;
  const added = addedLines(run, (rows) => `np.array(${rows})`);
  const disturb = added.length > 0 ? ['g = g + added[t - 1]'] : [];
  const factor = 'lr' in spec.params ? factorLines(spec.disturbance ?? {}) : [];
  return [
    ...headOf(run, 'NumPy'),
    'import numpy as np',
    '',
    '# As in JavaScript: what has no value becomes inf or nan, silently.',
    'np.seterr(all="ignore")',
    ...surfaceLines(spec.surface),
    ...factor,
    ...before,
    ...Object.entries(numbers).map(([name, value]) => `${pythonName(name)} = np.float64(${pythonNumber(value)})`),
    ...(factor.length > 0 ? ['set_lr = lr'] : []),
    ...beforeStart,
    `x = np.array(${pairText(...spec.start)})`,
    ...afterStart,
    ...added,
    `for t in range(1, ${record.count}):`,
    ...indented([
      'f_, g = f_and_slope(x)',
      ...disturb,
      ...(factor.length > 0 ? ['lr = set_lr * lr_factor(t)'] : []),
      ...update(disturb),
    ]),
    '',
    ...assertionLines(run, 'x', tolerance),
    '',
  ].join('\n');
}
