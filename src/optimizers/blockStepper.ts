import { compileColumns, type CompileColumns, type RunColumns } from '../formula/index.ts';
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
const compiled = new WeakMap<CompileColumns, WeakMap<Rule, RunColumns>>();

function columnsOf(rule: Rule, compile: CompileColumns): RunColumns {
  const own = compiled.get(compile) ?? new WeakMap<Rule, RunColumns>();
  compiled.set(compile, own);
  const { lines, slots, state } = compileRule(rule);
  const names = state.map(({ name }) => name);
  const run = own.get(rule) ?? compile(lines, slots, ['x', 'g', ...names], ['x', ...names]);
  own.set(rule, run);
  return run;
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
  const columns = columnsOf(rule, compile);
  const values = fresh(params);
  const carried = [slot.t, ...Object.keys(rule.carried ?? {}).map((name) => slots.indexOf(name))];
  const scalars = (memory[SCALARS] ??= Float64Array.from(carried, (place) => values[place]!));
  const memories = state.map(({ name }) => (memory[name] ??= new Float64Array(n)));
  const lr = params['lr'];
  return (x, gradient, lrFactor = 1) => {
    carried.forEach((place, k) => (values[place] = scalars[k]!));
    values[slot.t] = scalars[0]! + 1;
    if (slot.lr !== null && lr !== undefined) values[slot.lr] = lr * lrFactor;
    perStep(values);
    columns(values, [x, gradient, ...memories]);
    carried.forEach((place, k) => (scalars[k] = values[place]!));
  };
}
