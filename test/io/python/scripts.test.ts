import { expect, test } from 'vitest';
import { optimizeSpecsOf } from '../../../scenes/optimizers/state/specs.ts';
import { resolve } from '../../../scenes/optimizers/state/rules.ts';
import { decode, encode } from '../../../scenes/optimizers/state/url.ts';
import type { Overrides } from '../../../scenes/optimizers/state/types.ts';
import { procedureScript } from '../../../src/io/python/procedures.ts';
import { numpyScript } from '../../../src/io/python/numpy.ts';
import type { ScriptedRun } from '../../../src/io/python/run.ts';
import { torchRunScript } from '../../../src/io/python/torch.ts';
import { basinFloat64 } from '../../../src/jobs/basin.ts';
import { besideOf } from '../../../src/jobs/beside.ts';
import type { Disturbance } from '../../../src/optimizers/disturbance.ts';
import { optimize } from '../../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../../src/jobs/specs.ts';
import { paramsOf, ruledOptimizerIds, ruleOf, semanticsFor, semanticsOf } from '../../../src/optimizers/index.ts';
import { procedureIds, type ProcedureId } from '../../../src/optimizers/secondOrder/index.ts';
import { ownIdOf } from '../../../src/optimizers/own/index.ts';
import { scheduleKinds } from '../../../src/optimizers/schedule.ts';
import { defaultsOf } from '../../../src/params/spec.ts';
import { leastOf } from '../../../src/surfaces/least.ts';
import { surfaces, type SurfaceId } from '../../../src/surfaces/index.ts';
import type { Point2, SurfaceDef } from '../../../src/surfaces/types.ts';
import { pythonHas, runPython, TORCH_TIMEOUT } from '../networks/python.ts';

function spec(
  surface: SurfaceId,
  optimizer: string,
  semantics: OptimizeSpec['semantics'],
  rest: Partial<OptimizeSpec> = {},
): OptimizeSpec {
  const { formula, domain, params = {} }: SurfaceDef = surfaces[surface];
  const rule = ruleOf(optimizer, semantics);
  return {
    surface: { id: surface, formula, domain, params: defaultsOf(params) },
    ...{ optimizer, semantics, params: { ...defaultsOf(rule.params), ...('lr' in rule.params && { lr: 0.01 }) } },
    ...{ start: [1, 0.25], steps: 25 },
    ...rest,
  };
}

const runOf = (of: OptimizeSpec): ScriptedRun => ({
  spec: of,
  record: optimize(of),
  beside: besideOf(of),
  name: of.optimizer,
  link: 'https://x.test/#',
});
const numpyOf = (of: OptimizeSpec) =>
  numpyScript(runOf(of), ruleOf(of.optimizer, of.semantics), leastOf(of.surface.formula));

/** A sum of squares with a constant before one of them. */
const OWN = '3*(x*y - 1)^2 + (sin(x) - y/2)^2';

/** Runs scripts one after another in one Python; what each that fails says, by its place. */
function failures(scripts: readonly string[]): Readonly<Record<string, string>> {
  const program = `import json, sys
failed = {}
for i, text in enumerate(json.load(sys.stdin)):
    try:
        exec(compile(text, "script", "exec"), {})
    except BaseException as error:
        failed[i] = repr(error)
print("\\n" + json.dumps(failed))`;
  const { stdout, stderr } = runPython(['-c', program], new TextEncoder().encode(JSON.stringify(scripts)));
  const last = stdout.trimEnd().split('\n').at(-1);
  if (last === undefined || !last.startsWith('{')) throw new Error(stderr);
  return JSON.parse(last) as Readonly<Record<string, string>>;
}

const disturbance = {
  inject: { step: 5, gradient: [2, -1] },
  lrChange: { step: 12, factor: 0.5 },
  noise: { sd: 0.2, batch: 4, seed: 3 },
} as const;
const rules = ruledOptimizerIds.flatMap((id) => semanticsOf(id).map((semantics) => [id, semantics] as const));
const disturbed = scheduleKinds.map((kind) => ({ ...disturbance, schedule: { kind, over: 9, factor: 0.3 } }));

