import { compile, freeNames, kernelProgram, parseFormula, type Expr } from '../formula/index.ts';
import { disturbedLr, type Disturbance } from '../optimizers/disturbance.ts';
import { NOISE_PAIRS, noiseNormals, noiseOffset, noiseSd, noiseStep } from '../optimizers/noise.ts';
import { perStepNames, perStepTable } from '../optimizers/run.ts';
import type { Rule } from '../optimizers/types.ts';
import type { ParamValues } from '../params/spec.ts';
import { objectiveOf } from '../surfaces/objective.ts';
import { functionClassesOf } from './functionClass.ts';
import { createHoister, uniformValues, type Uniform } from './hoist.ts';
import { createMemo } from '../math/memo.ts';
import { surfaceHoister } from './surfaceKernel.ts';
import type { KernelArgument, KernelProgram } from './types.ts';

export interface SwarmKernel {
  readonly program: KernelProgram;
  /**
   * The program's arguments: `starts` holds at most `SWARM_CELLS` × 2 numbers, the result the states after `step` and `step + 1`
   * updates; what is beyond the starts means nothing. `first`: the first start's number in the whole swarm. `reach`: how far
   * from where it rests a particle may still stir.
   */
  args(
    surfaceParams: ParamValues,
    params: ParamValues,
    starts: Float32Array,
    step: number,
    disturbance?: Disturbance,
    first?: number,
    reach?: number,
  ): KernelArgument[];
}

/** What a kernel takes besides: each is one more kernel, so that the plain one pays nothing for it. */
export interface SwarmKinds {
  /** An lr that changes, and a gradient that is put in. */
  readonly disturbed?: boolean;
  /** A gradient with noise. */
  readonly noisy?: boolean;
  /**
   * Where each particle ends and when it came to rest (src/basins/rest.ts), instead of two neighbouring states: `[x, y, rest, 0]`. They all have one
   * noise, so that a path from any of the starts is the one that the page draws from there.
   */
  readonly resting?: boolean;
}

/** Those that a disturbance needs. */
export function kindsOf({ inject, lrChange, noise }: Disturbance = {}): SwarmKinds {
  return { disturbed: (inject ?? lrChange) !== undefined, noisy: noise !== undefined };
}

/**
 * The kernel's output: `SWARM_CELLS` particles at once. Its size is compiled in and no number of particles may compile anything,
 * so that larger swarms run it several times. Of a smaller one it moves only the rows that are used: whole rows, for webasm
 * computes four particles of a row together and would pay for a loop that ends at different steps.
 */
const ROW = 64;
export const SWARM_OUTPUT = [ROW, 64] as const;
export const SWARM_CELLS = SWARM_OUTPUT[0] * SWARM_OUTPUT[1];

/** Rows of the per-step table. Its size is compiled in, so it has room for any run of the page (2,000 steps) from the first. */
const TABLE_ROWS = 2048;
/** Rows are computed in blocks, so that playing on does not recompute the table each step. */
const ROWS_AT_ONCE = 256;

const memo = createMemo<SwarmKernel>(64);

/**
 * Kernel that moves each particle by `rule` over the surface. Formula, parameter names and rule decide its source.
 * `ruleKey` names the rule (`adam torch`).
 */
export function swarmKernelOf(
  formula: string,
  paramNames: readonly string[],
  rule: Rule,
  ruleKey: string,
  { disturbed = false, noisy = false, resting = false }: SwarmKinds = {},
): SwarmKernel {
  return memo(JSON.stringify([formula, paramNames, ruleKey, disturbed, noisy, resting]), () =>
    build(formula, paramNames, rule, { disturbed, noisy, resting }),
  );
}

