import { createTraining, type Training } from '../../../src/networks/train.ts';
import type { DataSet } from '../../../src/networks/types.ts';
import { networkOf } from './data.ts';
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
  const say = createSayer(network, data);
  // Its own record is not needed: it would be copied with each.
  const { every, updates } = spec;
  const tracks = spec.optimizers.map((_, place) => ({
    training: createTraining({ ...trainSpecOf(spec, network, place), every: updates }, data),
    ...{ rows: 0, going: true },
  }));
  const told = (track: number, { network: net, weights }: Training, row: number) => {
    const own = Float64Array.from(weights);
    const [trainLoss, trainAccuracy] = measure(net, own, data.train);
    const [testLoss, testAccuracy] = measure(net, own, data.test);
    const measured = { trainLoss, testLoss, trainAccuracy, testAccuracy };
    const field = say(net, own);
    const running = net.running?.map(({ mean, variance }) => ({
      mean: mean.slice(),
      variance: variance.slice(),
    }));
    tell({ track, row, weights: own, ...measured, field, running: running ?? null });
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
