import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { optimizeSpecsOf } from '../../../scenes/optimizers/state/specs.ts';
import { optimize } from '../../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../../src/jobs/specs.ts';
import type { Semantics } from '../../../src/optimizers/types.ts';
import { resolve } from '../../../scenes/optimizers/state/rules.ts';
import type { Overrides } from '../../../scenes/optimizers/state/types.ts';
import { deviationUpTo, referenceFor, type References } from '../../../scenes/optimizers/agreement/reference.ts';
import { isRounding, semanticsDistance } from '../../../scenes/optimizers/agreement/semanticsDistance.ts';
import { procedureIds } from '../../../src/optimizers/secondOrder/index.ts';
import { fixture, fixtureNames } from '../../optimizers/fixtures.ts';
import { reference as secondOrder } from '../../optimizers/secondOrder/runs.ts';

/** The spec that the page runs. */
function specOf(optimizer: string, semantics?: Semantics, overrides: Overrides = {}): OptimizeSpec {
  const runs = { ...overrides.runs, [optimizer]: { enabled: true, semantics, ...overrides.runs?.[optimizer] } };
  return optimizeSpecsOf(resolve({ ...overrides, runs })).find((spec) => spec.optimizer === optimizer)!;
}

const distance = (spec: OptimizeSpec, step: number) => semanticsDistance(spec, step)?.distance ?? NaN;

test('at a constant lr book and PyTorch part by rounding or by where ε sits, and no more', () => {
  // SGD is one line in both; Momentum's lr is baked in or not, which is rounding.
  expect(semanticsDistance(specOf('sgd', 'book'), 30)).toEqual({ other: 'torch', distance: 0 });
  for (const optimizer of ['momentum', 'nesterov']) {
    const spec = specOf(optimizer, 'book');
    const { x } = optimize(spec);
    expect(distance(spec, 30)).toBeGreaterThan(0);
    expect(isRounding(distance(spec, 30), x[60]!, x[61]!)).toBe(true);
  }
  // ε of 1e-7 against 1e-8 and 1e-10: seen, and far below a pixel.
  for (const optimizer of ['adagrad', 'adam', 'rmsprop']) {
    const spec = specOf(optimizer, 'book');
    const { x } = optimize(spec);
    expect(isRounding(distance(spec, 18), x[36]!, x[37]!)).toBe(false);
    expect(distance(spec, 18)).toBeGreaterThan(1e-9);
    expect(distance(spec, 18)).toBeLessThan(1e-4);
  }
  expect(distance(specOf('adam', 'book'), 0)).toBe(0);
});

test('the distance is the same seen from either side, and is that of the two records', () => {
  const [book, torch] = [specOf('adam', 'book'), specOf('adam', 'torch')];
  const [a, b] = [optimize(book).x, optimize(torch).x];
  for (const step of [1, 7, 18, 30]) {
    expect(distance(book, step)).toBe(Math.hypot(a[2 * step]! - b[2 * step]!, a[2 * step + 1]! - b[2 * step + 1]!));
    expect(distance(torch, step)).toBe(distance(book, step));
  }
});

test('what was moved off its default moves on the other side too: Momentum at 0.5 stays together, as at 0.9', () => {
  const spec = specOf('momentum', 'book', { runs: { momentum: { params: { momentum: 0.5 } } } });
  expect(distance(spec, 30)).toBeLessThan(1e-12);
});

test('Momentum parts for good where lr changes on the way: baked in or not', () => {
  const spec: OptimizeSpec = { ...specOf('momentum', 'book'), disturbance: { lrChange: { step: 10, factor: 0.1 } } };
  expect(distance(spec, 9)).toBeLessThan(1e-12);
  expect(distance(spec, 12)).toBeGreaterThan(0.1);
});

test('no other semantics, no distance; none either where one of the two has ended', () => {
  expect(semanticsDistance(specOf('nadam'), 5)).toBe(null);
  const spec = specOf('sgd', 'book', { steps: 1000, runs: { sgd: { params: { lr: 2 } } } });
  const { divergedAt } = optimize(spec);
  expect(semanticsDistance(spec, divergedAt! - 1)).toEqual({ other: 'torch', distance: 0 });
  expect(semanticsDistance(spec, divergedAt!)).toEqual({ other: 'torch', distance: null });
});

