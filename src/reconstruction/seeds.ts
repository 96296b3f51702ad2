import { categoryIds } from './shapes/index.ts';
import type { CategoryId } from './shapes/index.ts';

/** Seeds from here on are training's alone; those below are everybody's: the gallery's, the tests', the evaluation's. */
export const TRAINING_SEEDS_FROM = 2 ** 30;

/** Shapes in the retrieval bank. */
export const BANK_SIZE = 40_000;

/** The gap between the first samples of two evaluation sets. */
const SET_STRIDE = 100_003;

/** Which shape: its whole chance follows from these. */
export interface SampleName {
  readonly category: CategoryId;
  readonly seed: number;
}

/** What its files are called. */
export const nameOf = ({ category, seed }: SampleName): string => `${category}-${seed}`;

const cycle = (of: readonly CategoryId[], index: number): CategoryId => of[index % of.length]!;

/** Training sample `index`, from 0. */
export const trainingName = (index: number): SampleName => ({
  category: cycle(categoryIds, index),
  seed: TRAINING_SEEDS_FROM + index,
});

/** Entry `index` of the retrieval bank: training sample `index`, to be seen on its tight crop. */
export const bankName = (index: number): SampleName => trainingName(index);

/**
 * Sample `index` of evaluation set `set`.
 * @throws RangeError where it would be one of training's
 */
export function proceduralName(set: number, index: number, of: readonly CategoryId[] = categoryIds): SampleName {
  const seed = set * SET_STRIDE + index;
  if (!(Number.isInteger(seed) && seed >= 0 && seed < TRAINING_SEEDS_FROM)) {
    throw new RangeError(`Evaluation set ${set} has no sample ${index}: its seed would be ${seed}.`);
  }
  return { category: cycle(of, index), seed };
}
