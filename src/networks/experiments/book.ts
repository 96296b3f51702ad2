import { ruleOf, type OptimizerId } from '../../optimizers/index.ts';
import { defaultsOf } from '../../params/spec.ts';
import { bookSpace, powerOfTen } from '../search/space.ts';
import type { NetworkSpec } from '../types.ts';
import type { Looks, Subject } from './looks.ts';
import type { Contestant, Trainings } from './trainings.ts';
import type { ExperimentDef } from './types.ts';

/** A network of the book's for the digits: hidden layers of 100 neurons with ReLU, its own batch normalization and dropout. */
export const network = (layers: number, own: Partial<NetworkSpec> = {}): NetworkSpec => ({
  ...{ inputs: 784, hidden: new Array<number>(layers).fill(100), outputs: 10, activation: 'relu', task: 'classes' },
  ...{ loss: 'cross-entropy', batchNorm: false, dropout: 0, decay: 0, conventions: 'book' },
  ...own,
});

/** SGD from He's init on batches of a hundred, drawn from all samples. */
export const sgd: Omit<Contestant['spec'], 'network'> = {
  ...{ init: 'he', initStd: 0, optimizer: 'sgd', semantics: 'book', sampling: 'drawn' },
  ...{ params: { lr: 0.01 }, batch: 100 },
};

/** With and without batch normalization, from weights of that standard deviation. */
const normedAndNot = (std: number): Contestant[] =>
  [true, false].map((batchNorm) => ({
    name: batchNorm ? 'normed' : 'plain',
    group: std.toPrecision(3),
    spec: { ...sgd, network: network(5, { batchNorm }), init: 'std', initStd: std },
  }));

/** The init's scales of batch_norm_test.py: np.logspace(0, −4, 16). */
export const normScales: readonly number[] = Array.from({ length: 16 }, (_, i) => powerOfTen((-4 * i) / 15));

/** 20 epochs of ten updates; the accuracy is read after the first update of each. */
const normTest = (scales: readonly number[]): Trainings => ({
  ...{ kind: 'trainings', samples: 1000, contestants: scales.flatMap(normedAndNot), reads: ['train'] },
  ...{ updates: 191, every: 10, quantity: 'accuracy', axis: { name: 'epochs', from: 0 } },
});

/** 2,000 updates on batches of 128 of all digits; the loss on each batch, after its update. */
const raced = (contestants: readonly Contestant[]): Trainings => ({
  ...{ kind: 'trainings', samples: null, contestants, reads: ['batch'] },
  ...{ updates: 2000, every: 1, quantity: 'loss', axis: { name: 'updates', from: 1 } },
});
const racer = (name: string, own: Partial<Contestant['spec']>): Contestant => ({
  name,
  spec: { ...sgd, batch: 128, network: network(4), ...own },
});

const optimized = (optimizer: OptimizerId, lr: number): Contestant =>
  racer(optimizer, { optimizer, params: { ...defaultsOf(ruleOf(optimizer, 'book').params), lr } });

/** Six layers learn 300 digits by heart; accuracies after the first of each epoch's three updates. */
export const overfit = (epochs: number, contestants: Readonly<Record<string, Partial<NetworkSpec>>>): Trainings => ({
  ...{ kind: 'trainings', samples: 300, reads: ['train', 'test'] },
  contestants: Object.entries(contestants).map(([name, own]) => ({
    ...{ name, group: name, spec: { ...sgd, network: network(6, own) } },
  })),
  ...{ updates: 3 * (epochs - 1) + 1, every: 3, quantity: 'accuracy', axis: { name: 'epochs', from: 0 } },
});

const looks = (...subjects: readonly (Omit<Subject, 'name' | 'initStd'> & Partial<Subject>)[]): Looks => ({
  kind: 'looks',
  subjects: subjects.map((subject) => ({ name: subject.init, initStd: 0, ...subject })),
});

/**
 * The experiments of chapter 6 of 『ゼロから作るDeep Learning』 (oreilly-japan/deep-learning-from-scratch, ch06), with its parameters; the digits are this
 * project's own 8,000 and 2,000. Its figures 6-12, 6-16, 6-17 and 6-22 are drawings.
 */
export const bookExperiments = {
  /** optimizer_compare_mnist.py. */
  'book-6-9': raced([
    optimized('sgd', 0.01),
    optimized('momentum', 0.01),
    optimized('adagrad', 0.01),
    optimized('adam', 0.001),
  ]),
  /** weight_init_activation_histogram.py, as it stands and with other first weights. */
  'book-6-10': looks({ activation: 'sigmoid', init: 'std', initStd: 1 }),
  'book-6-11': looks({ activation: 'sigmoid', init: 'std', initStd: 0.01 }),
  'book-6-13': looks({ activation: 'sigmoid', init: 'xavier' }),
  'book-6-14': looks(
    { activation: 'relu', init: 'std', initStd: 0.01 },
    { activation: 'relu', init: 'xavier' },
    { activation: 'relu', init: 'he' },
  ),
  /** weight_init_compare.py. */
  'book-6-15': raced([
    racer('std', { init: 'std', initStd: 0.01 }),
    racer('xavier', { init: 'xavier' }),
    racer('he', { init: 'he' }),
  ]),
  /** batch_norm_test.py at one of its scales. */
  'book-6-18': normTest([normScales[4]!]),
  /** batch_norm_test.py. */
  'book-6-19': normTest(normScales),
  /** overfit_weight_decay.py without the decay. */
  'book-6-20': overfit(201, { plain: {} }),
  /** overfit_weight_decay.py. */
  'book-6-21': overfit(201, { decay: { decay: 0.1 } }),
  /** overfit_dropout.py, without and with. */
  'book-6-23': overfit(301, { plain: {}, dropout: { dropout: 0.2 } }),
  /** hyperparameter_optimization.py. */
  'book-6-24': {
    kind: 'search',
    spec: {
      ...{ strategy: 'random', space: bookSpace, trials: 100, population: 20, hidden: [100, 100, 100, 100, 100, 100] },
      ...{ subset: 500, validation: 0.2, epochs: 50, batch: 100 },
    },
  },
} as const satisfies Readonly<Record<string, ExperimentDef>>;
