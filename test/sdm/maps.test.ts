import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { erf } from '../../src/math/erf.ts';
import { runSdm } from '../../src/sdm/run.ts';
import type { SdmSpec } from '../../src/sdm/types.ts';

/* Maps, answers and errors against NumPy's lstsq with the ridge as a row of its own: tools/fixtures/make_sdm_fixtures.py. */

interface Fixture {
  readonly erf: readonly (readonly [x: number, value: number])[];
  readonly cases: readonly {
    readonly spec: SdmSpec;
    readonly answer: number;
    readonly maps: readonly (readonly [slope: number, bias: number])[];
    /** null: not finite. */
    readonly errors: Readonly<Record<'train' | 'test' | 'newton', readonly (number | null)[]>>;
  }[];
}
const fixture = JSON.parse(readFileSync('test/fixtures/sdm/maps.json', 'utf8')) as Fixture;

/** The largest difference, relative where values exceed 1 (starts that leap reach 1e56); Infinity where only one is finite. */
function gap(ours: ArrayLike<number>, theirs: readonly (number | null)[]): number {
  expect(ours.length).toBe(theirs.length);
  return Math.max(
    ...theirs.map((value, i) => {
      if (value === null || !Number.isFinite(ours[i]))
        return value === null && !Number.isFinite(ours[i]) ? 0 : Infinity;
      return Math.abs(ours[i]! - value) / Math.max(1, Math.abs(value));
    }),
  );
}

describe.each(fixture.cases)(
  '$spec.h = $spec.target, λ $spec.lambda, seed $spec.seed',
  ({ spec, answer, maps, errors }) => {
    const record = runSdm(spec);

    test('the answer and every slope and bias are NumPy’s to 1e-10', () => {
      expect(Math.abs(record.answer - answer)).toBeLessThan(1e-15 * Math.max(1, Math.abs(answer)));
      expect(gap(record.maps, maps.flat())).toBeLessThan(1e-10);
    });

    test('so are the errors of the starts learned from and of the unseen ones', () => {
      expect(gap(record.train.error, errors.train)).toBeLessThan(1e-10);
      expect(gap(record.test.error, errors.test)).toBeLessThan(1e-10);
    });

    // Where h′ nears 0 a step of Newton's multiplies rounding by thousands, and a sine's leaps follow one another.
    test('Newton leaps as far, to 1e-8, and is lost at the same step', () => {
      expect(gap(record.newton.error, errors.newton)).toBeLessThan(1e-8);
    });
  },
);

// x² is rounded before its exponential is taken: x² ε/2, 4e-15 at x = 6, where the series ends.
test.each(fixture.erf)('erf(%d) is %d to 5e-15 of it', (x, value) => {
  expect(Math.abs(erf(x) - value)).toBeLessThanOrEqual(5e-15 * Math.abs(value));
});
