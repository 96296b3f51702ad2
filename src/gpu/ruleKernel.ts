import { compile, freeNames, kernelProgram, parseFormula, type Expr } from '../formula/index.ts';
import { disturbedLr, type Disturbance } from '../optimizers/disturbance.ts';
import { parsePointLines, PLACE, type PointLine } from '../optimizers/point.ts';
import { perStepNames, perStepTable, scopesOf } from '../optimizers/run.ts';
import type { Rule } from '../optimizers/types.ts';
import type { ParamValues } from '../params/spec.ts';
import { createHoister, type Uniform } from './hoist.ts';

/** An update of both coordinates as statements of a kernel, whose variables x and y, g_x and g_y are the point and its gradient. */
export interface RuleKernel {
  /** Where the gradient is taken: writes at_x and at_y. null: at x and y. */
  readonly place: readonly string[] | null;
  /** From the gradient to the next x and y. */
  readonly lines: readonly string[];
  /** Variables of the statements other than x and y, with what they are before the first update. */
  readonly variables: readonly (readonly [name: string, initial: number])[];
  /** The statements read f_p, the height at x and y. */
  readonly readsHeight: boolean;
  /** They read `fmin`, a number. */
  readonly readsLeast: boolean;
  /** Values fixed by the rule's parameters. */
  readonly fixed: readonly Uniform[];
  /** Values that differ from step to step: the columns of the table. */
  readonly perStep: readonly Uniform[];
}

const AXES = ['x', 'y'] as const;
type Axis = (typeof AXES)[number];

export function ruleKernelOf(rule: Rule, lrMoves: boolean): RuleKernel {
  const { step, place: placeScope, point: pointScope, each, coordinate } = scopesOf(rule);
  const place =
    rule.gradientAt === undefined ? [] : parsePointLines([[PLACE, rule.gradientAt]], new Set(placeScope), []);
  const points = parsePointLines(rule.perPoint ?? [], new Set(pointScope), each, place[0]?.sums.length);
  const ofPoint = new Set(['f', ...points.map(({ name }) => name)]);
  const own = new Set([...each, ...rule.perCoordinate.map(([name]) => name)]);
  const isShared = new Set([...step, ...perStepNames(rule)]);
  const hoister = createHoister((name) => isShared.has(name) && !own.has(name) && !ofPoint.has(name), 'p');

  let temporaries = 0;
  const renamed = (axis: Axis) => (name: string) => {
    if (name.startsWith('Σ')) return `s${name.slice(1)}`;
    if (name === PLACE) return `at_${axis}`;
    if (name === 'x') return axis;
    return own.has(name) ? `${name}_${axis}` : ofPoint.has(name) ? `${name}_p` : name;
  };
  const assign = (target: string, e: Expr, axis: Axis): string[] => {
    const { lines: parts, outputs } = kernelProgram([hoister.hoist(e)], renamed(axis), () => `d${temporaries++}`);
    return [...parts.map(([part, value]) => `const ${part} = ${value};`), `${target} = ${outputs[0] ?? ''};`];
  };
  const summed = ({ sums }: PointLine): string[] =>
    sums.flatMap(({ name, term }) => {
      const total = renamed('x')(name);
      const terms = AXES.flatMap((axis) => assign(`const ${total}_${axis}`, term, axis));
      return [...terms, `const ${total} = ${total}_x + ${total}_y;`];
    });

  const scope = new Set(coordinate);
  const perCoordinate = rule.perCoordinate.map(([name, text]): readonly [string, Expr] => {
    const expression = parseFormula(text, [...scope]);
    scope.add(name);
    return [name, expression];
  });
  // Uniforms are numbered as they are met: in the order in which the statements run.
  const placed = place.flatMap((line) => [
    ...summed(line),
    ...AXES.flatMap((axis) => assign(`at_${axis}`, line.expression, axis)),
  ]);
  const lines = [
    ...points.flatMap((line) => [...summed(line), ...assign(`${line.name}_p`, line.expression, 'x')]),
    ...AXES.flatMap((axis) => perCoordinate.flatMap(([name, e]) => assign(renamed(axis)(name), e, axis))),
  ];

  const reads = (name: string) =>
    points.some(({ expression, sums }) =>
      [expression, ...sums.map(({ term }) => term)].some((e) => freeNames(e).has(name)),
    );
  const isFixed = ({ expr }: Uniform) =>
    [...freeNames(expr)].every((name) => name in rule.params && !(lrMoves && name === 'lr'));
  const readsHeight = reads('f');
  return {
    place: place.length > 0 ? placed : null,
    lines,
    variables: [
      ...[...own].filter((name) => name !== 'x').flatMap((name) => AXES.map((axis) => [`${name}_${axis}`, 0] as const)),
      ...[...ofPoint]
        .filter((name) => name !== 'f' || readsHeight)
        .map((name) => [`${name}_p`, rule.carried?.[name] ?? 0] as const),
      ...(place.length > 0 ? AXES.map((axis) => [`at_${axis}`, 0] as const) : []),
    ],
    readsHeight,
    readsLeast: reads('fmin'),
    fixed: hoister.uniforms.filter(isFixed),
    perStep: hoister.uniforms.filter((uniform) => !isFixed(uniform)),
  };
}

/** Rows of the per-step table. Its size is compiled in, so it has room for any run of the page (2,000 steps) from the first. */
export const TABLE_ROWS = 2048;

/** The columns for steps 1 … rows in float64, rounded last: βᵗ in float32 would cost three digits. */
export function stepTable(
  rule: Rule,
  columns: readonly Uniform[],
  params: ParamValues,
  rows: number,
  disturbance: Disturbance,
): Float32Array {
  const scalars = perStepNames(rule);
  const table = perStepTable(rule, params, rows, disturbance);
  const names = [...Object.keys(params), 't', ...scalars];
  const env = Float64Array.from(names, (name) => params[name] ?? NaN);
  const t = names.indexOf('t');
  const lr = names.indexOf('lr');
  const run = compile(
    columns.map(({ expr }) => expr),
    names,
  );
  const out = new Float64Array(columns.length);
  const result = new Float32Array(Math.max(TABLE_ROWS, 2 ** Math.ceil(Math.log2(rows))) * columns.length);
  for (let row = 0; row < rows; row++) {
    env[t] = row + 1;
    if (lr >= 0) env[lr] = disturbedLr(params['lr'] ?? NaN, disturbance, row + 1);
    env.set(table.subarray(row * scalars.length, (row + 1) * scalars.length), t + 1);
    run(env, out);
    result.set(out, row * columns.length);
  }
  return result;
}
