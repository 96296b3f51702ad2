import { drawData } from '../../../src/networks/data/index.ts';
import { float64 } from '../../../src/networks/arithmetic.ts';
import { bezier, createCurve, lossesAlong, straight } from '../../../src/networks/landscape/curve.ts';
import { connectedPair } from '../../../src/networks/settings/pair.ts';
import { batchOf, createTraining } from '../../../src/networks/train.ts';
import type { Study } from './types.ts';

const PLACES = 41;

/** Two nets that learned the same from different starts: the loss along the straight line between them, and along a curve that was trained to stay low. */
export async function wall(pause: () => Promise<void>): Promise<Study> {
  const { data: spec, train, otherSeed, curve: options } = connectedPair;
  const data = drawData(spec);
  const ends: Float64Array[] = [];
  for (const seed of [train.seed, otherSeed]) {
    const training = createTraining({ ...train, seed }, data);
    while (training.step()) if (training.done() % 50 === 0) await pause();
    ends.push(Float64Array.from(training.weights));
  }
  const [a, b] = ends as [Float64Array, Float64Array];
  const batch = batchOf(data.train, float64);
  const curve = createCurve(train.network, a, b, batch, options);
  while (curve.step()) if (curve.done % 20 === 0) await pause();
  const along = (path: ReturnType<typeof straight>) => [...lossesAlong(train.network, path, batch, PLACES)];
  const [line, bent] = [along(straight(a, b)), along(bezier(a, curve.control, b))];
  return {
    values: { line: Math.max(...line), curve: Math.max(...bent), first: line[0]!, second: line.at(-1)! },
    plot: {
      x: Array.from({ length: PLACES }, (_, i) => i / (PLACES - 1)),
      lines: [
        { id: 'line', y: line },
        { id: 'curve', y: bent },
      ],
      ...{ logX: false, logY: true },
    },
  };
}
