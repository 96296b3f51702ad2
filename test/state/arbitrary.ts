import fc from 'fast-check';
import { allOptimizers, type Method } from '../../src/optimizers/index.ts';
import type { OptimizerDef, Semantics } from '../../src/optimizers/types.ts';
import { refusal, type ParamSpec, type ParamSpecs, type ParamValues } from '../../src/params/spec.ts';
import { MAX_ENABLED, sceneDefaults } from '../../scenes/optimizers/state/defaults.ts';
import { sceneParams } from '../../scenes/optimizers/state/limits.ts';
import { surfaceOf } from '../../scenes/optimizers/state/experiment.ts';
import { quantities } from '../../scenes/optimizers/state/quantity.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import type { CameraState } from '../../src/state/common.ts';
import type { Overrides, RunOverrides } from '../../scenes/optimizers/state/types.ts';
import { surfaces } from '../../src/surfaces/index.ts';

/* Valid states as links may carry them, from the registries and their specs alone: a newcomer is among them by itself. */

/** Even draws: fast-check's own numbers prefer the ends of their range. */
const share = fc.noBias(fc.integer({ min: 0, max: 1_000_003 })).map((n) => n / 1_000_003);

/** A value on the slider, to three digits or to all of them, or a valid one a little beyond the slider. */
export function valueOf(spec: ParamSpec): fc.Arbitrary<number> {
  const { min, max, scale, integer } = spec;
  return fc.tuple(share, fc.constantFrom('all', 'three', 'beyond')).map(([u, how]) => {
    const plain = scale === 'log' ? min * (max / min) ** u : min + u * (max - min);
    if (integer) return Math.round(plain);
    const beyond = max + u * (max - min);
    if (how === 'beyond' && refusal(spec, beyond) === null) return beyond;
    return how === 'three' ? Math.min(Math.max(Number(plain.toPrecision(3)), min), max) : plain;
  });
}

/** Some of the parameters. */
function valuesOf(specs: ParamSpecs): fc.Arbitrary<ParamValues> {
  const each = Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, valueOf(spec)]));
  return fc.record(each, { requiredKeys: [] }) as fc.Arbitrary<ParamValues>;
}

const between = (low: number, high: number) => share.map((u) => low + u * (high - low));

const formulas = ['x^2/20 + y^2', '(x*y - 1)^2/100 + (x - 1)^2', 'sqrt(1 + x^2 + 3*y^2)', 'sin(x)*cos(y) + x^2/10'];

const place: fc.Arbitrary<Overrides> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Object.keys(surfaces)).map((surface) => ({ surface })) },
  {
    weight: 1,
    arbitrary: fc.record({
      formula: fc.constantFrom(...formulas),
      domain: fc
        .tuple(between(-9, -1), between(1, 9), between(-9, -1), between(1, 9))
        .map((sides) => sides.map((side) => Number(side.toFixed(2))) as unknown as [number, number, number, number]),
    }),
  },
);

function runsFor(context: Overrides): fc.Arbitrary<Readonly<Record<string, RunOverrides>>> {
  const registry = Object.entries(allOptimizers as Record<string, OptimizerDef<Method>>);
  const defaults: readonly string[] = sceneDefaults.enabled;
  const own = ([id, { semantics }]: readonly [string, OptimizerDef<Method>]): fc.Arbitrary<RunOverrides> =>
    fc.option(fc.constantFrom(...(Object.keys(semantics) as Semantics[])), { nil: undefined }).chain((chosen) => {
      const ran = resolve({ ...context, runs: { [id]: { semantics: chosen } } }).runs.find((run) => run.id === id)!;
      return valuesOf(semantics[ran.semantics]!.params).map((params) => ({ semantics: chosen, params }));
    });
  return fc.subarray(registry, { minLength: 1, maxLength: MAX_ENABLED }).chain((chosen) =>
    fc.tuple(...chosen.map(own)).map((runs) => {
      const on = chosen.map(([id], i) => [id, { enabled: true, ...runs[i] }] as const);
      const off = defaults.filter((id) => !chosen.some(([other]) => other === id));
      return Object.fromEntries([...on, ...off.map((id) => [id, { enabled: false }] as const)]);
    }),
  );
}

