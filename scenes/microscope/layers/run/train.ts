import { accuracyOf, meanLoss } from '../../../../src/networks/loss.ts';
import type { Arithmetic } from '../../../../src/networks/arithmetic.ts';
import { pickSamples } from '../../../../src/networks/data/samples.ts';
import type { Network } from '../../../../src/networks/network.ts';
import { batchOf, createTraining } from '../../../../src/networks/train.ts';
import type { DataSet, Numbers, Samples, TrainSpec } from '../../../../src/networks/types.ts';
import { lookAt } from './look.ts';
import { LOOKED_AT, MEASURED, type LayersSpec, type Row } from './types.ts';

/** Milliseconds without a pause, at most. */
const BREATH = 40;

function trainSpecOf(spec: LayersSpec, batchNorm: boolean, { train, task }: DataSet): TrainSpec {
  const { hidden, activation, dropout, decay, updates } = spec;
  const { init, initStd, optimizer, semantics, params, batch, seed } = spec;
  const shape = { inputs: train.inputs, hidden, outputs: train.outputs, activation, task };
  return {
    network: { ...shape, loss: 'cross-entropy', batchNorm, dropout, decay },
    ...{ init, initStd, optimizer, semantics, params, batch, seed },
    ...{ steps: updates, every: updates },
  };
}

/**
 * Trains the nets of a spec side by side, record by record, so that a picture of all of them grows at once. `tell` gets each record as it is made; `pause`
 * is awaited now and then and throws where the run is no longer wanted.
 */
export async function trainAll(
  spec: LayersSpec,
  data: DataSet,
  arithmetic: Arithmetic,
  tell: (row: Row) => void,
  pause: () => Promise<void>,
): Promise<void> {
  const looked = batchOf(firstOf(data.train, LOOKED_AT), arithmetic);
  const [learned, other] = [measured(data.train, arithmetic), measured(data.test, arithmetic)];
  const nets = spec.batchNorm.map((norm) => ({
    training: createTraining(trainSpecOf(spec, norm, data), data, arithmetic),
    ...{ rows: 0, going: true },
  }));
  const told = (net: number) => {
    const { training, rows: row } = nets[net]!;
    const { network, weights } = training;
    const [trainLoss, trainAccuracy] = learned(network, weights);
    const [testLoss, testAccuracy] = other(network, weights);
    const measures = { trainLoss, testLoss, trainAccuracy, testAccuracy };
    tell({ net, row, arithmetic: arithmetic.id, ...measures, ...lookAt(network, weights, looked) });
  };
  for (const net of nets.keys()) {
    told(net);
    await pause();
  }
  let breath = performance.now();
  while (nets.some(({ going }) => going)) {
    for (const [place, net] of nets.entries()) {
      if (!net.going) continue;
      const until = (net.rows + 1) * spec.every;
      do {
        net.going = net.training.step();
        if (performance.now() - breath > BREATH) {
          await pause();
          breath = performance.now();
        }
      } while (net.going && net.training.done() < until);
      net.rows++;
      told(place);
      await pause();
    }
  }
}

const firstOf = (samples: Samples, count: number): Samples =>
  samples.count <= count
    ? samples
    : pickSamples(
        samples,
        Array.from({ length: count }, (_, i) => i),
      );

/** Loss and accuracy on samples, in inference. */
function measured(all: Samples, arithmetic: Arithmetic) {
  const samples = firstOf(all, MEASURED);
  const batch = batchOf(samples, arithmetic);
  return ({ spec, forward }: Network, weights: Numbers): readonly [loss: number, accuracy: number] => {
    const y = forward(weights, batch);
    const accuracy = accuracyOf(y, samples.labels!, samples.count, samples.outputs);
    return [meanLoss(spec, y, batch.targets, samples.count, samples.outputs, false), accuracy];
  };
}
