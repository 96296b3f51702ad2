import fc from 'fast-check';
import type { Evidence } from '../../scenes/registration/cards/types.ts';
import { pairOf, type LengthUnit } from '../../scenes/registration/runs/pair.ts';
import { stepsOf, type PaneRun } from '../../scenes/registration/runs/paneRuns.ts';
import { paneOf } from '../../scenes/registration/state/panes.ts';
import { table } from '../../scenes/registration/state/table.ts';
import { identity } from '../../src/math/matrix4.ts';
import { shownMethodIds, type MethodId } from '../../src/registration/methods/index.ts';
import { prepare } from '../../src/registration/prepare.ts';
import { defaultRegisterSpec } from '../../src/registration/specs.ts';
import type { Judgement, ReasonId, RegistrationRecord, Verdict } from '../../src/registration/types.ts';

const cloud = { points: Float64Array.of(0, 0, 0, 3, 0, 0, 0, 2, 0) };
const prepared = prepare({ source: cloud, target: cloud });

export interface FakeRun {
  readonly method?: MethodId;
  readonly search?: 'source' | 'target' | null;
  /** Parts of the target's largest dimension, one a step; null: the truth is not known. */
  readonly errors?: readonly number[] | null;
  readonly steps?: number;
  readonly converged?: boolean;
  readonly verdict?: Verdict | null;
  readonly reason?: ReasonId;
  readonly values?: Judgement['values'];
  readonly alternatives?: Judgement['alternatives'];
  readonly fitness?: readonly number[];
  readonly rmse?: readonly number[];
  readonly limit?: number;
}

/** Runs as the page has them, with the numbers that a test gives them; no method ran. */
export function fakeEvidence(
  fakes: readonly FakeRun[],
  { unit = 'size', selected = 0, rotation = 40 }: { unit?: LengthUnit; selected?: number; rotation?: number } = {},
): Evidence {
  const pair = pairOf({ id: 'fake', source: cloud, target: cloud, asIs: identity(), truth: identity(), unit });
  const runs = fakes.map((fake, k): PaneRun => {
    const { method = 'icp-point', search = null, errors = null, converged = true, verdict = 'good' } = fake;
    const { reason = 'agrees', values = { fitness: 0.5, limit: 0.1 }, alternatives = [], limit = 0.1 } = fake;
    const steps = fake.steps ?? (errors ? errors.length - 1 : 0);
    const column = () => new Float64Array(steps + 1);
    const record: RegistrationRecord = {
      ...{ steps, poses: Float64Array.from({ length: 16 * (steps + 1) }, (_, i) => (i % 5 === 0 ? 1 : 0)) },
      ...{ fitness: column(), inlierRmse: column(), inliers: column(), scale: column(), limit: column() },
      ...{ eigenvalues: new Float64Array(6 * (steps + 1)), phases: [{ name: method, from: 0 }] },
    };
    const settings = { ...paneOf(method), search };
    const answer: PaneRun['answer'] = {
      ...{ targetFromSource: identity(), iterations: steps, converged, fitness: 1, inlierRmse: 0, milliseconds: 1 },
      judgement: verdict && { verdict, reason, values, alternatives },
      ...{ chosen: { voxel: null, maxDistance: null }, record, working: { source: cloud, target: cloud } },
      ...{ weighed: null, leftOut: null },
      ...(errors && { errors: Float64Array.from(errors) }),
      ...{ weighed: null, leftOut: null },
      laid: {
        limit,
        fitness: Float64Array.from({ length: steps + 1 }, (_, i) => fake.fitness?.[i] ?? 1),
        rmse: Float64Array.from({ length: steps + 1 }, (_, i) => fake.rmse?.[i] ?? 0),
      },
    };
    const spec = { ...defaultRegisterSpec, method };
    return { key: `run ${k}`, pair, settings, spec, maps: null, answer, record, prepared };
  });
  const state = table.rules.resolve(table.rules.normalise({ factors: { rotation } }));
  return { runs, state: { ...state, selected, steps: stepsOf(runs) } };
}

const share = fc.double({ min: 0, max: 3, noNaN: true });
const reasons = [
  ...['agrees', 'few-inliers', 'large-residuals', 'unconstrained', 'starts-disagree', 'unfinished', 'shifted'],
  ...['turned', 'turns-freely', 'slides-freely', 'fits-elsewhere', 'mirrored', 'scaled', 'things-missing'],
] as const;

/** One to four panes of any methods with any numbers, and a step. */
export const anyScene = fc
  .record({
    fakes: fc.array(
      fc.integer({ min: 0, max: 40 }).chain((steps) =>
        fc.record({
          ...{ method: fc.constantFrom(...shownMethodIds), search: fc.constantFrom(null, 'source', 'target') },
          ...{ steps: fc.constant(steps), converged: fc.boolean(), limit: share },
          errors: fc.option(fc.array(share, { minLength: steps + 1, maxLength: steps + 1 }), { freq: 8 }),
          fitness: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: steps + 1, maxLength: steps + 1 }),
          rmse: fc.array(share, { minLength: steps + 1, maxLength: steps + 1 }),
          verdict: fc.option(fc.constantFrom('good', 'ambiguous', 'doubtful', 'failed')),
          reason: fc.constantFrom(...reasons),
          values: fc.record({
            ...{ fitness: share, limit: share, rmse: share, spacing: share, shift: share, degrees: share },
            ...{ factor: share, axis: fc.constantFrom(0, 1, 2) },
            lacking: share,
            ...{ stiffness: share, sizeRatio: fc.double({ min: 0.001, max: 1000, noNaN: true }) },
          }),
        }),
      ),
      { minLength: 1, maxLength: 4 },
    ),
    unit: fc.constantFrom('size', 'm', 'none'),
    selected: fc.integer({ min: 0, max: 3 }),
    rotation: fc.integer({ min: 0, max: 180 }),
    step: fc.integer({ min: 0, max: 45 }),
  })
  .map(({ fakes, step, ...options }) => ({
    evidence: fakeEvidence(fakes as readonly FakeRun[], options as { unit: LengthUnit }),
    step,
  }));