const asset = readFileSync(new URL('../../../assets/fixtures/optimizers.json', import.meta.url), 'utf8');
const references = JSON.parse(asset) as References;

test('the asset is what the manifest says, and every run in it stands in the fixtures', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../../assets/manifest.json', import.meta.url), 'utf8')) as {
    readonly file: string;
    readonly sha256: string;
  }[];
  const entry = manifest.find(({ file }) => file === 'assets/fixtures/optimizers.json');
  expect(entry?.sha256).toBe(createHash('sha256').update(asset).digest('hex'));
  const all = fixtureNames.map(fixture);
  const other = fixtureNames.filter((name) => String(fixture(name).steps) !== String(references.steps));
  // Paths that part soon are kept for fewer steps, and not shown.
  expect(other).toEqual(['paper-short.json']);
  const methods = procedureIds.flatMap((id) => secondOrder(id).runs);
  const sorted = (run: object) => JSON.stringify(Object.entries(run).sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = new Set([...all.flatMap(({ runs }) => runs), ...methods].map(sorted));
  for (const { source: _, ...run } of references.runs) expect(known.has(sorted(run))).toBe(true);
});

test('the opening experiment is compared: each of its four with the book’s code, and with PyTorch once switched', () => {
  for (const [semantics, source] of [
    ['book', 'optimizer.py'],
    ['torch', 'PyTorch 2.6.0'],
  ] as const) {
    for (const optimizer of ['sgd', 'momentum', 'adagrad', 'adam']) {
      const spec = specOf(optimizer, semantics);
      const reference = referenceFor(spec, references);
      expect([optimizer, semantics, reference?.source]).toEqual([optimizer, semantics, source]);
      const record = optimize(spec);
      const { deviation, at } = deviationUpTo(record, references, reference!, 30);
      expect(at).toBe(30);
      // As in test/optimizers/agreement.test.ts: the order of a few operations.
      expect(deviation).toBeLessThan(1e-12);
    }
  }
});

test('second-order methods are compared on the surfaces that they are asked about, and it is said what with', () => {
  for (const id of procedureIds) {
    for (const surface of ['bowl', 'rosenbrock', 'himmelblau'] as const) {
      const spec = specOf(id, undefined, { surface, steps: 30 });
      const reference = referenceFor(spec, references)!;
      expect(reference.source).toBe(`${id === 'lbfgs' ? '' : 'torch.autograd + torch.linalg, '}PyTorch 2.6.0`);
      const { deviation, at } = deviationUpTo(optimize(spec), references, reference, 30);
      expect(at).toBe(30);
      // As in test/optimizers/secondOrder: a line search compares what differs by rounding.
      expect(deviation).toBeLessThan(id === 'lbfgs' ? 1e-8 : 1e-10);
    }
  }
});

test('the deviation is measured: it grows with what is put in, counts only what is shown, and stops at kept steps', () => {
  const spec = specOf('adam', 'book', { steps: 60 });
  const record = optimize(spec);
  const reference = referenceFor(spec, references)!;
  expect(deviationUpTo(record, references, reference, 39).at).toBe(30);
  const points = reference.points.map((value, i) => (i === 2 * 20 + 1 ? value + 0.25 : value));
  expect(deviationUpTo(record, references, { ...reference, points }, 19).deviation).toBeLessThan(1e-12);
  expect(deviationUpTo(record, references, { ...reference, points }, 20).deviation).toBeCloseTo(0.25, 12);
});

test('another spec is not compared: lr, ε, start, surface, its parameter, a disturbance', () => {
  const adam = (overrides: Overrides) => referenceFor(specOf('adam', 'book', overrides), references);
  expect(adam({})).not.toBe(null);
  expect(adam({ runs: { adam: { params: { lr: 0.31 } } } })).toBe(null);
  expect(adam({ runs: { adam: { params: { eps: 1e-8 } } } })).toBe(null);
  expect(adam({ start: [-7, 2.5] })).toBe(null);
  expect(adam({ surface: 'sphere' })).toBe(null);
  expect(adam({ surfaceParams: { anisotropy: 21 } })).toBe(null);
  expect(adam({ formula: 'x^2/20 + y^2', domain: [-10, 10, -10, 10] })).toBe(null);
  const disturbance = { inject: { step: 3, gradient: [1, 0] } } as const;
  expect(referenceFor({ ...specOf('adam', 'book'), disturbance }, references)).toBe(null);
});
