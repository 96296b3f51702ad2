import { parseFormula, type Expr } from '../../formula/index.ts';
import { pythonNumber, pythonProgram } from '../../formula/python.ts';
import { parseSummed } from '../../optimizers/sums.ts';
import type { Assignment, Rule } from '../../optimizers/types.ts';
import { objectiveOf } from '../../surfaces/objective.ts';
import { indented, pythonName } from './names.ts';
import { addedLines, assertionLines, headOf, pairText, SCRIPT_TOLERANCE, type ScriptedRun } from './run.ts';
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

/** No name of a rule begins so. */
export const temp = (i: number) => `_${i}`;

/** A line of a rule as Python's; sums over the coordinates stand before it. */
function lineOf(name: string, expression: Expr, sums: readonly { readonly name: string; readonly term: Expr }[] = []) {
  const rename = (one: string) => (one.startsWith('Σ') ? `_sum${one.slice(1)}` : pythonName(one));
  const put = (to: string, e: Expr, wrap: (source: string) => string = (source) => source) => {
    const { lines, outputs } = pythonProgram([e], 'np', rename, temp);
    return [...lines, [to, wrap(outputs[0] ?? '')] as const].map(([left, right]) => `${left} = ${right}`);
  };
  return [
    // Of a term that is the same for both coordinates, twice.
    ...sums.flatMap((sum) => put(rename(sum.name), sum.term, (source) => `np.sum(${source} + 0.0 * x)`)),
    ...put(pythonName(name), expression),
  ];
}

/** What happens in an update, `f` and `g` being what it sees. */
function updateLines(rule: Rule, isDisturbed: boolean): readonly string[] {
  const names = new Set([...Object.keys(rule.params), ...Object.keys(rule.carried ?? {}), 't']);
  const plain = ([name, text]: Assignment) => {
    const lines = lineOf(name, parseFormula(text, [...names]));
    names.add(name);
    return lines;
  };
  const each = [...(rule.state ?? []), 'x', 'g'];
  let sums = 0;
  const summed = ([name, text]: Assignment, inScope: readonly string[]) => {
    const read = parseSummed(text, inScope, each, sums);
    sums += read.sums.length;
    return lineOf(name, read.expression, read.sums);
  };
  const lines = (rule.perStep ?? []).flatMap(plain);
  if (rule.gradientAt !== undefined) {
    lines.push(...summed(['_place', rule.gradientAt], [...names, ...each]), '_, g = f_and_slope(_place)');
    if (isDisturbed) lines.push('g = g + added[t - 1]');
  }
  if (rule.perPoint) for (const name of ['f', 'fmin']) names.add(name);
  for (const line of rule.perPoint ?? []) {
    lines.push(...summed(line, [...names]));
    names.add(line[0]);
  }
  for (const name of each) names.add(name);
  return [...lines, ...rule.perCoordinate.flatMap(plain)];
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
    ...updateLines(rule, added.length > 0),
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