function build(
  formula: string,
  paramNames: readonly string[],
  rule: Rule,
  { disturbed, noisy, resting }: Required<SwarmKinds>,
): SwarmKernel {
  const surface = surfaceHoister(paramNames);
  const gradient = objectiveOf(formula, Object.fromEntries(paramNames.map((name) => [name, NaN]))).gradient;
  const slope = kernelProgram(
    gradient.map(surface.hoist),
    (name) => name,
    (i) => `c${i}`,
  );

  const update = updateOf(rule, disturbed);
  const steps = update.perStep.map(({ name }) => name);
  const arrays = ['starts', ...(steps.length > 0 ? ['table'] : []), ...(noisy ? ['deals', 'normals'] : [])];
  const injection = disturbed ? ['injectAt', 'injectX', 'injectY'] : [];
  const noise = noisy ? ['spread'] : [];
  const numbers = [
    'updates',
    'rows',
    ...injection,
    ...noise,
    ...(resting ? ['reach'] : []),
    ...[...surface.uniforms, ...update.fixed].map(({ name }) => name),
  ];
  const source = [
    `function (${[...arrays, ...numbers].join(', ')}) {`,
    `const particle = this.thread.y * ${ROW} + this.thread.x;`,
    'let x = starts[particle * 2];',
    'let y = starts[particle * 2 + 1];',
    'let beforeX = x;',
    'let beforeY = y;',
    ...(resting ? ['let rest = 0.0;'] : []),
    ...update.variables.map((name) => `let ${name} = 0.0;`),
    'const last = this.thread.y < rows ? updates : 0;',
    'for (let t = 0; t < last; t++) {',
    ...(resting ? [] : ['beforeX = x;', 'beforeY = y;']),
    ...steps.map((name, k) => `const ${name} = table[t * ${steps.length} + ${k}];`),
    ...slope.lines.map(([name, value]) => `const ${name} = ${value};`),
    `g_x = ${slope.outputs[0] ?? ''};`,
    `g_y = ${slope.outputs[1] ?? ''};`,
    ...(disturbed ? ['if (t === injectAt) {', 'g_x = g_x + injectX;', 'g_y = g_y + injectY;', '}'] : []),
    ...(noisy ? noiseLines : []),
    ...update.lines,
    ...(resting ? restLines : []),
    '}',
    resting ? 'return [x, y, rest, 0.0];' : 'return [beforeX, beforeY, x, y];',
    '}',
  ].join('\n');
  const program: KernelProgram = {
    kind: 'swarm',
    source,
    argumentTypes: [...arrays.map(() => 'Array' as const), ...numbers.map(() => 'Float' as const)],
    classes: functionClassesOf(source),
  };
  const surfaceValues = uniformValues(surface.uniforms, paramNames);
  const fixedValues = uniformValues(update.fixed, Object.keys(rule.params));
  const tables = createMemo<Float32Array>(8);
  return {
    program,
    args(surfaceParams, params, starts, step, disturbance = {}, first = 0, reach = 0) {
      const rows = ROWS_AT_ONCE * Math.ceil((step + 1) / ROWS_AT_ONCE);
      const key = JSON.stringify([params, rows, disturbance.lrChange]);
      const { inject, noise } = disturbance;
      const injected = inject ? [inject.step - 1, ...inject.gradient] : [-1, 0, 0];
      return [
        fullStarts(starts),
        ...(steps.length > 0 ? [tables(key, () => tableOf(rule, update.perStep, params, rows, disturbance))] : []),
        ...(noise ? [dealsOf(noise.seed, step + 1, resting ? null : first), normals32(noise.seed)] : []),
        step + 1,
        Math.ceil(starts.length / (2 * ROW)),
        ...(disturbed ? injected : []),
        ...(noise ? [noiseSd(noise)] : []),
        ...(resting ? [reach * reach] : []),
        ...surfaceValues(surfaceParams),
        ...fixedValues(params),
      ];
    },
  };
}

/** As `restOf` (src/basins/rest.ts) has it; (beforeX, beforeY) is where the particle was when it last went beyond `reach`. */
const restLines = [
  'const awayX = x - beforeX;',
  'const awayY = y - beforeY;',
  'const gone = awayX * awayX + awayY * awayY > reach;',
  'beforeX = gone ? x : beforeX;',
  'beforeY = gone ? y : beforeY;',
  'rest = gone ? t + 1.0 : rest;',
];