/** One wrong gradient or one change of lr on the way, or noise all along it, in three links of seven. */
const disturbances: fc.Arbitrary<Pick<Overrides, 'inject' | 'lrChange' | 'noise' | 'batch' | 'noiseSeed'>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 50 }), between(-20, 20), between(-20, 20))
      .map(([step, gx, gy]) => ({ inject: { step, gradient: [gx, gy] as const } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 50 }), between(0, 3))
      .map(([step, factor]) => ({ lrChange: { step, factor } })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      noise: valueOf(sceneParams.noise),
      batch: valueOf(sceneParams.batch),
      noiseSeed: valueOf(sceneParams.noiseSeed),
    }),
  },
);

/** A rule of one's own beside the others, in one link of six. */
const ownRules: fc.Arbitrary<Pick<Overrides, 'rule'>> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { rule: 'x = x - lr*sign(g)' },
      { rule: '# 自作 A; beta = 0.9; c = 1; c = c*beta; m = m + (1 - beta)*(g - m); x -= lr*m/(1 - c)' },
    ),
  },
);

/** What decides the numbers of the runs: surface, its parameters, start, steps, optimizers, disturbances. */
export const experiment: fc.Arbitrary<Overrides> = place.chain((context) => {
  const { domain, params = {} } = surfaceOf(context);
  return fc
    .record({
      surfaceParams: valuesOf(params),
      start: fc.tuple(between(domain[0], domain[1]), between(domain[2], domain[3])),
      steps: valueOf(sceneParams.steps),
      runs: runsFor(context),
      own: ownRules,
      disturbed: disturbances,
    })
    .map(({ disturbed, own, ...rest }) => {
      const hasRoom = Object.values(rest.runs).filter(({ enabled }) => enabled).length < MAX_ENABLED;
      return { ...context, ...rest, ...(hasRoom ? own : {}), ...disturbed };
    });
});

const camera: fc.Arbitrary<CameraState> = fc
  .tuple(between(-179, 179), between(1, 90), between(0.3, 10), between(-40, 40), between(-40, 40))
  .map((numbers) => numbers.map((n) => Number(n.toFixed(3)) + 0) as [number, number, number, number, number])
  .map(([azimuth, elevation, zoom, x, y]) => ({ azimuth, elevation, zoom, pan: [x, y, 0] }));

/** Everything else that a link carries. */
const looks: fc.Arbitrary<Overrides> = fc.record(
  {
    selected: fc.constantFrom(...Object.keys(allOptimizers)),
    view: fc.constantFrom('relief', 'book', 'overlay'),
    height: fc.constantFrom('linear', 'log'),
    exaggeration: valueOf(sceneParams.exaggeration),
    cut: between(3, 300),
    plan: fc.boolean(),
    swarm: fc.boolean(),
    swarmCount: valueOf(sceneParams.swarmCount),
    labels: fc.boolean(),
    arrows: fc.boolean(),
    field: fc.boolean(),
    quantity: fc.constantFrom(...quantities),
    camera,
    t: fc.oneof(fc.integer({ min: 0, max: 2000 }), between(0, 2000)),
    playing: fc.boolean(),
    speed: valueOf(sceneParams.speed),
    loop: fc.boolean(),
    language: fc.constantFrom('ja', 'en'),
    theme: fc.constantFrom('light', 'dark'),
    card: fc.constantFrom('zigzag', 'no-such-card'),
  },
  { requiredKeys: [] },
);

/** Any valid state. */
export const anyOverrides: fc.Arbitrary<Overrides> = fc
  .tuple(experiment, looks)
  .map(([runs, rest]) => ({ ...runs, ...rest }));
