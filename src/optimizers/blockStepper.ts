import { compileAssignments, compileColumns, type CompileColumns, type RunColumns } from '../formula/index.ts';
import type { ParamValues } from '../params/spec.ts';
import { compileRule } from './compile.ts';
import { PLACE, type PointLine } from './point.ts';
import type { Rule } from './types.ts';

/** What a rule carries from update to update, changed in place: the scalars (`t` among them) and an array a state, by its name. */
export type Memory = Record<string, Float64Array>;

/** In a memory: `t`, then the carried scalars. */
const SCALARS = 't';

/**
 * Takes the gradient at x, writes the next iterate into x; both of the length that the stepper was made for, in either precision. Rules that
 * take the gradient elsewhere leave that in `gradient`.
 */
export type BlockStepper = (x: Numbers, gradient: Numbers, lrFactor?: number, surface?: BlockSurface) => void;

type Numbers = Float64Array | Float32Array;

/** What a rule may ask besides the gradient at x; without it f is NaN. The least value of f is not known here. */
export interface BlockSurface {
  /** f at x. */
  readonly f: number;
  /** Writes ∇f at `at` into `into`. */
  readonly gradient: (at: Numbers, into: Numbers) => void;
}

/** A rule's programs over columns. */
interface ColumnPrograms {
  readonly perCoordinate: RunColumns;
  /** Scalars of the whole point, line by line. */
  readonly points: readonly PointColumns[];
  /** Writes where the gradient is taken into the column behind those of the rule; null: at x. */
  readonly place: (Pick<PointColumns, 'sums'> & { readonly at: RunColumns }) | null;
}

interface PointColumns {
  /** Each writes its terms into the column behind those of the rule; their sum goes to `slot`. */
  readonly sums: readonly { readonly terms: RunColumns; readonly slot: number }[];
  readonly assign: (values: Float64Array) => void;
}

const compiled = new WeakMap<CompileColumns, WeakMap<Rule, ColumnPrograms>>();
const TERM = 'term';
const UNSEEN: BlockSurface = {
  f: NaN,
  gradient: () => {
    throw new Error('the rule takes the gradient at another place than x, and there is no surface to take it of');
  },
};

function columnsOf(rule: Rule, compile: CompileColumns): ColumnPrograms {
  const own = compiled.get(compile) ?? new WeakMap<Rule, ColumnPrograms>();
  compiled.set(compile, own);
  const { lines, place, pointLines, slots, state } = compileRule(rule);
  const names = state.map(({ name }) => name);
  const columns = ['x', 'g', ...names];
  const sumsOf = ({ sums }: PointLine) =>
    sums.map(({ name, term }) => ({
      terms: compile([[TERM, term]], slots, [...columns, TERM], [TERM]),
      slot: slots.indexOf(name),
    }));
  const programs = own.get(rule) ?? {
    perCoordinate: compile(lines, slots, columns, ['x', ...names]),
    points: pointLines.map((line) => ({
      sums: sumsOf(line),
      assign: compileAssignments([[line.name, line.expression]], slots),
    })),
    place: place && {
      sums: sumsOf(place.line),
      at: compile([[PLACE, place.line.expression]], slots, [...columns, PLACE], [PLACE]),
    },
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
 * `createStepper` for many coordinates: each operation of the rule runs over a block of them, the results are the same bits. Updates go on from `memory`, where it has any.
 * `compile`: by whose loops.
 */
export function createBlockStepper(
  rule: Rule,
  params: ParamValues,
  n: number,
  memory: Memory = {},
  compile = compileColumns,
): BlockStepper {
  const { values: fresh, perStep, slot, slots, state } = compileRule(rule);
  const { perCoordinate, place, points } = columnsOf(rule, compile);
  const values = fresh(params);
  const carried = [slot.t, ...Object.keys(rule.carried ?? {}).map((name) => slots.indexOf(name))];
  const scalars = (memory[SCALARS] ??= Float64Array.from(carried, (place) => values[place]!));
  const memories = state.map(({ name }) => (memory[name] ??= new Float64Array(n)));
  const terms = new Float64Array([...points, ...(place ? [place] : [])].some(({ sums }) => sums.length > 0) ? n : 0);
  let at: Numbers | null = null;
  const lr = params['lr'];
  return (x, gradient, lrFactor = 1, { f, gradient: gradientAt } = UNSEEN) => {
    carried.forEach((place, k) => (values[place] = scalars[k]!));
    values[slot.t] = scalars[0]! + 1;
    if (slot.lr !== null && lr !== undefined) values[slot.lr] = lr * lrFactor;
    perStep(values);
    const columns = [x, gradient, ...memories];
    const add = ({ terms: run, slot: to }: PointColumns['sums'][number]) => {
      run(values, [...columns, terms]);
      values[to] = totalOf(terms);
    };
    if (place) {
      at ??= x.slice();
      place.sums.forEach(add);
      place.at(values, [...columns, at]);
      gradientAt(at, gradient);
    }
    values[slot.f] = f;
    values[slot.fmin] = NaN;
    for (const { sums, assign } of points) {
      sums.forEach(add);
      assign(values);
    }
    perCoordinate(values, columns);
    carried.forEach((place, k) => (scalars[k] = values[place]!));
  };
}
