import type { Points } from '../clouds/types.ts';
import { createRng } from '../math/rng.ts';
import { ruleOf, semanticsFor, type OptimizerId } from '../optimizers/index.ts';
import { defaultsOf } from '../params/spec.ts';
import { drawBatch, toyDistributions } from './distributions.ts';
import { defaultRate } from './meanRates.ts';
import { meanShape, type MeanShapeRecord } from './meanShape.ts';
import { lossIds, type LossId, type ToyId } from './ids.ts';

export interface MeansSpec {
  readonly toy: ToyId;
  readonly optimizer: OptimizerId;
  /** null: what suits the rule. */
  readonly lr: number | null;
  readonly seed: number;
  readonly points: number;
}

/** The answer under one loss, before each update and after the last. */
export interface MeanRun {
  /** (steps + 1) × 3n; the toy lies in the plane z = 0. */
  readonly places: Float64Array;
  /** steps + 1: on the shapes that the next update sees. */
  readonly losses: Float64Array;
}

/** The mean shapes of a toy under both losses, by one rule from one start on the same samples. */
export interface Means {
  readonly spec: MeansSpec;
  readonly steps: number;
  readonly count: number;
  readonly lr: number;
  readonly runs: Readonly<Record<LossId, MeanRun>>;
  /** steps + 1: one of the shapes that the next update sees. */
  readonly samples: readonly Points[];
}

const STEPS = 120;
/** Shapes a step: enough that the points' way is calm, few enough that one sees chance at work. */
const BATCH = 8;

/** The mean shapes of a toy under both losses, from one start, on the same shapes. A run that diverges ends both. */
export function meansOf(spec: MeansSpec): Means {
  const { toy, optimizer, points, seed } = spec;
  const semantics = semanticsFor(optimizer);
  const lr = spec.lr ?? defaultRate(optimizer);
  const params = { ...defaultsOf(ruleOf(optimizer, semantics).params), lr };
  const records = lossIds.map((loss) =>
    meanShape({ distribution: toy, loss, points, batch: BATCH, steps: STEPS, seed, optimizer, semantics, params }),
  );
  const rows = Math.min(...records.map(({ count }) => count));
  const runs = Object.fromEntries(lossIds.map((loss, k) => [loss, runOf(records[k]!, rows, points)]));
  return {
    spec,
    steps: rows - 1,
    count: points,
    lr,
    runs: runs as Record<LossId, MeanRun>,
    samples: Array.from({ length: rows }, (_, row) => shownShape(spec, row)),
  };
}

/** One of the shapes that update row + 1 sees, another one each time: all of them would be a tangle of threads. */
function shownShape({ toy, points, seed }: MeansSpec, row: number): Points {
  const batch = drawBatch(toyDistributions[toy], BATCH, points, createRng(seed, 'toy', toy, row));
  return batch[(TURN * row) % BATCH]!;
}

/** From one of the batch to the next one shown; without a common factor with BATCH, so that each has its turn, far apart. */
const TURN = 3;

/** Plane → space: z = 0. */
function runOf({ points, loss }: MeanShapeRecord, rows: number, count: number): MeanRun {
  const places = new Float64Array(3 * count * rows);
  for (let i = 0; i < count * rows; i++) {
    places[3 * i] = points[2 * i]!;
    places[3 * i + 1] = points[2 * i + 1]!;
  }
  return { places, losses: loss.slice(0, rows) };
}
