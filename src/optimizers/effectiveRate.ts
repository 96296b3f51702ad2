import { compile, differentiate, freeNames, parseFormula, substitute, type Expr } from '../formula/index.ts';
import type { ParamValues } from '../params/spec.ts';
import { compileRule, perStepNames, perStepTable } from './compile.ts';
import { disturbedLr, type Disturbance } from './disturbance.ts';
import type { OptimizerRecord } from './record.ts';
import { stateRoles } from './roles.ts';
import type { Rule } from './types.ts';

/** A rule's step as one factor times what it follows: the gradient, or the memory of gradients. */
interface Factor {
  readonly names: readonly string[];
  readonly evaluate: (env: Float64Array, out: Float64Array) => void;
}

/** A state's value after the update, as a name that no formula can hold. */
const after = (state: string) => `${state}'`;

const factors = new WeakMap<Rule, Factor | null>();

/**
 * The rule's own lines as one expression for the next x, whose derivative by what it follows is the factor. null where it follows two things
 * (Nesterov, NAdam) or not in proportion (Lion).
 */
function factorOf(rule: Rule): Factor | null {
  const known = factors.get(rule);
  if (known !== undefined) return known;
  const state = rule.state ?? [];
  const base = [
    ...new Set([
      ...Object.keys(rule.params),
      ...Object.keys(rule.carried ?? {}),
      ...perStepNames(rule),
      ...compileRule(rule).pointNames,
      't',
    ]),
  ];
  const scope = new Set([...base, ...state, 'x', 'g']);
  const now = new Map<string, Expr>();
  for (const [name, text] of rule.perCoordinate) {
    const expression = substitute(parseFormula(text, [...scope]), now);
    scope.add(name);
    // With a penalty g is still what the rule follows.
    if (name !== 'g') now.set(name, state.includes(name) ? { kind: 'variable', name: after(name) } : expression);
  }
  const next = now.get('x');
  const found = next ? proportional(rule, next) : null;
  const names = [...base, ...state, ...state.map(after)];
  const fresh = found && { names, evaluate: compile([found], names) };
  factors.set(rule, fresh);
  return fresh;
}

function proportional(rule: Rule, next: Expr): Expr | null {
  const memory = stateRoles(rule).filter(({ role }) => role === 'memory');
  const followed = ['g', ...memory.flatMap(({ name }) => [name, after(name)])].filter((name) =>
    freeNames(next).has(name),
  );
  const [only, ...more] = followed;
  if (only === undefined || more.length > 0) return null;
  const slope = differentiate(next, only);
  if (freeNames(slope).has(only) || freeNames(slope).has('x')) return null;
  // A memory that is a step already holds −lr.
  const baked = memory.some(({ name, baked: isStep }) => isStep && after(name) === only);
  const lr: Expr = { kind: 'variable', name: 'lr' };
  return baked ? { kind: 'binary', op: '*', left: slope, right: lr } : { kind: 'negation', arg: slope };
}

/**
 * By what each update multiplied the gradient that it followed, or its mean, along x (axis 0) or y (1): η/√h, with corrections and guards as the rule has
 * them. count rows, row i of update i; row 0, before any, is NaN. null where the rule's steps are no such multiple.
 */
export function effectiveRates(
  rule: Rule,
  params: ParamValues,
  record: OptimizerRecord,
  axis: 0 | 1,
  disturbance: Disturbance = {},
): Float64Array | null {
  const factor = factorOf(rule);
  if (!factor) return null;
  const { names, evaluate } = factor;
  const { count } = record;
  const columns = perStepNames(rule);
  const table = perStepTable(rule, params, Math.max(count - 1, 0), disturbance);
  const env = Float64Array.from(names, (name) => params[name] ?? NaN);
  const place = (name: string) => names.indexOf(name);
  const ofPoint = Object.entries(record.point?.scalars ?? {}).map(([name, column]) => [column, place(name)] as const);
  const memories = (rule.state ?? []).map((name) => [record.state[name]!, place(name), place(after(name))] as const);
  const [t, lr, first] = [place('t'), place('lr'), columns.map(place)];
  const rates = new Float64Array(count).fill(NaN);
  const out = new Float64Array(1);
  for (let row = 1; row < count; row++) {
    env[t] = row;
    if (lr >= 0) env[lr] = disturbedLr(params['lr'] ?? NaN, disturbance, row);
    first.forEach((at, k) => (env[at] = table[(row - 1) * columns.length + k]!));
    for (const [column, at] of ofPoint) env[at] = column[row]!;
    for (const [column, before, now] of memories) {
      env[before] = column[2 * row - 2 + axis]!;
      env[now] = column[2 * row + axis]!;
    }
    evaluate(env, out);
    rates[row] = out[0]!;
  }
  return rates;
}
