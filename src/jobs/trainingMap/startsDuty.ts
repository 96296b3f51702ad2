import { float64 } from '../../networks/arithmetic.ts';
import { layoutOf } from '../../networks/layout.ts';
import type { Plane } from '../../networks/landscape/plane.ts';
import { batchOf, createUpdates } from '../../networks/updates.ts';
import type { Samples } from '../../networks/types.ts';
import type { Domain } from '../../surfaces/types.ts';
import { fastArithmetic } from '../networkArithmetic.ts';
import type { Varied } from './vary.ts';

/** Trainings from the middles of the cells of a plane. */
export interface StartsSpec {
  /** Without batch normalization: it has no statistics at a place of a plane. */
  readonly run: Varied;
  readonly domain: Domain;
  /** Cells a side. */
  readonly size: number;
  /** See `TrainingMapSpec`. */
  readonly float32Above: number;
}

export interface StartsSetup {
  readonly spec: StartsSpec;
  readonly plane: Pick<Plane, 'origin' | 'u' | 'v'>;
  readonly samples: Samples;
}

/** Numbers of a cell in an answer: the loss where it begins, and where it ends. */
export const WIDTH = 2;

/** α and β at the middle of a cell, row · size + column, rows from the lowest β up. */
export function startOf({ domain: [a0, a1, b0, b1], size }: StartsSpec, cell: number): readonly [number, number] {
  const [column, row] = [cell % size, Math.floor(cell / size)];
  return [a0 + ((column + 0.5) / size) * (a1 - a0), b0 + ((row + 0.5) / size) * (b1 - b0)];
}

/** Trains from some cells: mean losses over the samples, of the data alone, in inference. NaN at the end where it is no finite number any more. */
export async function startsDuty({ spec, plane, samples }: StartsSetup) {
  const { run, float32Above } = spec;
  const { origin, u, v } = plane;
  const each = run.batch === 0 ? samples.count : Math.min(run.batch, samples.count);
  const arithmetic = layoutOf(run.network).size * each > float32Above ? fastArithmetic() : float64;
  const train = batchOf(samples, arithmetic);
  return (cells: Uint32Array): Float64Array<ArrayBuffer> => {
    const answer = new Float64Array(WIDTH * cells.length);
    cells.forEach((cell, i) => {
      const [alpha, beta] = startOf(spec, cell);
      const at = origin.map((from, k) => from + alpha * u[k]! + beta * v[k]!);
      const { network, weights, update, done } = createUpdates(run, train, arithmetic, {
        ...{ done: 0, weights: at, memory: {}, running: [] },
      });
      answer[WIDTH * i] = network.loss(weights, train);
      let isFinite = true;
      while (isFinite && done() < run.steps) isFinite = Number.isFinite(update());
      const end = isFinite ? network.loss(weights, train) : NaN;
      answer[WIDTH * i + 1] = Number.isFinite(end) ? end : NaN;
    });
    return answer;
  };
}
