import type { Arithmetic } from '../arithmetic.ts';
import { gradientNoise } from '../gradientNoise.ts';
import type { Numbers, Samples } from '../types.ts';
import { batchOf, createUpdates, type UpdatesSpec } from '../updates.ts';
import { batchSizes } from './batchSpeed.ts';

/** The loss on all samples that they race to. */
export const GOAL = 0.3;

/** A reading after so many updates, sixteen a decade: small batches need fifty times as many as large ones. */
export const raceUpdates: readonly number[] = Array.from({ length: 57 }, (_, k) => Math.round(10 ** (k / 16)));

/** The batch whose weights the gradient's noise is measured at, as it gets to the goal. */
const MIDDLE = 100;
/** Samples that the noise of one size is drawn from, at least. */
const DRAWN = 400;

/** One batch size, as far as it is. */
export interface Racer {
  readonly size: number;
  /** By reading, until the goal; the loss on all samples. */
  readonly loss: Float64Array;
  /** Updates to the goal, between two readings in proportion; NaN: it has not got there. */
  readonly updates: number;
  /** Spent on these updates alone; no reading counts. */
  readonly seconds: number;
  /** E‖g_batch − g‖² / ‖g‖²: how much of a minibatch's gradient is noise; NaN: not known yet. */
  readonly noise: number;
}

export interface BatchRace {
  readonly total: number;
  readonly done: () => number;
  /** One more piece: a size to its next reading, in the end the noise of a size. */
  advance(): void;
  racers(): readonly Racer[];
}

interface Racing {
  readonly samples: Samples;
  /** Network, init, optimizer, learning rate; the same for all. */
  readonly spec: Omit<UpdatesSpec, 'batch' | 'seed'>;
  readonly seed: number;
  readonly arithmetic: Arithmetic;
  /** The batch of a hundred among them. */
  readonly sizes?: readonly number[];
  /** Milliseconds. */
  readonly now: () => number;
}

/**
 * The same network learns with each batch size, until its loss on all samples is `GOAL`: how many updates that takes, and how long. All are at one reading before any goes on to the
 * next, so that what disturbs the machine disturbs all of them. Then the noise of each size's gradients, at one place: where batches of a hundred got to the goal.
 */
export function createBatchRace({ samples, spec, seed, arithmetic, sizes = batchSizes, now }: Racing): BatchRace {
  const train = batchOf(samples, arithmetic);
  const runs = sizes.map((size) => ({
    updates: createUpdates({ ...spec, batch: size, seed }, train, arithmetic),
    size,
    loss: [] as number[],
    milliseconds: 0,
    ...{ goal: NaN, seconds: NaN, noise: NaN },
  }));
  let place: Numbers | null = null;
  let done = 0;
  const racing = runs.length * raceUpdates.length;

  function race(run: (typeof runs)[number], reading: number): void {
    if (!Number.isNaN(run.goal)) return;
    const { updates, loss } = run;
    const [made, spent, before] = [updates.done(), run.milliseconds, loss.at(-1) ?? Infinity];
    const began = now();
    while (updates.done() < raceUpdates[reading]!) updates.update();
    run.milliseconds += now() - began;
    const after = updates.network.loss(updates.weights, train);
    loss.push(after);
    if (!(after <= GOAL)) return;
    const share = Number.isFinite(before) ? (before - GOAL) / (before - after) : 1;
    run.goal = made + share * (updates.done() - made);
    run.seconds = (spent + share * (run.milliseconds - spent)) / 1000;
    if (run.size === MIDDLE) place = updates.weights.slice();
  }

  function noiseOf(size: number): number {
    const at = place ?? runs.find((run) => run.size === MIDDLE)!.updates.weights;
    const draws = Math.max(4, Math.ceil(DRAWN / size));
    const [found] = gradientNoise(spec.network, at, train, [size], { draws, seed, arithmetic });
    return found!.variance / found!.signal;
  }

  return {
    total: racing + runs.length,
    done: () => done,
    advance() {
      const run = runs[done % runs.length]!;
      if (done < racing) race(run, Math.floor(done / runs.length));
      else run.noise = noiseOf(run.size);
      done++;
    },
    racers: () =>
      runs.map(({ size, loss, goal, seconds, noise }) => ({
        ...{ size, loss: Float64Array.from(loss), updates: goal, seconds, noise },
      })),
  };
}