/** ξ as `noiseAt` has it: whole numbers below 2²⁴, powers of two and a floor alone decide which pair. */
const noiseLines = [
  'const dealt = particle * deals[t * 2] + deals[t * 2 + 1];',
  `const pair = dealt - ${NOISE_PAIRS}.0 * Math.floor(dealt * ${1 / NOISE_PAIRS});`,
  'g_x = g_x + spread * normals[pair * 2];',
  'g_y = g_y + spread * normals[pair * 2 + 1];',
];

const normals32Once = createMemo<Float32Array>(4);
const normals32 = (seed: number) => normals32Once(String(seed), () => Float32Array.from(noiseNormals(seed)));

/** Step and offset of each update for particles that count from `first`; null: they all have the noise of particle 0. */
function dealsOf(seed: number, updates: number, first: number | null): Float32Array {
  const deals = new Float32Array(2 * TABLE_ROWS);
  for (let t = 0; t < updates; t++) {
    const step = noiseStep(seed, t + 1);
    deals[2 * t] = first === null ? 0 : step;
    deals[2 * t + 1] = ((first ?? 0) * step + noiseOffset(seed, t + 1)) % NOISE_PAIRS;
  }
  return deals;
}

/** As many starts as the kernel moves at once, zeros for those that there are not: sizes of arrays are compiled in too. */
export function fullStarts(starts: Float32Array): Float32Array {
  if (starts.length === 2 * SWARM_CELLS) return starts;
  const whole = new Float32Array(2 * SWARM_CELLS);
  whole.set(starts);
  return whole;
}

interface Update {
  /** One update of both coordinates, as statements. */
  readonly lines: readonly string[];
  /** Variables of the statements other than x and y. */
  readonly variables: readonly string[];
  /** Values fixed by the rule's parameters. */
  readonly fixed: readonly Uniform[];
  /** Values that differ from step to step: the columns of the table. */
  readonly perStep: readonly Uniform[];
}

function updateOf(rule: Rule, lrMoves: boolean): Update {
  const names = new Set([...Object.keys(rule.params), ...Object.keys(rule.carried ?? {}), ...perStepNames(rule), 't']);
  const state = rule.state ?? [];
  const assigned = new Set(['x', 'g', ...state, ...rule.perCoordinate.map(([name]) => name)]);
  const hoister = createHoister((name) => names.has(name) && !assigned.has(name), 'p');
  const lines = rule.perCoordinate.map(([name, text]): readonly [string, Expr] => {
    return [name, hoister.hoist(parseFormula(text, [...names, ...assigned]))];
  });

  const isFixed = ({ expr }: Uniform) =>
    [...freeNames(expr)].every((name) => name in rule.params && !(lrMoves && name === 'lr'));
  const isMoving = (name: string) => name !== 'x' && assigned.has(name);
  let temporaries = 0;
  const statements = ['x', 'y'].flatMap((axis) => {
    const rename = (name: string) => (name === 'x' ? axis : isMoving(name) ? `${name}_${axis}` : name);
    return lines.flatMap(([name, e]) => {
      const { lines: parts, outputs } = kernelProgram([e], rename, () => `d${temporaries++}`);
      return [...parts.map(([part, value]) => `const ${part} = ${value};`), `${rename(name)} = ${outputs[0] ?? ''};`];
    });
  });
  return {
    lines: statements,
    variables: [...assigned].filter(isMoving).flatMap((name) => [`${name}_x`, `${name}_y`]),
    fixed: hoister.uniforms.filter(isFixed),
    perStep: hoister.uniforms.filter((uniform) => !isFixed(uniform)),
  };
}

/** The columns for steps 1 … rows in float64, rounded last: βᵗ in float32 would cost three digits. */
function tableOf(
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
