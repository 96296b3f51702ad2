import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { optimizerIds, optimizerOf, ruleOf, semanticsOf } from '../../src/optimizers/index.ts';
import { runOptimizer } from '../../src/optimizers/run.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { restingCurvature } from '../../src/surfaces/curvature.ts';
import { surfaceIds, surfaces } from '../../src/surfaces/index.ts';
import { objectiveOf } from '../../src/surfaces/objective.ts';
import type { SurfaceDef } from '../../src/surfaces/types.ts';

const withLimit = optimizerIds.filter((id) => optimizerOf(id).stableBelow);
const rules = withLimit.flatMap((id) => semanticsOf(id).map((semantics) => [id, semantics] as const));

/** A quadratic dish by its eigenvalues and the angle by which it is turned. */
const dish = fc.record({
  largest: fc.double({ min: 0.05, max: 50, noNaN: true }),
  ratio: fc.double({ min: 0, max: 1, noNaN: true }),
  angle: fc.double({ min: 0, max: Math.PI, noNaN: true }),
  momentum: fc.double({ min: 0, max: 0.95, noNaN: true }),
  weightDecay: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 2, noNaN: true })),
});

describe('the limit of stability', () => {
  test('gradient descent, heavy ball and Nesterov have one', () => {
    expect(withLimit).toEqual(['sgd', 'momentum', 'nesterov']);
  });

  test.each(rules)(
    '%s (%s): 2 %% below it a path comes to rest, 2 %% above it flies off (seed 15)',
    (id, semantics) => {
      const rule = ruleOf(id, semantics);
      fc.assert(
        fc.property(dish, ({ largest, ratio, angle, momentum, weightDecay }) => {
          const [c, s, smallest] = [Math.cos(angle), Math.sin(angle), largest * ratio];
          const surface = {
            a: largest * c * c + smallest * s * s,
            b: largest * s * s + smallest * c * c,
            m: (largest - smallest) * c * s,
          };
          const formula = 'a*x^2/2 + b*y^2/2 + m*x*y';
          const found = restingCurvature({ formula, minima: [] }, surface);
          // A trough's zero may come out a hair below it: then it is no bottom to the formula, and none is claimed.
          fc.pre(found !== null);
          expect(found.largest / largest).toBeCloseTo(1, 9);
          const defaults = defaultsOf(rule.params);
          const params = {
            ...defaults,
            ...('momentum' in defaults && { momentum }),
            ...('weight_decay' in defaults && { weight_decay: weightDecay }),
          };
          const limit = optimizerOf(id).stableBelow!(params, found.largest);
          // Along the stiffest direction, where it is decided.
          const start = [c, s] as const;
          const far = (lr: number) => {
            const objective = objectiveOf(formula, surface);
            const record = runOptimizer({
              rule,
              params: { ...params, lr },
              objective,
              start,
              steps: 3000,
              domain: null,
            });
            const { x, count } = record;
            return record.divergedAt !== null ? Infinity : Math.hypot(x[2 * count - 2]!, x[2 * count - 1]!);
          };
          expect(far(0.98 * limit)).toBeLessThan(1e-6);
          expect(far(1.02 * limit)).toBeGreaterThan(1e6);
        }),
        { seed: 15, numRuns: 60 },
      );
    },
  );

  test('a momentum of 1 or more is never stable', () => {
    for (const id of ['momentum', 'nesterov']) expect(optimizerOf(id).stableBelow!({ momentum: 1 }, 2)).toBeNaN();
  });
});

describe('curvature', () => {
  const resting = (id: keyof typeof surfaces) => {
    const surface: SurfaceDef = surfaces[id];
    return restingCurvature(surface, defaultsOf(surface.params ?? {}));
  };

  test('a quadratic has it everywhere; a saddle has no bottom, Ackley a kink in it', () => {
    expect(resting('bowl')).toEqual({ smallest: expect.closeTo(0.1, 12) as number, largest: 2, at: null });
    expect(resting('sphere')).toEqual({ smallest: 2, largest: 2, at: null });
    expect(['saddle', 'monkey-saddle', 'ackley'].map((id) => resting(id as keyof typeof surfaces))).toEqual([
      null,
      null,
      null,
    ]);
    expect(restingCurvature({ formula: 'x^2 + sin(y)', minima: [] }, {})).toBeNull();
  });

  test.each(surfaceIds.filter((id) => resting(id)?.at))('%s: as differences of its gradient say', (id) => {
    const { at, largest, smallest } = resting(id)!;
    const objective = objectiveOf(surfaces[id].formula, defaultsOf((surfaces[id] as SurfaceDef).params ?? {}));
    const h = 1e-5;
    const gradient = (x: number, y: number) => {
      const out = new Float64Array(3);
      objective.evaluate(x, y, out);
      return [out[1]!, out[2]!] as const;
    };
    const [x, y] = at!;
    const [right, left, up, down] = [gradient(x + h, y), gradient(x - h, y), gradient(x, y + h), gradient(x, y - h)];
    const [xx, xy, yy] = [right[0] - left[0], right[1] - left[1], up[1] - down[1]].map((d) => d / (2 * h)) as [
      number,
      number,
      number,
    ];
    // Trace and determinant say what the eigenvalues are, without solving for them.
    expect((largest + smallest) / (xx + yy)).toBeCloseTo(1, 5);
    expect((largest * smallest) / (xx * yy - xy * xy)).toBeCloseTo(1, 4);
    expect(largest).toBeGreaterThanOrEqual(smallest);
  });
});
