import { expect, test } from 'vitest';
import { experimentOn } from '../../src/experiments/index.ts';
import { rateOf } from '../../src/experiments/rates.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import { optimizerOf, ruledOptimizerIds, ruleOf, semanticsFor } from '../../src/optimizers/index.ts';
import { defaultsOf, refusal } from '../../src/params/spec.ts';
import { surfaceIds } from '../../src/surfaces/index.ts';
import { objectiveOf } from '../../src/surfaces/objective.ts';
import { checkSpecs } from './specs.ts';

/* Every surface of the registry; a new file arrives tested. Its minima and its gradient: test/surfaces. */

const RESERVED = ['x', 'y', 'g', 't', 'e', 'pi'];

for (const id of surfaceIds) {
  const experiment = experimentOn(id);
  const { surface, start, steps } = experiment;
  const { formula, domain, cut, relief, minima } = surface;
  const [x0, x1, y0, y1] = domain;
  const params = defaultsOf(surface.params ?? {});
  const within = ([x, y]: readonly [number, number]) => x0 <= x && x <= x1 && y0 <= y && y <= y1;
  const inside = ([x, y]: readonly [number, number]) => x0 < x && x < x1 && y0 < y && y < y1;

  test(`${id} is an id for links, with a name and a reference`, () => {
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(surface.name.trim()).not.toBe('');
    expect(surface.reference.trim()).not.toBe('');
  });

  test(`${id}: parameters are valid`, () => {
    checkSpecs(surface.params ?? {}, RESERVED);
  });

  test(`${id}: f and its gradient are finite at the start and all over the domain`, () => {
    const { evaluate } = objectiveOf(formula, params);
    const out = new Float64Array(3);
    // An even number of samples: none on the axes, where Ackley has its kink.
    const SIZE = 64;
    const infinite: string[] = [];
    for (let k = 0; k < SIZE * SIZE; k++) {
      const [i, j] = [k % SIZE, Math.floor(k / SIZE)];
      evaluate(x0 + ((x1 - x0) * i) / (SIZE - 1), y0 + ((y1 - y0) * j) / (SIZE - 1), out);
      if (!out.every(Number.isFinite)) infinite.push(`${i}, ${j}: ${out.join(', ')}`);
    }
    expect(infinite).toEqual([]);
    evaluate(...start, out);
    expect(out.every(Number.isFinite)).toBe(true);
  });

  test(`${id}: start and minima lie in the domain and below the cut, the start inside it and above the minima`, () => {
    const { value } = objectiveOf(formula, params);
    expect(inside(start)).toBe(true);
    expect(value(...start)).toBeLessThan(cut);
    for (const { at, f } of minima) {
      expect(within(at)).toBe(true);
      expect(f).toBeLessThan(value(...start));
    }
  });

  test(`${id}: the relief can be held in a hand and the default experiment be watched`, () => {
    expect(relief).toBeGreaterThan(0.1);
    expect(relief).toBeLessThan(1);
    expect(Number.isInteger(steps) && steps >= 10 && steps <= 2000).toBe(true);
  });

  test(`${id}: each optimizer has a learning rate, on its slider, and its run can be seen whole`, () => {
    for (const optimizer of ruledOptimizerIds) {
      const lr = rateOf(experiment, optimizer)!;
      const semantics = semanticsFor(optimizer, experiment.semantics);
      const rule = ruleOf(optimizer, semantics);
      const spec = rule.params.lr!;
      expect([optimizer, refusal(spec, lr), lr >= spec.min, lr <= spec.max]).toEqual([optimizer, null, true, true]);
      // Those that find their own rates go where these lead.
      if (['itself', 'first-step'].includes(optimizerOf(optimizer).rate?.by ?? '')) continue;
      const record = optimize({
        surface: { id, formula, params, domain },
        optimizer,
        semantics,
        params: { ...defaultsOf(rule.params), lr },
        start,
        steps,
      });
      expect([optimizer, record.status === 'diverged', record.leftAt]).toEqual([optimizer, false, null]);
      expect(Math.max(...record.f)).toBeLessThanOrEqual(cut);
      expect(record.f[steps]!).toBeLessThan(record.f[0]!);
    }
  });
}
