import {
  compileAssignments,
  createSlots,
  freeNames,
  parseFormula,
  usesOnlyExactArithmetic,
  type Expr,
  type Slots,
} from '../formula/index.ts';
import type { ParamValues } from '../params/spec.ts';
import { disturbedLr, type Disturbance } from './disturbance.ts';
import {
  compilePlace,
  compilePoint,
  parsePointLines,
  PLACE,
  type CompiledPlace,
  type PointLine,
  type PointProgram,
} from './point.ts';
import type { Assignment, Rule } from './types.ts';

/** A rule as programs over one array of slots, in float64. */
export interface CompiledRule {
  /** A fresh array of slots with the parameters and carried scalars in place, all else 0. */
  readonly values: (params: ParamValues) => Float64Array;
  /** Once a step, with slot `t` set. */
  readonly perStep: (values: Float64Array) => void;
  /** null: the gradient is taken at x. */
  readonly place: CompiledPlace | null;
  /** Once a step, behind `perStep` and, where it is taken elsewhere, the gradient; with slots `f` and `fmin` set. null: no lines. */
  readonly perPoint: PointProgram | null;
  /** Once a coordinate, with slots `x`, `g` and those of the state set; leaves the next `x` and state in them. */
  readonly perCoordinate: (values: Float64Array) => void;
  readonly slot: Readonly<Record<'t' | 'x' | 'g' | 'f' | 'fmin', number>> & { readonly lr: number | null };
  readonly perStepNames: readonly string[];
  readonly perStepSlots: Int32Array;
  readonly pointLines: readonly PointLine[];
  /** The names that `perPoint` assigns, in order, each once. */
  readonly pointNames: readonly string[];
  readonly pointSlots: Int32Array;
  readonly state: readonly { readonly name: string; readonly slot: number }[];
  /** What `perCoordinate` is compiled of. */
  readonly lines: readonly (readonly [name: string, e: Expr])[];
  readonly slots: Slots;
  /** The rule uses only + − × ÷ √ (no βᵗ), which every IEEE 754 engine rounds alike. */
  readonly exact: boolean;
}

const cache = new WeakMap<Rule, CompiledRule>();

/** Compiled once a rule object. Throws FormulaError where a line is no formula in the names in scope. */
export function compileRule(rule: Rule): CompiledRule {
  const known = cache.get(rule);
  if (known !== undefined) return known;
  const fresh = build(rule);
  cache.set(rule, fresh);
  return fresh;
}

/** The names that the per-step lines assign, in order, each once: the columns of `perStepTable`. */
export function perStepNames(rule: Rule): readonly string[] {
  return namesOf(rule.perStep);
}

const namesOf = (lines: readonly Assignment[] = []): readonly string[] => [...new Set(lines.map(([name]) => name))];

/** The carried scalars that the per-step lines see: not those that wait for a point. */
function carriedBySteps({ carried = {}, perStep, perPoint }: Rule): readonly string[] {
  const [steps, points] = [namesOf(perStep), namesOf(perPoint)];
  return Object.keys(carried).filter((name) => steps.includes(name) || !points.includes(name));
}

/** What the expressions of a rule see, stage by stage; each set is as the stage finds it. */
export function scopesOf(rule: Rule) {
  const params = Object.keys(rule.params);
  const step = [...params, ...carriedBySteps(rule), 't'];
  const point = [...params, ...Object.keys(rule.carried ?? {}), 't', ...perStepNames(rule)];
  const each = [...(rule.state ?? []), 'x', 'g'];
  return {
    step,
    place: [...point, ...each],
    point: [...point, 'f', 'fmin'],
    each,
    coordinate: [...point, ...namesOf(rule.perPoint), ...each],
  };
}

/** Whether a rule reads `fmin`, without which its steps are no numbers. */
export function asksForLeast(rule: Rule): boolean {
  return compileRule(rule).pointLines.some(({ expression, sums }) =>
    [expression, ...sums.map(({ term }) => term)].some((e) => freeNames(e).has('fmin')),
  );
}

/** Each line sees `names` and what the lines above it assigned; `names` grows. */
function parseLines(lines: readonly Assignment[], names: Set<string>): (readonly [string, Expr])[] {
  return lines.map(([name, text]) => {
    const expression = parseFormula(text, [...names]);
    names.add(name);
    return [name, expression];
  });
}

function build(rule: Rule): CompiledRule {
  const paramNames = Object.keys(rule.params);
  const carried = Object.entries(rule.carried ?? {});
  const stateNames = rule.state ?? [];
  const stepNames = perStepNames(rule);

  const scopes = scopesOf(rule);
  const stepLines = parseLines(rule.perStep ?? [], new Set(scopes.step));
  const place =
    rule.gradientAt === undefined ? [] : parsePointLines([[PLACE, rule.gradientAt]], new Set(scopes.place), []);
  const pointLines = parsePointLines(rule.perPoint ?? [], new Set(scopes.point), scopes.each, place[0]?.sums.length);
  const coordinateLines = parseLines(rule.perCoordinate, new Set(scopes.coordinate));
  const pointNames = namesOf(rule.perPoint);

  const slots = createSlots([...new Set([...scopes.coordinate, ...scopes.point])]);
  return {
    perStep: compileAssignments(stepLines, slots),
    place: place[0] ? compilePlace(place[0], slots) : null,
    perPoint: pointLines.length > 0 ? compilePoint(pointLines, slots) : null,
    perCoordinate: compileAssignments(coordinateLines, slots),
    slot: {
      ...{ t: slots.indexOf('t'), x: slots.indexOf('x'), g: slots.indexOf('g') },
      ...{ f: slots.indexOf('f'), fmin: slots.indexOf('fmin') },
      lr: 'lr' in rule.params ? slots.indexOf('lr') : null,
    },
    perStepNames: stepNames,
    perStepSlots: Int32Array.from(stepNames, (name) => slots.indexOf(name)),
    pointLines,
    pointNames,
    pointSlots: Int32Array.from(pointNames, (name) => slots.indexOf(name)),
    state: stateNames.map((name) => ({ name, slot: slots.indexOf(name) })),
    lines: coordinateLines,
    slots,
    exact: [
      ...[...stepLines, ...coordinateLines].map(([, expression]) => expression),
      ...[...place, ...pointLines].flatMap(({ expression, sums }) => [expression, ...sums.map(({ term }) => term)]),
    ].every(usesOnlyExactArithmetic),
    values: (params) => {
      const values = new Float64Array(slots.size);
      for (const name of paramNames) {
        const value = params[name];
        if (value === undefined) throw new Error(`the rule needs a value for "${name}"`);
        values[slots.indexOf(name)] = value;
      }
      for (const [name, value] of carried) values[slots.indexOf(name)] = value;
      return values;
    },
  };
}

/**
 * The scalars of steps t = 1 … steps, for kernels: steps × `perStepNames(rule).length`, row by row.
 * `params` holds every parameter of the rule.
 */
export function perStepTable(
  rule: Rule,
  params: ParamValues,
  steps: number,
  disturbance: Disturbance = {},
): Float64Array {
  const { values: fresh, perStep, perStepSlots, slot } = compileRule(rule);
  const values = fresh(params);
  const width = perStepSlots.length;
  const table = new Float64Array(steps * width);
  for (let t = 1; t <= steps; t++) {
    values[slot.t] = t;
    if (slot.lr !== null) values[slot.lr] = disturbedLr(params['lr']!, disturbance, t);
    perStep(values);
    for (let k = 0; k < width; k++) table[(t - 1) * width + k] = values[perStepSlots[k]!]!;
  }
  return table;
}
