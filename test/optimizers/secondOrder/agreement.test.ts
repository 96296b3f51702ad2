import { expect, test } from 'vitest';
import { procedureIds } from '../../../src/optimizers/secondOrder/index.ts';
import { deviation } from '../fixtures.ts';
import { reference, walk } from './runs.ts';

/*
 * L-BFGS is held to 1e-8: its line search compares values of f that near the end differ by rounding alone. The others have no such
 * branch but "is f lower": both sides round to some 1e-16 a step, which a few of the solves magnify.
 */
const TOLERANCE = { lbfgs: 1e-8, others: 1e-10 };

for (const id of procedureIds) {
  const { source, steps, runs } = reference(id);
  for (const { surface, start, params, points } of runs) {
    test(`${id} on ${surface} from (${start.join(', ')}) ${JSON.stringify(params)}: ${source}`, () => {
      const record = walk(id, { surface, start, params, steps: Math.max(...steps) });
      expect(record.count).toBe(Math.max(...steps) + 1);
      expect(deviation(record, steps, points)).toBeLessThanOrEqual(id === 'lbfgs' ? TOLERANCE.lbfgs : TOLERANCE.others);
    });
  }
}

test('every method has runs on several landscapes, with and without its defaults', () => {
  for (const id of procedureIds) {
    const { runs } = reference(id);
    expect(new Set(runs.map(({ surface }) => surface)).size, id).toBe(4);
    const settings = new Set(runs.map(({ params }) => JSON.stringify(params)));
    expect(settings.size, id).toBe(['newton', 'gauss-newton'].includes(id) ? 1 : 2);
  }
});
