import { describe, expect, test } from 'vitest';
import { experimentOn } from '../../src/experiments/index.ts';
import { rateOf } from '../../src/experiments/rates.ts';
import { allOptimizerIds, paramsOf } from '../../src/optimizers/index.ts';
import { MAX_ENABLED } from '../../scenes/optimizers/state/defaults.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import { baseParams } from '../../scenes/optimizers/state/runs.ts';
import { surfaceIds } from '../../src/surfaces/index.ts';

const run = (overrides: Parameters<typeof resolve>[0], id: string) => resolve(overrides).runs.find((r) => r.id === id)!;

test('the opening state is the book’s experiment, playing', () => {
  const state = resolve({});
  expect(state.surface).toMatchObject({ id: 'bowl', formula: 'x^2/anisotropy + y^2', params: { anisotropy: 20 } });
  expect(state).toMatchObject({ start: [-7, 2], steps: 30, view: 'relief', height: 'linear', loop: false, speed: 1 });
  expect(state).toMatchObject({ t: null, playing: true, selected: 'sgd', swarm: true, swarmCount: 4096 });
  const enabled = state.runs.filter((r) => r.enabled).map(({ id, semantics, params }) => [id, semantics, params['lr']]);
  // ch06/optimizer_compare_naive.py: SGD(lr=0.95), Momentum(lr=0.1), AdaGrad(lr=1.5), Adam(lr=0.3).
  expect(enabled).toEqual([
    ['sgd', 'book', 0.95],
    ['momentum', 'book', 0.1],
    ['adagrad', 'book', 1.5],
    ['adam', 'book', 0.3],
  ]);
  expect(run({}, 'momentum').params['momentum']).toBe(0.9);
});

test('every optimizer of the registry has its run, enabled or not, in the registry’s order', () => {
  expect(resolve({ runs: { lion: { enabled: true } } }).runs.map(({ id }) => id)).toEqual(allOptimizerIds);
});

test.each(surfaceIds)('%s brings its own start, steps, cut and learning rates', (id) => {
  const state = resolve({ surface: id });
  const experiment = experimentOn(id);
  const { surface: def, start, steps } = experiment;
  expect(state).toMatchObject({ start, steps, cut: def.cut });
  expect(state.surface).toMatchObject({ id, name: def.name, domain: def.domain, minima: def.minima });
  for (const { id: optimizer, semantics, params } of state.runs) {
    const lr = rateOf(experiment, optimizer) ?? paramsOf(optimizer, semantics)['lr']?.default;
    expect([optimizer, params['lr']]).toEqual([optimizer, lr]);
  }
});

describe('semantics', () => {
  test('bring their own defaults: the book’s ε is 1e-7, torch’s 1e-8 and with weight decay', () => {
    expect(run({}, 'adam')).toMatchObject({ semantics: 'book', params: { lr: 0.3, eps: 1e-7 } });
    const torch = run({ runs: { adam: { semantics: 'torch' } } }, 'adam');
    expect(torch).toMatchObject({ semantics: 'torch', params: { lr: 0.3, eps: 1e-8, weight_decay: 0 } });
  });

  test('the surface’s where the optimizer has them, else the optimizer’s first', () => {
    expect(run({ surface: 'beale' }, 'adam').semantics).toBe('torch');
    expect(run({}, 'adamax').semantics).toBe('torch');
    expect(run({}, 'lion').semantics).toBe('paper');
    // What only a stale link could ask for.
    expect(run({ runs: { adamax: { semantics: 'book' } } }, 'adamax').semantics).toBe('torch');
  });

  test('baseParams refuses semantics there are not', () => {
    expect(() => baseParams('lion', 'torch', experimentOn('bowl'))).toThrow('"lion" has no torch semantics');
  });
});

test('parameters lie over the rule’s defaults, one by one', () => {
  const { params } = run({ runs: { adam: { params: { beta1: 0.5 } } } }, 'adam');
  expect(params).toEqual({ lr: 0.3, beta1: 0.5, beta2: 0.999, eps: 1e-7 });
});

test('at most six run, the first in the registry’s order', () => {
  const runs = Object.fromEntries(allOptimizerIds.map((id) => [id, { enabled: true }]));
  const enabled = resolve({ runs }).runs.filter((r) => r.enabled);
  expect(enabled.map(({ id }) => id)).toEqual(allOptimizerIds.slice(0, MAX_ENABLED));
});

test('the selected one is always one that runs; null when none does', () => {
  expect(resolve({ selected: 'adam' }).selected).toBe('adam');
  expect(resolve({ selected: 'lion' }).selected).toBe('sgd');
  expect(resolve({ runs: { sgd: { enabled: false } } }).selected).toBe('momentum');
  const none = Object.fromEntries(['sgd', 'momentum', 'adagrad', 'adam'].map((id) => [id, { enabled: false }]));
  expect(resolve({ runs: none }).selected).toBeNull();
});

test('a link with a step rests there, unless it says that it plays', () => {
  expect(resolve({ t: 3 })).toMatchObject({ t: 3, playing: false });
  expect(resolve({ t: 3, playing: true })).toMatchObject({ t: 3, playing: true });
  expect(resolve({ playing: false })).toMatchObject({ t: null, playing: false });
});

describe('an own formula', () => {
  test('has a start and a cut inside its domain, 100 steps, no minima, and torch’s rules', () => {
    const state = resolve({ formula: 'x^2 + y', domain: [0, 10, -10, 10] });
    expect(state.surface).toMatchObject({ id: null, name: 'x^2 + y', minima: [], domain: [0, 10, -10, 10] });
    expect(state).toMatchObject({ start: [2, 4], steps: 100 });
    expect(state.runs.find(({ id }) => id === 'adam')).toMatchObject({ semantics: 'torch', params: { lr: 0.1 } });
    // The 80th percentile of x² + y over the rectangle, by its 41 × 41 lattice.
    const values = Array.from({ length: 41 * 41 }, (_, k) => ((k % 41) / 4) ** 2 + Math.floor(k / 41) / 2 - 10);
    values.sort((a, b) => a - b);
    expect(state.cut).toBe(values[Math.floor(values.length * 0.8)]);
  });

  test.each([
    ['a plain', '3'],
    ['a pole', '1/(x*y)'],
    ['undefined in half the domain', 'log(x)'],
    ['undefined everywhere', 'sqrt(-1 - x^2)'],
  ])('%s: %s still has a finite cut above what is lowest', (_, formula) => {
    const { cut } = resolve({ formula });
    expect(Number.isFinite(cut)).toBe(true);
  });
});
