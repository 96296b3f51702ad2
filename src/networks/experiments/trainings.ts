import { lazy } from '../../math/lazy.ts';
import { pickSamples } from '../data/samples.ts';
import { shareRight } from '../loss.ts';
import type { Batch } from '../network.ts';
import type { Numbers, Samples } from '../types.ts';
import { batchOf, createUpdates, type Standing, type Updates, type UpdatesSpec } from '../updates.ts';
import type { Curve, Surroundings, Work } from './work.ts';

/** What is read of a network. `batch`: the loss on the update's own batch, after it; `loss`: on all training samples; `train` and `test`: the accuracy on all samples; in inference. */
export type Reading = 'batch' | 'loss' | 'train' | 'test';

/** A network among those that are compared. */
export interface Contestant {
  /** Panel of the figure. */
  readonly group?: string;
  /** Of its curve, where one thing is read; the reading is its name else. */
  readonly name: string;
  readonly spec: Omit<UpdatesSpec, 'seed'>;
}

/** Networks that learn side by side, from the same first draws and, where they are as large, on the same batches. */
export interface Trainings {
  readonly kind: 'trainings';
  /** The first so many of the training digits; null: all. */
  readonly samples: number | null;
  readonly contestants: readonly Contestant[];
  readonly reads: readonly Reading[];
  /** Updates of each contestant. */
  readonly updates: number;
  /** Read after update 1, 1 + every, 1 + 2 every, … */
  readonly every: number;
  readonly quantity: 'loss' | 'accuracy';
  /** x of the first reading, and from each to the next. */
  readonly axis: { readonly name: 'updates' | 'epochs'; readonly from: number };
}

/** Each contestant's standing, its weights in the arithmetic's own precision, for there may be many; and what was read of it. */
export interface TrainingsState {
  readonly runs: readonly (Standing<Numbers> & { readonly read: readonly Float64Array[] })[];
}

export function createTrainings(
  { samples, contestants, reads, updates, every, axis }: Trainings,
  { digits, seed, arithmetic }: Surroundings,
  state: TrainingsState | null,
): Work<TrainingsState, { readonly curves: readonly Curve[] }> {
  const data = { train: firstOf(digits.train, samples), test: digits.test };
  const train = batchOf(data.train, arithmetic);
  const test = reads.includes('test') ? batchOf(data.test, arithmetic) : null;
  const runs = contestants.map(({ spec }, i) => {
    const from = state?.runs[i] ?? null;
    return {
      // When it is its turn: the first weights of all of figure 6-19's 32 networks would keep its first picture back.
      net: lazy(() => createUpdates({ ...spec, seed }, train, arithmetic, from)),
      read: reads.map((_, k): number[] => Array.from(from?.read[k] ?? [])),
    };
  });
  let done = state?.runs.reduce((sum, run) => sum + run.done, 0) ?? 0;

  /** Like the book's, of networks that diverged too: its figures draw them on. */
  function accuracy({ network, weights }: Updates, batch: Batch, { labels, count, outputs }: Samples): number {
    return shareRight(network.forward(weights, batch), labels!, count, outputs);
  }
  const readings: Readonly<Record<Reading, (updates: Updates) => number>> = {
    batch: ({ network, weights, batch }) => network.loss(weights, batch()),
    loss: ({ network, weights }) => network.loss(weights, train),
    train: (one) => accuracy(one, train, data.train),
    test: (one) => accuracy(one, test!, data.test),
  };

  return {
    total: contestants.length * updates,
    done: () => done,
    advance() {
      // All are at update t before one is at the next: a picture of all of them grows evenly.
      const run = runs[done % runs.length]!;
      const net = run.net();
      net.update();
      done++;
      if ((net.done() - 1) % every !== 0) return;
      reads.forEach((reading, k) => run.read[k]!.push(readings[reading](net)));
    },
    part: () => ({
      curves: contestants.flatMap(({ name, group }, i) =>
        reads.map((reading, k): Curve => {
          const y = Float64Array.from(runs[i]!.read[k]!);
          const x = y.map((_, n) => axis.from + n * (axis.name === 'updates' ? every : 1));
          return { name: reads.length > 1 ? reading : name, x, y, ...(group !== undefined && { group }) };
        }),
      ),
    }),
    state: () => ({
      runs: runs.map(({ net, read }) => ({
        ...net().state(),
        weights: net().weights.slice(),
        read: read.map((values) => Float64Array.from(values)),
      })),
    }),
  };
}

const firstOf = (all: Samples, count: number | null): Samples =>
  count === null
    ? all
    : pickSamples(
        all,
        Array.from({ length: count }, (_, i) => i),
      );
