import { pythonNumber, pythonProgram } from '../../formula/python.ts';
import type { Rule } from '../../optimizers/types.ts';
import { objectiveOf } from '../../surfaces/objective.ts';
import { indented, pythonName } from './names.ts';
import { addedLines, assertionLines, headOf, pairText, SCRIPT_TOLERANCE, type ScriptedRun } from './run.ts';
import { temp, updateLines } from './rule.ts';
import { factorLines } from './schedule.ts';

/** `f_and_slope(point)`: f and (∂f/∂x, ∂f/∂y), differentiated by this project. */
export function surfaceLines({ formula, params }: ScriptedRun['spec']['surface']): readonly string[] {
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

/**
 * A script over NumPy alone that repeats a run line by line and asserts that its last point is the record's. `rule`: that of the spec.
 * `fmin`: the least f known of the surface, for rules that read it.
 */
export function numpyScript(run: ScriptedRun, rule: Rule, fmin = NaN): string {
  const { spec, record } = run;
  const added = addedLines(run, (rows) => `np.array(${rows})`);
  const factor = 'lr' in rule.params ? factorLines(spec.disturbance ?? {}) : [];
  const numbers = Object.entries({ ...spec.params, ...rule.carried });
  const update = [
    'f_, g = f_and_slope(x)',
    ...(added.length > 0 ? ['g = g + added[t - 1]'] : []),
    ...(factor.length > 0 ? ['lr = set_lr * lr_factor(t)'] : []),
    ...updateLines(rule, 'np', added.length > 0 ? ['g = g + added[t - 1]'] : []),
  ];
  return [
    ...headOf(run, 'NumPy'),
    'import numpy as np',
    '',
    '# As in JavaScript: what has no value becomes inf or nan, silently.',
    'np.seterr(all="ignore")',
    ...surfaceLines(spec.surface),
    ...factor,
    ...numbers.map(([name, value]) => `${pythonName(name)} = np.float64(${pythonNumber(value)})`),
    ...(factor.length > 0 ? ['set_lr = lr'] : []),
    ...(rule.perPoint ? [`fmin = ${pythonNumber(fmin)}`] : []),
    '# Both coordinates at once.',
    `x = np.array(${pairText(...spec.start)})`,
    ...(rule.state ?? []).map((name) => `${pythonName(name)} = np.zeros(2)`),
    ...added,
    `for t in range(1, ${record.count}):`,
    ...indented(update),
    '',
    ...assertionLines(run, 'x', SCRIPT_TOLERANCE),
    '',
  ].join('\n');
}
