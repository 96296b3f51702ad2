import { compile, freeNames, parseFormula, type Expr } from '../formula/index.ts';
import type { ParamValues } from '../params/spec.ts';
import { perStepNames, perStepTable, scopesOf } from './compile.ts';
import { disturbedGradient, disturbedLr, type Disturbance } from './disturbance.ts';
import { parsePointLines, PLACE, type PointLine } from './point.ts';
import type { OptimizerRecord } from './record.ts';
import type { Sum } from './sums.ts';
import type { Assignment, Rule } from './types.ts';

/** One line of a rule, read. */
export interface RuleLine {
  readonly name: string;
  readonly expression: Expr;
  /** Once an update, or once for x and once for y; `place`: there too, where the gradient is taken. */
  readonly per: 'step' | 'place' | 'point' | 'coordinate';
  /** What stands in the expression as `Σ1`, … */
  readonly sums: readonly Sum[];
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

type Evaluate = (env: Float64Array, out: Float64Array) => void;

interface Evaluated extends RuleLine {
  readonly names: readonly string[];
  readonly evaluate: Evaluate;
  readonly terms: readonly { readonly name: string; readonly names: readonly string[]; readonly evaluate: Evaluate }[];
}

const cache = new WeakMap<Rule, readonly Evaluated[]>();

/** The lines of a rule in the order in which they run. Throws FormulaError where one is no formula in the names in scope. */
export function ruleLines(rule: Rule): readonly RuleLine[] {
  return evaluated(rule);
}

function evaluated(rule: Rule): readonly Evaluated[] {
  const known = cache.get(rule);
  if (known) return known;
  const scopes = scopesOf(rule);
  const plain = (lines: readonly Assignment[], names: readonly string[]): PointLine[] => {
    const scope = new Set(names);
    return lines.map(([name, text]) => {
      const expression = parseFormula(text, [...scope]);
      scope.add(name);
      return { name, expression, sums: [] };
    });
  };
  const place =
    rule.gradientAt === undefined ? [] : parsePointLines([[PLACE, rule.gradientAt]], new Set(scopes.place), []);
  const point = parsePointLines(rule.perPoint ?? [], new Set(scopes.point), scopes.each, place[0]?.sums.length);
  const fresh = [
    ...plain(rule.perStep ?? [], scopes.step).map(evaluable('step')),
    ...place.map(evaluable('place')),
    ...point.map(evaluable('point')),
    ...plain(rule.perCoordinate, scopes.coordinate).map(evaluable('coordinate')),
  ];
  cache.set(rule, fresh);
  return fresh;
}

const evaluable =
  (per: RuleLine['per']) =>
  (line: PointLine): Evaluated => ({
    ...line,
    per,
    ...evaluation(line.expression),
    terms: line.sums.map(({ name, term }) => ({ name, ...evaluation(term) })),
  });

function evaluation(expression: Expr) {
  const names = [...freeNames(expression)];
  return { names, evaluate: compile([expression], names) };
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

  const { point } = record;
  for (const [name, column] of Object.entries(point?.scalars ?? {})) {
    if (name in (rule.carried ?? {})) shared.set(name, column[step - 1]!);
  }

  const axes = ([0, 1] as const).map((axis) => {
    const from = 2 * (step - 1) + axis;
    const state = (rule.state ?? []).map((name) => [name, record.state[name]![from]!] as const);
    return new Map<string, number>([
      ...state,
      ['x', record.x[from]!],
      ['g', gradientAtX(record, step, axis, disturbance)],
    ]);
  });
  const worked = evaluated(rule).map((line) => {
    const both = () => axes.map((own) => run(line, own, shared, axes));
    switch (line.per) {
      case 'place': {
        const at = both();
        axes.forEach((own, axis) => own.set('g', gradientAt(record, step, axis as 0 | 1, disturbance)));
        return { line, at };
      }
      case 'coordinate':
        return { line, at: both() };
      case 'point':
        shared.set('f', record.f[step - 1]!);
        shared.set('fmin', point?.fmin ?? NaN);
        return { line, at: [run(line, shared, shared, axes)] };
      case 'step':
        return { line, at: [run(line, shared, shared, axes)] };
    }
  });
  return worked;
}

/** ∂f/∂x or ∂f/∂y as update `step` saw it, where it took it, with what a disturbance added. */
export function gradientAt(record: OptimizerRecord, step: number, axis: 0 | 1, disturbance: Disturbance = {}): number {
  const taken = (record.point?.seen ?? record.g)[2 * (step - 1) + axis]!;
  return disturbedGradient(taken, disturbance, step, axis);
}

/** ∂f/∂x or ∂f/∂y at x itself, with what a disturbance added. */
export function gradientAtX(record: OptimizerRecord, step: number, axis: 0 | 1, disturbance: Disturbance = {}): number {
  return disturbedGradient(record.g[2 * (step - 1) + axis]!, disturbance, step, axis);
}

const out = new Float64Array(1);

type Scope = ReadonlyMap<string, number>;

function valueOf(
  { names, evaluate }: { readonly names: readonly string[]; readonly evaluate: Evaluate },
  ...scopes: readonly Scope[]
): number {
  const value = (name: string) => scopes.find((scope) => scope.has(name))?.get(name) ?? NaN;
  evaluate(Float64Array.from(names, value), out);
  return out[0]!;
}

/** Works a line out in `own`, into which its result goes, and `shared`; its sums run over `axes`. */
function run(line: Evaluated, own: Map<string, number>, shared: Scope, axes: readonly Scope[]): Worked {
  const sums = line.terms.map((term): [string, number] => [
    term.name,
    axes.reduce((total, axis) => total + valueOf(term, axis, shared), 0),
  ]);
  const scopes = [new Map(sums), own, shared];
  const values = Object.fromEntries(
    line.names.map((name) => [name, scopes.find((scope) => scope.has(name))?.get(name) ?? NaN]),
  );
  const result = valueOf(line, new Map(Object.entries(values)));
  own.set(line.name, result);
  return { values, result };
}
