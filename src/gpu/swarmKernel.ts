import { kernelNumber, kernelProgram, type Expr } from '../formula/index.ts';
import type { Disturbance } from '../optimizers/disturbance.ts';
import { NOISE_PAIRS, noiseNormals, noiseOffset, noiseSd, noiseStep } from '../optimizers/noise.ts';
import type { Rule } from '../optimizers/types.ts';
import type { ParamValues } from '../params/spec.ts';
import { leastOf } from '../surfaces/least.ts';
import { objectiveOf } from '../surfaces/objective.ts';
import { functionClassesOf } from './functionClass.ts';
import { uniformValues } from './hoist.ts';
import { createMemo } from '../math/memo.ts';
import { ruleKernelOf, stepTable, TABLE_ROWS } from './ruleKernel.ts';
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
export function kindsOf({ inject, lrChange, schedule, noise }: Disturbance = {}): SwarmKinds {
  return { disturbed: (inject ?? lrChange ?? schedule) !== undefined, noisy: noise !== undefined };
}

/**
 * The kernel's output: `SWARM_CELLS` particles at once. Its size is compiled in and no number of particles may compile anything,
 * so that larger swarms run it several times. Of a smaller one it moves only the rows that are used: whole rows, for webasm
 * computes four particles of a row together and would pay for a loop that ends at different steps.
 */
const ROW = 64;
export const SWARM_OUTPUT = [ROW, 64] as const;
export const SWARM_CELLS = SWARM_OUTPUT[0] * SWARM_OUTPUT[1];

/** Rows are computed in blocks, so that playing on does not recompute the table each step. */
const ROWS_AT_ONCE = 256;

/** Room for every rule in each of its kinds on one surface. */
const memo = createMemo<SwarmKernel>(128);

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
  const { expression, gradient } = objectiveOf(formula, Object.fromEntries(paramNames.map((name) => [name, NaN])));
  const [slopeX, slopeY] = gradient.map(surface.hoist) as [Expr, Expr];
  const update = ruleKernelOf(rule, disturbed);
  const { place, readsHeight, readsLeast } = update;
  /** The gradient as an update sees it, and what more it reads there; the axes in `at`. */
  const look = (
    at: Readonly<Record<string, string>>,
    more: readonly (readonly [string, Expr])[],
    temporary: string,
  ) => [
    ...assignments([...more, ['g_x', slopeX], ['g_y', slopeY]], (name) => at[name] ?? name, temporary),
    ...(disturbed ? injectLines : []),
    ...(noisy ? noiseLines(temporary) : []),
  ];
  const steps = update.perStep.map(({ name }) => name);
  const arrays = ['starts', ...(steps.length > 0 ? ['table'] : []), ...(noisy ? ['deals', 'normals'] : [])];
  const injection = disturbed ? ['injectAt', 'injectX', 'injectY'] : [];
  const noise = noisy ? ['spread'] : [];
  const numbers = [
    'updates',
    'rows',
    ...injection,
    ...noise,
    ...(readsLeast ? ['fmin'] : []),
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
    ...update.variables.map(([name, initial]) => `let ${name} = ${kernelNumber(initial)};`),
    'const last = this.thread.y < rows ? updates : 0;',
    'for (let t = 0; t < last; t++) {',
    ...(resting ? [] : ['beforeX = x;', 'beforeY = y;']),
    ...steps.map((name, k) => `const ${name} = table[t * ${steps.length} + ${k}];`),
    ...look({}, readsHeight ? [['f_p', surface.hoist(expression)]] : [], 'c'),
    ...(place ? [...place, ...look({ x: 'at_x', y: 'at_y' }, [], 'a')] : []),
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
      const key = JSON.stringify([params, rows, disturbance.lrChange, disturbance.schedule]);
      const { inject, noise } = disturbance;
      const injected = inject ? [inject.step - 1, ...inject.gradient] : [-1, 0, 0];
      return [
        fullStarts(starts),
        ...(steps.length > 0 ? [tables(key, () => stepTable(rule, update.perStep, params, rows, disturbance))] : []),
        ...(noise ? [dealsOf(noise.seed, step + 1, resting ? null : first), normals32(noise.seed)] : []),
        step + 1,
        Math.ceil(starts.length / (2 * ROW)),
        ...(disturbed ? injected : []),
        ...(noise ? [noiseSd(noise)] : []),
        ...(readsLeast ? [leastOf(formula)] : []),
        ...(resting ? [reach * reach] : []),
        ...surfaceValues(surfaceParams),
        ...fixedValues(params),
      ];
    },
  };
}

/** Each name's new value, all expressions sharing what they have in common. */
function assignments(
  lines: readonly (readonly [name: string, e: Expr])[],
  rename: (name: string) => string,
  temporary: string,
): readonly string[] {
  const { lines: parts, outputs } = kernelProgram(
    lines.map(([, e]) => e),
    rename,
    (i) => `${temporary}${i}`,
  );
  return [
    ...parts.map(([name, value]) => `const ${name} = ${value};`),
    ...lines.map(([name], i) => `${name} = ${outputs[i] ?? ''};`),
  ];
}

const injectLines = ['if (t === injectAt) {', 'g_x = g_x + injectX;', 'g_y = g_y + injectY;', '}'];

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
const noiseLines = (temporary: string) => [
  `const ${temporary}dealt = particle * deals[t * 2] + deals[t * 2 + 1];`,
  `const ${temporary}pair = ${temporary}dealt - ${NOISE_PAIRS}.0 * Math.floor(${temporary}dealt * ${1 / NOISE_PAIRS});`,
  `g_x = g_x + spread * normals[${temporary}pair * 2];`,
  `g_y = g_y + spread * normals[${temporary}pair * 2 + 1];`,
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
