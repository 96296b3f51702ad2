import { float64, type Arithmetic } from '../../networks/arithmetic.ts';
import { sharpness } from '../../networks/hessian/index.ts';
import { initialWeights } from '../../networks/init.ts';
import { layoutOf } from '../../networks/layout.ts';
import { batchOf, createUpdates } from '../../networks/updates.ts';
import type { DataSet } from '../../networks/types.ts';
import { axisValues, type Axis } from '../../tuning/axis.ts';
import { fastArithmetic } from '../networkArithmetic.ts';
import { varyTraining, type Varied } from './vary.ts';

/** A training for each pair of values of two things. Its own values for these two stand in no cell. */
export interface TrainingMapSpec {
  readonly run: Varied;
  readonly x: Axis;
  readonly y: Axis;
  /** Weights × samples of a batch above which a training is float32's, by the fastest that there is; else it is float64's. */
  readonly float32Above: number;
}

export interface TrainingMapSetup {
  readonly spec: TrainingMapSpec;
  readonly data: DataSet;
}

/** `sharpness`: λmax of the Hessian of what is minimised, at the first weights of a cell's network. */
export type TrainingMapQuestion =
  { readonly of: 'cells'; readonly cells: Uint32Array } | { readonly of: 'sharpness'; readonly cell: number };

/** Losses of a cell's curve after the first, in even parts of its updates. */
export const PARTS = 24;
/** Numbers of a cell in an answer: its curve, then the test loss at its end and at its beginning. */
export const WIDTH = PARTS + 3;

/** Of λmax: the line is as thick. */
const TOLERANCE = 1e-3;

/**
 * Trains some cells: of each the mean loss over the training samples (of the data alone, in inference) at PARTS + 1 times, from the first weights to the last, and that over the test
 * samples at its end and at its beginning. NaN from where it is no longer a finite number.
 */
export async function trainingMapDuty({ spec: { run, x, y, float32Above }, data }: TrainingMapSetup) {
  const [xs, ys] = [axisValues(x), axisValues(y)];
  const samplesFor = (arithmetic: Arithmetic) => ({
    ...{ arithmetic, train: batchOf(data.train, arithmetic), test: batchOf(data.test, arithmetic) },
  });
  const known = new Map<boolean, ReturnType<typeof samplesFor>>();
  function samplesOf({ network, batch }: Varied) {
    const { count } = data.train;
    const heavy = layoutOf(network).size * (batch === 0 ? count : Math.min(batch, count)) > float32Above;
    const samples = known.get(heavy) ?? samplesFor(heavy ? fastArithmetic() : float64);
    known.set(heavy, samples);
    return samples;
  }
  const at = (cell: number): Varied =>
    varyTraining(run, { [x.name]: xs[cell % xs.length]!, [y.name]: ys[Math.floor(cell / xs.length)]! });

  function trained(spec: Varied, to: Float64Array): void {
    to.fill(NaN);
    const { arithmetic, train, test } = samplesOf(spec);
    const { network, weights, update } = createUpdates(spec, train, arithmetic);
    to[0] = network.loss(weights, train);
    to[PARTS + 2] = network.loss(weights, test);
    for (let part = 1, done = 0; part <= PARTS; part++) {
      for (const until = Math.round((part * spec.steps) / PARTS); done < until; done++) {
        if (!Number.isFinite(update())) return;
      }
      const loss = network.loss(weights, train);
      if (!Number.isFinite(loss)) return;
      to[part] = loss;
    }
    const held = network.loss(weights, test);
    to[PARTS + 1] = Number.isFinite(held) ? held : NaN;
  }

  return (question: TrainingMapQuestion): Float64Array<ArrayBuffer> => {
    if (question.of === 'sharpness') {
      const { network, init, initStd, seed } = at(question.cell);
      const weights = initialWeights(network, init, initStd, seed);
      return Float64Array.of(sharpness({ spec: network, running: null }, weights, data.train, TOLERANCE));
    }
    const { cells } = question;
    const answer = new Float64Array(WIDTH * cells.length);
    cells.forEach((cell, i) => trained(at(cell), answer.subarray(WIDTH * i, WIDTH * (i + 1))));
    return answer;
  };
}
