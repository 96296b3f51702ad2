import { createTraining, type Training } from '../../../src/networks/train.ts';
import { dataOf, networkOf } from './data.ts';
import { fieldOf, placesOf } from './field.ts';
import { trainSpecOf } from './trainSpec.ts';
import type { Row, RunSpec } from './types.ts';

/**
 * Trains all optimizers of a spec side by side, record by record, so that a picture of all of them grows at once. `tell` gets each record as it is made;
 * `pause` is awaited between them and throws where the run is no longer wanted.
 */
export async function trainAll(spec: RunSpec, tell: (row: Row) => void, pause: () => Promise<void>): Promise<void> {
  const data = dataOf(spec);
  const network = networkOf(spec, data);
  const places = placesOf(data);
  const { every } = spec;
  const tracks = spec.optimizers.map((_, place) => ({
    training: createTraining(trainSpecOf(spec, network, place), data),
    ...{ rows: 0, going: true },
  }));
  const told = (track: number, training: Training, row: number) => {
    const { weights, trainLoss, testLoss, trainAccuracy, testAccuracy, count } = training.record();
    const { size } = training.network.layout;
    const last = count - 1;
    const own = Float64Array.from(weights.subarray(last * size, count * size));
    const losses = { trainLoss: trainLoss[last]!, testLoss: testLoss[last]! };
    const accuracies = { trainAccuracy: trainAccuracy[last]!, testAccuracy: testAccuracy[last]! };
    const field = fieldOf(training.network, own, places);
    const running = training.network.running?.map(({ mean, variance }) => ({
      mean: mean.slice(),
      variance: variance.slice(),
    }));
    tell({ track, row, weights: own, ...losses, ...accuracies, field, running: running ?? null });
  };
  tracks.forEach(({ training }, track) => told(track, training, 0));
  while (tracks.some(({ going }) => going)) {
    for (const [place, track] of tracks.entries()) {
      if (!track.going) continue;
      const until = (track.rows + 1) * every;
      do track.going = track.training.step();
      while (track.going && track.training.done() < until);
      track.rows++;
      told(place, track.training, track.rows);
      await pause();
    }
  }
}
