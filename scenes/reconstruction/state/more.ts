import { optimizerIds, type OptimizerId } from '../../../src/optimizers/index.ts';
import { toyIds, type ToyId } from '../../../src/reconstruction/toy/ids.ts';
import type { ParamSpec } from '../../../src/params/spec.ts';
import { numberField, oneOf, type Fields } from '../../../src/state/fields.ts';

/* What the views `losses`, `kin` and `many` keep in links. */

/** What the colours of many samples say: which sample a point is of, or how far the samples part there. */
export const manyColourIds = ['sample', 'spread'] as const;
export type ManyColourId = (typeof manyColourIds)[number];

export interface MoreOverrides {
  readonly toy?: ToyId | undefined;
  /** Which rule looks for the mean shapes. */
  readonly meanOptimizer?: OptimizerId | undefined;
  /** Absent: what suits the rule. */
  readonly meanLr?: number | undefined;
  readonly meanSeed?: number | undefined;
  readonly meanPoints?: number | undefined;
  /** Samples of the min-of-N head that are shown. */
  readonly samples?: number | undefined;
  readonly sampleSeed?: number | undefined;
  readonly manyColour?: ManyColourId | undefined;
}

export interface MoreState {
  readonly toy: ToyId;
  readonly meanOptimizer: OptimizerId;
  /** null: what suits the rule. */
  readonly meanLr: number | null;
  readonly meanSeed: number;
  readonly meanPoints: number;
  readonly samples: number;
  readonly sampleSeed: number;
  readonly manyColour: ManyColourId;
}

const seed = {
  default: 1,
  min: 0,
  max: 99,
  scale: 'linear',
  integer: true,
  accepts: { min: 0, max: 2 ** 30 - 1 },
} as const;

export const moreParams = {
  meanLr: { default: 0.02, min: 0.001, max: 1, scale: 'log', symbol: 'η', accepts: { above: 0, max: 1000 } },
  meanSeed: seed,
  meanPoints: { default: 64, min: 16, max: 128, scale: 'linear', integer: true, accepts: { min: 4, max: 256 } },
  samples: { default: 8, min: 1, max: 32, scale: 'linear', integer: true, accepts: { min: 1, max: 64 } },
  sampleSeed: seed,
} as const satisfies Record<string, ParamSpec>;

export function resolveMore(overrides: MoreOverrides): MoreState {
  return {
    toy: overrides.toy ?? 'ring',
    meanOptimizer: overrides.meanOptimizer ?? 'adam',
    meanLr: overrides.meanLr ?? null,
    meanSeed: overrides.meanSeed ?? moreParams.meanSeed.default,
    meanPoints: overrides.meanPoints ?? moreParams.meanPoints.default,
    samples: overrides.samples ?? moreParams.samples.default,
    sampleSeed: overrides.sampleSeed ?? moreParams.sampleSeed.default,
    manyColour: overrides.manyColour ?? 'sample',
  };
}

/** Link key → field. */
export const moreFields: Fields = {
  toy: oneOf('toy', toyIds),
  mo: oneOf('meanOptimizer', optimizerIds),
  mlr: numberField('meanLr', moreParams.meanLr),
  ms: numberField('meanSeed', moreParams.meanSeed),
  mn: numberField('meanPoints', moreParams.meanPoints),
  n: numberField('samples', moreParams.samples),
  ns: numberField('sampleSeed', moreParams.sampleSeed),
  mc: oneOf('manyColour', manyColourIds),
};
