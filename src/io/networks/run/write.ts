import { layoutOf } from '../../../networks/layout.ts';
import { modulesOf } from '../../../networks/modules.ts';
import type { TrainRecord } from '../../../networks/train.ts';
import type { DataSet, TrainSpec } from '../../../networks/types.ts';
import { tensorOf, textOf, type Tensor, type Tensors } from '../tensor.ts';
import { layersText } from './layers.ts';
import { sampleArrays } from './samples.ts';
import type { NetRun } from './types.ts';

/** A training to be written. */
export interface TrainedRun {
  readonly train: TrainSpec;
  /** What was trained on, as JSON can hold it. */
  readonly said: object;
  /** Written with it; null: `said` is enough to have it again (the digits). */
  readonly data: DataSet | null;
  readonly record: TrainRecord;
  /** Of batch normalization, at each record. */
  readonly running: NetRun['running'];
}

/** The arrays of a run: what `readRun` reads, with torch's names and shapes, so that a record of it is a state_dict. */
export function runArrays({ train, said, data, record, running }: TrainedRun): Tensors {
  const { network } = train;
  const { size, slices } = layoutOf(network);
  const { count, weights } = record;
  const tensors = new Map<string, Tensor>();
  const slice = (kind: string, layer: number): Tensor => {
    const { offset, rows, columns } = slices.find((one) => one.kind === kind && one.layer === layer)!;
    const length = rows * columns;
    const values =
      weights instanceof Float64Array ? new Float64Array(count * length) : new Float32Array(count * length);
    for (let i = 0; i < count; i++) {
      values.set(weights.subarray(i * size + offset, i * size + offset + length), i * length);
    }
    return tensorOf(values, kind === 'weights' ? [count, rows, columns] : [count, rows]);
  };
  const statistic = (layer: number, what: 'mean' | 'variance'): Tensor => {
    const width = network.hidden[layer]!;
    const values = new Float64Array(count * width);
    running?.forEach((layers, i) => values.set(layers[layer]![what], i * width));
    return tensorOf(values, [count, width]);
  };
  modulesOf(network).forEach((module, place) => {
    if (module.kind === 'linear') {
      tensors.set(`${place}.weight`, slice('weights', module.layer));
      tensors.set(`${place}.bias`, slice('biases', module.layer));
    } else if (module.kind === 'norm') {
      tensors.set(`${place}.weight`, slice('scales', module.layer));
      tensors.set(`${place}.bias`, slice('shifts', module.layer));
      tensors.set(`${place}.running_mean`, statistic(module.layer, 'mean'));
      tensors.set(`${place}.running_var`, statistic(module.layer, 'variance'));
    }
  });
  tensors.set('layers', textOf(layersText(network)));
  tensors.set('spec', textOf(JSON.stringify({ train, data: said })));
  tensors.set('step', tensorOf(record.at));
  tensors.set('loss', tensorOf(record.trainLoss));
  tensors.set('test_loss', tensorOf(record.testLoss));
  tensors.set('accuracy', tensorOf(record.trainAccuracy));
  tensors.set('test_accuracy', tensorOf(record.testAccuracy));
  if (data) for (const [name, tensor] of sampleArrays(data)) tensors.set(name, tensor);
  return tensors;
}