const written = [
  'm = 0.9*m + 0.1*g; u = m + 0.01*x; x = x - lr*u*sqrt(sum(x^2))/sqrt(sum(u^2))/(1 + f)',
  'rho = 0.1; n = sqrt(sum(g^2)); q = x + rho*g/n; g = gradient(q); x = x - 0.005*g',
  'x = x - max(f - fmin, 0)/sum(g^2)*g',
];

/** The visitor's own formula and rule, with names that Python keeps to itself. */
const visitors: Overrides = {
  ...{ formula: 'sin(x)*cos(y) + x^2/10 + max(x, y)^3/50', domain: [-5, 5, -5, 5], start: [2, 1], steps: 40 },
  rule: '# Mine; lambda = 0.9; np = 1; np = np*lambda; is = lambda*is + (1 - lambda)*g; x -= 0.1*is/(1 - np)/(1 + abs(g))',
};

test.runIf(pythonHas('numpy'))('the NumPy script of every rule, surface and disturbance ends where the run did', () => {
  const specs = [
    ...rules.map((rule) => spec('beale', ...rule)),
    ...(Object.keys(surfaces) as SurfaceId[]).map((id) => spec(id, 'adam', 'torch')),
    ...disturbed.map((one) => spec('himmelblau', 'momentum', 'torch', { disturbance: one })),
    // What the visitor writes: a sum of what lines above have changed, f, and the gradient elsewhere.
    ...written.map((rule) => spec('beale', ownIdOf(rule), 'own')),
    // It diverges, and the script repeats what there is.
    spec('rosenbrock', 'sgd', 'torch', { params: { lr: 0.1, weight_decay: 0 } }),
  ];
  expect(failures(specs.map(numpyOf))).toEqual({});
  // One that is not the run fails: the assertion asserts.
  const wrong = numpyOf(specs[0]!).replace('np.array([1.0, 0.25])', 'np.array([1.0, 0.26])');
  expect(failures([wrong])['0']).toMatch(/AssertionError/);
});

test.runIf(pythonHas('numpy'))(
  'so do those of the second-order methods, where they arrive, stop, and are disturbed',
  () => {
    const walked = (surface: SurfaceId | 'own', id: ProcedureId, rest: Partial<OptimizeSpec> = {}): OptimizeSpec => {
      const def: Pick<SurfaceDef, 'formula' | 'params'> = surface === 'own' ? { formula: OWN } : surfaces[surface];
      return {
        surface: { id: surface, formula: def.formula, domain: null, params: defaultsOf(def.params ?? {}) },
        ...{ optimizer: id, semantics: semanticsFor(id), params: defaultsOf(paramsOf(id)) },
        ...{ start: [1, 0.25], steps: 25 },
        ...rest,
      };
    };
    const specs = procedureIds.flatMap((id) => [
      ...(['bowl', 'rosenbrock', 'beale', 'himmelblau', 'own'] as const).map((surface) => walked(surface, id)),
      // Singular, at rest, and no sum of squares.
      walked('beale', id, { start: [1, 1] }),
      walked('bowl', id, { start: [0, 0] }),
      walked('ackley', id, { steps: 6 }),
      walked('himmelblau', id, { disturbance: disturbed[0]!, steps: 15 }),
    ]);
    const scripts = specs.map((one) => procedureScript(runOf(one), one.optimizer as ProcedureId));
    expect(failures(scripts)).toEqual({});
    const moved = specs.filter((one) => optimize(one).count > 10);
    expect(new Set(moved.map(({ optimizer }) => optimizer))).toEqual(new Set(procedureIds));
    // The assertion asserts: another damping is another run.
    const short = walked('rosenbrock', 'levenberg-marquardt', { steps: 4 });
    const damped = procedureScript(runOf(short), 'levenberg-marquardt');
    const wrong = damped.replace('damping = np.float64(0.01)', 'damping = np.float64(1e6)');
    expect(wrong).not.toBe(damped);
    expect(failures([wrong])['0']).toMatch(/AssertionError/);
  },
);

