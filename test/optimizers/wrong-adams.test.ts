import { expect, test } from 'vitest';
import { ruleOf } from '../../src/optimizers/index.ts';
import type { Rule } from '../../src/optimizers/types.ts';
import { deviation, fixture, ours } from './fixtures.ts';

const right = ruleOf('adam', 'torch');
const withUpdate = (update: string): Rule => ({
  ...right,
  perCoordinate: [...right.perCoordinate.slice(0, -1), ['x', update]],
});

const wrong = [
  // Wrong in the first step already, by far more than a hundredth of the path.
  ['without bias correction', 'x - lr*m/(sqrt(v) + eps)', 1e-3],
  ['multiplying by the corrections', 'x - lr*(lr/rate)*m/(sqrt(v)*root + eps)', 1e-3],
  ['without the correction of the second moment', 'x - rate*m/(sqrt(v) + eps)', 1e-3],
  // ε's place: what 1e-12 is there for. (At gradients of about 20, ε = 1e-8 counts for no more.)
  ['with ε inside the root', 'x - rate*m/sqrt(v/root^2 + eps)', 2e-12],
  ['with ε before the correction', 'x - rate*root*m/(sqrt(v) + eps)', 2e-12],
] as const;

const { steps, runs } = fixture('torch-adam.json');

for (const [name, update, least] of wrong) {
  test(`an Adam ${name} is told apart by every torch fixture`, () => {
    for (const run of runs) {
      expect(deviation(ours(run, 200, withUpdate(update)), steps, run.points)).toBeGreaterThan(least);
    }
  });
}
