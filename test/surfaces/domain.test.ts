import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode } from '../../scenes/optimizers/state/url.ts';
import { isDomain, isDrawable } from '../../scenes/optimizers/state/fields.ts';
import { onGrid } from '../../src/surfaces/domain.ts';
import type { Domain } from '../../src/surfaces/types.ts';

const SEED = 20261124;

/** Any domain that a link may carry: of any size, off the origin, with borders of few digits and of all. */
const domains = fc
  .tuple(
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: 2e-3, max: 2, noNaN: true }),
    fc.double({ min: 2e-3, max: 2, noNaN: true }),
    fc.integer({ min: -3, max: 5 }),
    fc.constantFrom(3, 6, 17),
  )
  .map(([x, y, width, height, magnitude, digits]) => {
    const sides = [x, x + width, y, y + height].map((side) => Number((side * 10 ** magnitude).toPrecision(digits)));
    return sides as unknown as Domain;
  })
  .filter((domain) => isDomain(domain) && isDrawable(domain));

test(`a place set by hand is in the domain, a four-digit step or less from there, and a link brings it back (seed ${SEED})`, () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(domains, share, share, (domain, u, v) => {
      const [x0, x1, y0, y1] = domain;
      const [x, y] = [x0 + u * (x1 - x0), y0 + v * (y1 - y0)];
      const start = onGrid([x, y], domain);
      const longer = Math.max(x1 - x0, y1 - y0);
      // Half a digit of the four, 1 / 2000 of the side at most; the rounding of the coordinates is far below.
      for (const moved of [start[0] - x, start[1] - y]) expect(Math.abs(moved)).toBeLessThanOrEqual(longer / 1999);
      const { overrides, notices } = decode(encode({ formula: 'x^2 + y^2', domain, start }));
      expect([overrides.start, notices]).toEqual([start, []]);
    }),
    { seed: SEED, numRuns: 2000 },
  );
});

test('the border itself where the nearest short number is outside', () => {
  const domain: Domain = [-3.14159, 3.14159, -3.14159, 3.14159];
  expect(onGrid([3.1412, 3.1415], domain)).toEqual([3.141, 3.14159]);
  expect(onGrid([-3.1416, -0.0001], domain)).toEqual([-3.14159, 0]);
  // A key held down goes no further.
  expect(onGrid([99, -99], domain)).toEqual([3.14159, -3.14159]);
});