test.runIf(pythonHas('numpy'))(
  'wherever a run of theirs starts, however it is disturbed, its script bears it out',
  () => {
    const noise = { sd: 0.3, batch: 1, seed: 2 };
    const from = (id: SurfaceId, optimizer: ProcedureId, start: Point2, disturbance: Disturbance): OptimizeSpec => {
      const { formula, domain, params = {} }: SurfaceDef = surfaces[id];
      const method = { optimizer, semantics: semanticsFor(optimizer), params: defaultsOf(paramsOf(optimizer)) };
      return {
        surface: { id, formula, domain, params: defaultsOf(params) },
        ...{ ...method, start, steps: 40, disturbance },
      };
    };
    const specs = [
      // What amplifies a last bit, most of all.
      ...(
        [
          [-1.17, 0.99],
          [-3.51, 2.97],
        ] as const
      ).map((start) => from('beale', 'damped-newton', start, {})),
      ...optimizeSpecsOf(resolve(decode('v=1&s=bukin-6&o=-sgd,-momentum,-adagrad,-adam,damped-newton').overrides)),
      from('ackley', 'lbfgs', [2.4, -2.8], { noise }),
      ...(Object.keys(surfaces) as SurfaceId[]).flatMap((id) => {
        const [x0, x1, y0, y1] = surfaces[id].domain;
        const at = (u: number, v: number) => [x0 + u * (x1 - x0), y0 + v * (y1 - y0)] as const;
        return procedureIds.flatMap((optimizer) => [
          from(id, optimizer, at(0.31, 0.89), { noise }),
          from(id, optimizer, at(0.7, 0.52), {}),
        ]);
      }),
    ];
    const failed = failures(specs.map((one) => procedureScript(runOf(one), one.optimizer as ProcedureId)));
    const named = Object.entries(failed).map(([i, why]) => {
      const { surface, optimizer, start, disturbance: by } = specs[Number(i)]!;
      return [surface.id, optimizer, start, by?.noise ? 'noise' : '', why].join(' ');
    });
    expect(named).toEqual([]);
  },
);

test.runIf(pythonHas('numpy'))(
  'a visitor’s formula and rule through link, basin map and script: the same last point',
  () => {
    const { overrides, notices } = decode(encode(visitors));
    expect(notices).toEqual([]);
    const own = optimizeSpecsOf(resolve(overrides)).find(({ semantics }) => semantics === 'own')!;
    const record = optimize(own);
    expect(record.status).not.toBe('diverged');
    expect(failures([numpyOf(own)])).toEqual({});
    // The map's only start is the run's.
    const { start: _, surface, ...rest } = own;
    const cells = { size: 1, window: [1, 3, 0, 2] as const };
    const spec = {
      basin: { ...rest, ...cells, surface: { ...surface, domain: surface.domain! } },
      tiles: [{ column: 0, row: 0, side: 1 }],
    };
    const map = basinFloat64(spec);
    map.fill(0, 1);
    const last = 2 * (record.count - 1);
    expect(Array.from(map.ends.subarray(0, 2))).toEqual([record.x[last], record.x[last + 1]]);
  },
);

test.runIf(pythonHas('torch'))(
  'the PyTorch script of torch’s own optimizers ends where the run did; others have none',
  { timeout: TORCH_TIMEOUT },
  () => {
    const specs = [
      ...rules.map((rule) => spec('beale', ...rule)),
      ...disturbed.map((one) => spec('himmelblau', 'adam', 'torch', { disturbance: one })),
      spec('two-gaussians', 'sgd', 'torch'),
    ];
    const scripts = specs.map((one) => torchRunScript(runOf(one)));
    expect(specs.filter((_, i) => scripts[i] === null).map(({ semantics }) => semantics)).not.toContain('torch');
    expect(failures(scripts.filter((script) => script !== null))).toEqual({});
  },
);
