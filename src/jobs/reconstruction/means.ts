import type { Points } from '../../clouds/types.ts';
import { createRng } from '../../math/rng.ts';
import { ruleOf, semanticsFor } from '../../optimizers/index.ts';
import { defaultsOf } from '../../params/spec.ts';
import { drawBatch, toyDistributions } from '../../reconstruction/toy/distributions.ts';
import { defaultRate } from './meanRates.ts';
import { meanShape, type MeanShapeRecord } from './meanShape.ts';
import { lossIds, type LossId, type MeanRun, type Means, type MeansSpec } from './moreApi.ts';

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
