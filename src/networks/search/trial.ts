import { createRng } from '../../math/rng.ts';
import { shuffle } from '../../math/shuffle.ts';
import type { Arithmetic } from '../arithmetic.ts';
import { pickSamples } from '../data/samples.ts';
import { createTrainings, type Trainings, type TrainingsState } from '../experiments/trainings.ts';
import type { Work } from '../experiments/work.ts';
import type { DataSet, NetworkSpec, Samples } from '../types.ts';
import { proposalsAfter, type Proposal, type Scored, type StrategySpec } from './strategies.ts';

/** A search for the weight decay and the learning rate of a network, as in the book's hyperparameter_optimization.py. */
export interface SearchSpec extends StrategySpec {
  readonly hidden: readonly number[];
  /** Training samples that take part, the first so many. */
  readonly subset: number;
  /** Share of these that is held out, to score a trial by. */
  readonly validation: number;
  readonly epochs: number;
  readonly batch: number;
}

/** A finished trial: accuracies by epoch, read after its first update. */
export interface Trial extends Scored {
  readonly train: Float64Array;
  readonly validation: Float64Array;
}

/** What trials learn from and are scored by. The test samples have no part in it. */
export interface SearchData {
  readonly train: Samples;
  readonly validation: Samples;
}

export function searchData({ subset, validation, seed }: SearchSpec, { train }: Pick<DataSet, 'train'>): SearchData {
  const order = Uint32Array.from({ length: subset }, (_, i) => i);
  shuffle(order, createRng(seed, 'search', 'held out'));
  const held = Math.floor(validation * subset);
  return { train: pickSamples(train, order.subarray(held)), validation: pickSamples(train, order.subarray(0, held)) };
}

/** A trial as a training of its own, from weights of its own. */
export function createTrial(
  { hidden, epochs, batch, seed }: SearchSpec,
  { train, validation }: SearchData,
  proposal: Proposal,
  arithmetic: Arithmetic,
  state: TrainingsState | null = null,
): Work<TrainingsState, Trial> {
  const { inputs, outputs, count } = train;
  const { index, point } = proposal;
  const network: NetworkSpec = {
    ...{ inputs, hidden, outputs, activation: 'relu', task: 'classes', loss: 'cross-entropy', batchNorm: false },
    ...{ dropout: 0, decay: point.decay },
  };
  const perEpoch = Math.max(1, Math.floor(count / batch));
  const training: Trainings = {
    ...{ kind: 'trainings', samples: null, reads: ['train', 'test'], updates: (epochs - 1) * perEpoch + 1 },
    ...{ every: perEpoch, quantity: 'accuracy', axis: { name: 'epochs', from: 0 } },
    contestants: [
      {
        name: String(index),
        spec: {
          ...{ network, init: 'he', initStd: 0, optimizer: 'sgd', semantics: 'book', params: { lr: point.lr } },
          ...{ batch, sampling: 'drawn' },
        },
      },
    ],
  };
  const surroundings = {
    digits: { task: 'classes', train, test: validation, domain: [] } as const,
    seed: createRng(seed, 'search', 'trial', index).integer(2 ** 32),
    arithmetic,
  };
  const work = createTrainings(training, surroundings, state);
  return {
    ...work,
    part() {
      const [ofTrain, ofValidation] = work.part().curves.map(({ y }) => y) as [Float64Array, Float64Array];
      return { ...proposal, train: ofTrain, validation: ofValidation, score: ofValidation.at(-1) ?? NaN };
    },
  };
}

export interface SearchState {
  readonly trials: readonly Trial[];
  /** Of the trial under way. */
  readonly current: TrainingsState | null;
}

/** All trials one after another; its pieces are updates. */
export function createSearch(
  spec: SearchSpec,
  data: SearchData,
  arithmetic: Arithmetic,
  state: SearchState | null = null,
): Work<SearchState, readonly Trial[]> {
  const trials = [...(state?.trials ?? [])];
  const open = (from: TrainingsState | null) => {
    const [proposal] = proposalsAfter(spec, trials);
    return proposal ? createTrial(spec, data, proposal, arithmetic, from) : null;
  };
  let current = open(state?.current ?? null);
  const updates = current?.total ?? 1;
  return {
    total: spec.trials * updates,
    done: () => trials.length * updates + (current?.done() ?? 0),
    advance() {
      if (!current) return;
      current.advance();
      if (current.done() < current.total) return;
      trials.push(current.part());
      current = open(null);
    },
    part: () => [...trials],
    state: () => ({ trials: [...trials], current: current?.state() ?? null }),
  };
}
