import { compileAssignments, compileColumns, type CompileColumns, type RunColumns } from '../formula/index.ts';
import type { ParamValues } from '../params/spec.ts';
import { compileRule } from './compile.ts';
import type { Rule } from './types.ts';

/** What a rule carries from update to update, changed in place: the scalars (`t` among them) and an array a state, by its name. */
export type Memory = Record<string, Float64Array>;

/** In a memory: `t`, then the carried scalars. */
const SCALARS = 't';

/** Takes the gradient at x, writes the next iterate into x; both of the length that the stepper was made for, in either precision. */
export type BlockStepper = (x: Numbers, gradient: Numbers, lrFactor?: number) => void;

type Numbers = Float64Array | Float32Array;
/** A rule's programs over columns. */
interface ColumnPrograms {
  readonly perCoordinate: RunColumns;
  /** Scalars of the whole point, line by line. */
  readonly points: readonly PointColumns[];
}

interface PointColumns {
  /** Each writes its terms into the column behind those of the rule; their sum goes to `slot`. */
  readonly sums: readonly { readonly terms: RunColumns; readonly slot: number }[];
  readonly assign: (values: Float64Array) => void;
}

const compiled = new WeakMap<CompileColumns, WeakMap<Rule, ColumnPrograms>>();
const TERM = 'term';

function columnsOf(rule: Rule, compile: CompileColumns): ColumnPrograms {
  const own = compiled.get(compile) ?? new WeakMap<Rule, ColumnPrograms>();
  compiled.set(compile, own);
  const { lines, pointLines, slots, state } = compileRule(rule);
  const names = state.map(({ name }) => name);
  const columns = ['x', 'g', ...names];
  const programs = own.get(rule) ?? {
    perCoordinate: compile(lines, slots, columns, ['x', ...names]),
    points: pointLines.map(({ name, expression, sums }) => ({
      sums: sums.map(({ name: sum, term }) => ({
        terms: compile([[TERM, term]], slots, [...columns, TERM], [TERM]),
        slot: slots.indexOf(sum),
      })),
      assign: compileAssignments([[name, expression]], slots),
    })),
  };
  own.set(rule, programs);
  return programs;
}

function totalOf(terms: Float64Array): number {
  let total = 0;
  for (let i = 0; i < terms.length; i++) total += terms[i]!;
  return total;
}

/**
 * `createStepper` for many coordinates: each operation of the rule runs over a block of them, the results are the same bits. Rules that read f know of none here: it is NaN. Updates go on from `memory`, where it has any.
 * `compile`: by whose loops.
 */
export function createBlockStepper(
  rule: Rule,
  params: ParamValues,
  n: number,
  memory: Memory = {},
  compile = compileColumns,
): BlockStepper {
  const { values: fresh, perStep, place, slot, slots, state } = compileRule(rule);
  if (place) throw new Error('the rule takes the gradient at another place than x');
  const { perCoordinate, points } = columnsOf(rule, compile);
  const values = fresh(params);
  const carried = [slot.t, ...Object.keys(rule.carried ?? {}).map((name) => slots.indexOf(name))];
  const scalars = (memory[SCALARS] ??= Float64Array.from(carried, (place) => values[place]!));
  const memories = state.map(({ name }) => (memory[name] ??= new Float64Array(n)));
  const terms = new Float64Array(points.some(({ sums }) => sums.length > 0) ? n : 0);
  const lr = params['lr'];
  return (x, gradient, lrFactor = 1) => {
    carried.forEach((place, k) => (values[place] = scalars[k]!));
    values[slot.t] = scalars[0]! + 1;
    if (slot.lr !== null && lr !== undefined) values[slot.lr] = lr * lrFactor;
    perStep(values);
    const columns = [x, gradient, ...memories];
    for (const { sums, assign } of points) {
      for (const sum of sums) {
        sum.terms(values, [...columns, terms]);
        values[sum.slot] = totalOf(terms);
      }
      assign(values);
    }
    perCoordinate(values, columns);
    carried.forEach((place, k) => (scalars[k] = values[place]!));
  };
}
