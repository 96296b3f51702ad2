import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../src/jobs/specs.ts';
import { isTunable, theoreticalRate, trialsOf, tune, type TuneSpec } from '../../src/jobs/tuning/tune.ts';
import { allOptimizerIds, optimizerOf, paramsOf } from '../../src/optimizers/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { surfaces } from '../../src/surfaces/index.ts';
import { fittedRate } from '../../src/tuning/rate.ts';

const { formula, domain } = surfaces.bowl;
const bowl = { id: 'bowl', formula, params: { anisotropy: 20 }, domain };
const base: TuneSpec = {
  base: { surface: bowl, start: [-7, 2], steps: 120 },
  optimizers: [
    { id: 'sgd', semantics: 'torch' },
    { id: 'momentum', semantics: 'torch' },
    { id: 'adam', semantics: 'torch' },
  ],
  ...{ budget: 40, seed: 1, search: 'random', second: false, floor: 0 },
};

describe('tuning', () => {
  test('all get the same budget and the same draws of lr; another seed draws others (seeds 1, 2)', () => {
    const rates = (spec: TuneSpec) => trialsOf(spec).map((runs) => runs.map(({ params }) => params['lr']!));
    const [sgd, momentum, adam] = rates(base);
    expect(sgd).toHaveLength(40);
    expect([momentum, adam]).toEqual([sgd, sgd]);
    expect(Math.min(...sgd!)).toBeGreaterThan(1e-5);
    expect(Math.max(...sgd!)).toBeLessThan(10);
    // Even in the logarithm: of 40, each decade of six has some.
    const decades = new Set(sgd!.map((lr) => Math.floor(Math.log10(lr))));
    expect(decades.size).toBe(6);
    expect(rates({ ...base, seed: 2 })[0]).not.toEqual(sgd);
    // A larger budget goes on where the smaller one ended.
    expect(rates({ ...base, budget: 60 })[0]!.slice(0, 40)).toEqual(sgd);
  });

  test('a grid has both ends; with a second parameter it is a square', () => {
    const [runs] = trialsOf({ ...base, search: 'grid', budget: 7 });
    expect(runs!.map(({ params }) => params['lr'])).toEqual([0.00001, 0.0001, 0.001, 0.01, 0.1, 1, 10]);
    const [, both] = trialsOf({ ...base, search: 'grid', budget: 11, second: true });
    const pairs = both!.map(({ params }) => [params['lr'], params['momentum']]);
    expect(pairs).toEqual([0, 0.495, 0.99].flatMap((beta) => [0.00001, 0.01, 10].map((lr) => [lr, beta])));
  });

  test('the best is the lowest of its own runs, and no other one’s; the same for any crew', async () => {
    const tuned = await tune(base, localCrew(3));
    expect(tuned.map(({ id }) => id)).toEqual(['sgd', 'momentum', 'adam']);
    for (const { id, trials, best } of tuned) {
      expect(trials.map(({ run }) => run.optimizer)).toEqual(Array(40).fill(id));
      const ends = trials.map(({ run }) => {
        const { f, count, divergedAt } = optimize(run);
        return divergedAt === null ? f[count - 1]! : NaN;
      });
      expect(trials.map(({ loss }) => loss)).toEqual(ends);
      expect(best!.loss).toBe(Math.min(...ends.filter((end) => !Number.isNaN(end))));
      const rates = trials.map(({ run }) => run.params['lr']!);
      expect(rates).toEqual([...rates].sort((a, b) => a - b));
    }
    expect(JSON.stringify(await tune(base, localCrew(1)))).toBe(JSON.stringify(tuned));
    // Of SGD's six decades those converge within 120 updates whose lr/10 shrinks f by 1000: lr from 0.29 to 1.
    const rates = trialsOf(base)[0]!.map(({ params }) => params['lr']!);
    const least = 10 * (1 - 1000 ** (-1 / 240));
    const some = rates.filter((lr) => lr > least && lr < 1).length;
    expect(tuned[0]!.decades).toBeCloseTo((6 * some) / 40, 12);
  });

  test('whoever has no learning rate is not tuned', () => {
    expect(allOptimizerIds.filter((id) => !isTunable(id))).toEqual(
      expect.arrayContaining(['newton', 'gauss-newton']) as unknown,
    );
    expect(isTunable('sgd')).toBe(true);
  });
});

describe('the rate of convergence', () => {
  const able = allOptimizerIds.filter((id) => optimizerOf(id).contraction);

  test('gradient descent, heavy ball and Nesterov have a theory of it', () => {
    expect(able).toEqual(['sgd', 'momentum', 'nesterov']);
  });

  // Fits see an oscillation's beat: 1 %; without one they agree to nine digits (below).
  test.each(able)('%s: fitted to a run on a turned dish it is what theory says (seed 13)', (id) => {
    const dish = fc.record({
      largest: fc.double({ min: 0.1, max: 20, noNaN: true }),
      ratio: fc.double({ min: 0.02, max: 1, noNaN: true }),
      share: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
      momentum: fc.double({ min: 0, max: 0.9, noNaN: true }),
    });
    fc.assert(
      fc.property(dish, ({ largest, ratio, share, momentum }) => {
        const [c, s, smallest] = [Math.cos(0.6), Math.sin(0.6), largest * ratio];
        const surface = {
          id: 'dish',
          formula: 'a*x^2/2 + b*y^2/2 + m*x*y',
          params: {
            a: largest * c * c + smallest * s * s,
            b: largest * s * s + smallest * c * c,
            m: (largest - smallest) * c * s,
          },
          domain: null,
        };
        const defaults = { ...defaultsOf(paramsOf(id)), ...(id === 'sgd' ? {} : { momentum }) };
        const lr = share * optimizerOf(id).stableBelow!(defaults, largest);
        const run: OptimizeSpec = {
          ...{ surface, optimizer: id, semantics: 'torch', params: { ...defaults, lr } },
          ...{ start: [1, 2], steps: 4000 },
        };
        const theory = theoreticalRate(run);
        fc.pre(theory < 0.995 && theory > 0.3);
        expect(Math.abs(fittedRate(optimize(run).f, 0) / theory - 1)).toBeLessThan(0.01);
      }),
      { seed: 13, numRuns: 60 },
    );
  });

  test('of SGD on the long side of the bowl it is 1 − lr/10 to nine digits', () => {
    const params = { lr: 0.9, weight_decay: 0 };
    const run: OptimizeSpec = {
      ...{ surface: bowl, optimizer: 'sgd', semantics: 'torch', params },
      ...{ start: [-7, 0], steps: 200 },
    };
    expect(fittedRate(optimize(run).f, 0)).toBeCloseTo(0.91, 9);
    expect(theoreticalRate(run)).toBeCloseTo(0.91, 12);
    expect(theoreticalRate({ ...run, surface: { ...bowl, formula: 'x^4 + y^2 + 0*anisotropy' } })).toBeNaN();
  });

  test('a run that stays where it is, or is short, has none', () => {
    expect(fittedRate([4, 2, 1], 0)).toBeNaN();
    expect(fittedRate(Array(40).fill(0), 0)).toBeNaN();
  });
});
