import { compile, freeNames, parseFormula, type Expr } from '../formula/index.ts';
import type { ParamValues } from '../params/spec.ts';
import { perStepNames, perStepTable } from './compile.ts';
import { disturbedGradient, disturbedLr, type Disturbance } from './disturbance.ts';
import type { OptimizerRecord } from './record.ts';
import type { Assignment, Rule } from './types.ts';

/** One line of a rule, read. */
export interface RuleLine {
  readonly name: string;
  readonly expression: Expr;
  /** Once an update, or once for x and once for y. */
  readonly per: 'step' | 'coordinate';
}

/** A line at one update: what the names in it were, and what it gave. */
export interface Worked {
  readonly values: Readonly<Record<string, number>>;
  readonly result: number;
}

export interface WorkedLine {
  readonly line: RuleLine;
  /** One entry, or those of x and y. */
  readonly at: readonly Worked[];
}

interface Evaluated extends RuleLine {
  readonly names: readonly string[];
  readonly evaluate: (env: Float64Array, out: Float64Array) => void;
}

const cache = new WeakMap<Rule, readonly Evaluated[]>();

/** The lines of a rule in the order in which they run. Throws FormulaError where one is no formula in the names in scope. */
export function ruleLines(rule: Rule): readonly RuleLine[] {
  return evaluated(rule);
}

function evaluated(rule: Rule): readonly Evaluated[] {
  const known = cache.get(rule);
  if (known) return known;
  const scope = new Set([...Object.keys(rule.params), ...Object.keys(rule.carried ?? {}), 't']);
  const read = (per: RuleLine['per']) => {
    return ([name, text]: Assignment): Evaluated => {
      const expression = parseFormula(text, [...scope]);
      scope.add(name);
      const names = [...freeNames(expression)];
      return { name, expression, per, names, evaluate: compile([expression], names) };
    };
  };
  const once = (rule.perStep ?? []).map(read('step'));
  for (const name of [...(rule.state ?? []), 'x', 'g']) scope.add(name);
  const fresh = [...once, ...rule.perCoordinate.map(read('coordinate'))];
  cache.set(rule, fresh);
  return fresh;
}

/**
 * Update number `step` (1 … count − 1) of a run, line by line: the record's row step − 1 goes in, its row `step` comes out, bit
 * for bit. `params` holds every parameter of the rule. Throws RangeError for an update that the record does not have.
 */
export function updateAt(
  rule: Rule,
  params: ParamValues,
  record: OptimizerRecord,
  step: number,
  disturbance: Disturbance = {},
): readonly WorkedLine[] {
  if (!Number.isInteger(step) || step < 1 || step >= record.count) {
    throw new RangeError(`update ${step} is not among the ${record.count - 1} of the record`);
  }
  const shared = new Map(Object.entries({ ...params, ...rule.carried, t: step }));
  const lr = params['lr'];
  if (lr !== undefined) shared.set('lr', disturbedLr(lr, disturbance, step));
  // What the per-step lines left behind at the update before (NAdam's running product).
  const columns = perStepNames(rule);
  const table = perStepTable(rule, params, step - 1, disturbance);
  if (step > 1) columns.forEach((name, k) => shared.set(name, table[(step - 2) * columns.length + k]!));

  const lines = evaluated(rule);
  const worked = new Map<Evaluated, Worked[]>();
  for (const line of lines) if (line.per === 'step') worked.set(line, [run(line, shared)]);
  for (const axis of [0, 1] as const) {
    const from = 2 * (step - 1) + axis;
    const values = new Map(shared);
    values.set('x', record.x[from]!);
    values.set('g', gradientAt(record, step, axis, disturbance));
    for (const name of rule.state ?? []) values.set(name, record.state[name]![from]!);
    for (const line of lines) {
      if (line.per === 'coordinate') worked.set(line, [...(worked.get(line) ?? []), run(line, values)]);
    }
  }
  return lines.map((line) => ({ line, at: worked.get(line) ?? [] }));
}

/** ∂f/∂x or ∂f/∂y as update `step` saw it, with what a disturbance added. */
export function gradientAt(record: OptimizerRecord, step: number, axis: 0 | 1, disturbance: Disturbance = {}): number {
  return disturbedGradient(record.g[2 * (step - 1) + axis]!, disturbance, step, axis);
}

const out = new Float64Array(1);

function run(line: Evaluated, scope: Map<string, number>): Worked {
  const values = Object.fromEntries(line.names.map((name) => [name, scope.get(name) ?? NaN]));
  line.evaluate(
    Float64Array.from(line.names, (name) => values[name]!),
    out,
  );
  const result = out[0]!;
  scope.set(line.name, result);
  return { values, result };
}
