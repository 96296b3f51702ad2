import { fastArithmetic } from '../../../src/jobs/networkArithmetic.ts';
import { float64 } from '../../../src/networks/arithmetic.ts';
import { batchOf, createTraining, type Training } from '../../../src/networks/train.ts';
import type { DataSet } from '../../../src/networks/types.ts';
import { networkOf } from './data.ts';
import { precisionOf } from './engine.ts';
import { measure } from './measure.ts';
import { createSayer } from './says.ts';
import { trainSpecOf } from './trainSpec.ts';
import type { Row, RunSpec } from './types.ts';

/** Milliseconds without a pause, at most. */
const BREATH = 40;

/**
 * Trains all optimizers of a spec side by side, record by record, so that a picture of all of them grows at once. `tell` gets each record as it is made;
 * `pause` is awaited between them and throws where the run is no longer wanted.
 */
export async function trainAll(
  spec: RunSpec,
  data: DataSet,
  tell: (row: Row) => void,
  pause: () => Promise<void>,
): Promise<void> {
  const network = networkOf(spec, data);
  const arithmetic = precisionOf(spec, network, data.train.count) === 'float32' ? fastArithmetic() : float64;
  const say = createSayer(network, data);
  const [train, test] = [data.train, data.test].map((samples) => ({ ...samples, ...batchOf(samples, arithmetic) }));
  // Its own record is not needed: it would be copied with each.
  const { every, updates } = spec;
  const tracks = spec.optimizers.map((_, place) => ({
    training: createTraining({ ...trainSpecOf(spec, network, place), every: updates }, data, arithmetic),
    ...{ rows: 0, going: true },
  }));
  const told = (track: number, { network: net, weights }: Training, row: number) => {
    const own = Float64Array.from(weights);
    const [trainLoss, trainAccuracy] = measure(net, weights, train!);
    const [testLoss, testAccuracy] = measure(net, weights, test!);
    const measured = { trainLoss, testLoss, trainAccuracy, testAccuracy };
    const field = say(net, weights);
    const running = net.running?.map(({ mean, variance }) => ({
      mean: mean.slice(),
      variance: variance.slice(),
    }));
    tell({ track, row, arithmetic: arithmetic.id, weights: own, ...measured, field, running: running ?? null });
  };
  tracks.forEach(({ training }, track) => told(track, training, 0));
  let breath = performance.now();
  while (tracks.some(({ going }) => going)) {
    for (const [place, track] of tracks.entries()) {
      if (!track.going) continue;
      const until = (track.rows + 1) * every;
      do {
        track.going = track.training.step();
        // Of a large net one record takes seconds: it must be possible to give it up.
        if (performance.now() - breath > BREATH) {
          await pause();
          breath = performance.now();
        }
      } while (track.going && track.training.done() < until);
      track.rows++;
      told(place, track.training, track.rows);
      await pause();
    }
  }
}
