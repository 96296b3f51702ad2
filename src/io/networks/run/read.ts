import { freshStatistics, type RunningStatistics } from '../../../networks/batchNorm.ts';
import { layoutOf } from '../../../networks/layout.ts';
import type { LossId, NetworkSpec, Task } from '../../../networks/types.ts';
import { NetFileError } from '../errors.ts';
import { checkBytes } from '../limits.ts';
import type { NumberTensor, Tensors } from '../tensor.ts';
import { differenceInWords, differenceOf } from './agree.ts';
import { arraysOf, type Arrays } from './arrays.ts';
import { readLayers, skeletonOf, type Skeleton } from './layers.ts';
import { lossAt } from './records.ts';
import { dataOf } from './samples.ts';
import type { NetRun, SaidRun } from './types.ts';

/**
 * A training run out of a file's arrays: each entry of torch's state_dict stacked over the records ("0.weight": records × outputs × inputs), `layers` (the
 * modules' reprs by name, as JSON) and, where they are there, criterion, step, loss, x, y, x_test, y_test. Where the file says losses and brings
 * its data, the network of its layers must have those losses.
 * @throws NetFileError
 */
export function readRun(tensors: Tensors): NetRun {
  const arrays = arraysOf(tensors);
  const layers = arrays.text('layers');
  if (layers === null) {
    const found = [...tensors.keys()].slice(0, 8).join(', ') || 'no array';
    if (![...tensors.keys()].some((name) => name.endsWith('weight')))
      throw new NetFileError('no-weights', null, { found });
    throw new NetFileError('no-layers', null, { what: 'which modules its weights belong to' });
  }
  const skeleton = skeletonOf(readLayers(layers));
  const weights = skeleton.linears.map((name) => arrays.stacked(`${name}.weight`, [-1, -1]));
  const widths = [weights[0]!.shape[2]!, ...weights.map(({ shape }) => shape[1]!)];
  weights.forEach(({ shape }, i) => {
    const [found, expected] = [shape[2]!, widths[i]!];
    if (found !== expected) throw new NetFileError('chain', null, { name: skeleton.linears[i]!, found, expected });
  });
  const said = saidOf(arrays.text('spec'));
  const measure = measureOf(arrays, said, widths.at(-1)!);
  const network: NetworkSpec = {
    inputs: widths[0]!,
    hidden: widths.slice(1, -1),
    outputs: widths.at(-1)!,
    activation: skeleton.activation,
    task: measure.task,
    loss: measure.loss,
    batchNorm: skeleton.norms.length > 0,
    dropout: skeleton.dropout,
    decay: 0,
  };
  const count = weights[0]!.shape[0]!;
  const run: NetRun = {
    network,
    count,
    at: Int32Array.from(arrays.column('step', count) ?? Array.from({ length: count }, (_, i) => i)),
    weights: flatWeights(arrays, skeleton, network, count),
    running: network.batchNorm ? statisticsOf(arrays, skeleton, network, count) : null,
    loss: arrays.column('loss', count),
    lossScale: measure.scale,
    data: dataOf(arrays, measure.task, network.outputs),
    said,
  };
  check(run);
  return run;
}

function saidOf(text: string | null): SaidRun | null {
  if (text === null) return null;
  try {
    const { train, data } = JSON.parse(text) as Partial<SaidRun>;
    return { train, data };
  } catch {
    throw new NetFileError('header', { part: 'spec' }, { problem: 'is no JSON' });
  }
}

interface Measure {
  readonly task: Task;
  readonly loss: LossId;
  /** See NetRun.lossScale. */
  readonly scale: number;
}

function measureOf(arrays: Arrays, said: SaidRun | null, outputs: number): Measure {
  const own = (said?.train as { readonly network?: Partial<NetworkSpec> } | undefined)?.network;
  const task = own?.task === 'values' ? 'values' : 'classes';
  if (own) return { task, loss: own.loss === 'squared-error' ? 'squared-error' : 'cross-entropy', scale: 1 };
  const criterion = arrays.text('criterion') ?? 'CrossEntropyLoss()';
  if (criterion === 'CrossEntropyLoss()') return { task: 'classes', loss: 'cross-entropy', scale: 1 };
  if (criterion === 'MSELoss()') return { task: 'values', loss: 'squared-error', scale: 2 / outputs };
  const remedy = 'CrossEntropyLoss() on labels and MSELoss() on values are read here';
  throw new NetFileError(
    'task',
    { part: 'criterion' },
    { loss: criterion.slice(0, 80), targets: 'a network here', remedy },
  );
}

/** Every record's slices side by side. Throws NetFileError where another number of records was written. */
function flatWeights(arrays: Arrays, { linears, norms }: Skeleton, network: NetworkSpec, count: number): Float64Array {
  const { size, slices } = layoutOf(network);
  checkBytes('The weights', 8 * size * count);
  const flat = new Float64Array(size * count);
  for (const { kind, layer, offset, rows, columns } of slices) {
    const module = (kind === 'weights' || kind === 'biases' ? linears : norms)[layer]!;
    const name = `${module}.${kind === 'weights' || kind === 'scales' ? 'weight' : 'bias'}`;
    // Linear(bias=False) is one whose biases are and stay 0.
    if (kind === 'biases' && !arrays.numbers(name)) continue;
    const { values } = rowsOf(arrays, name, kind === 'weights' ? [rows, columns] : [rows], count);
    const length = rows * columns;
    for (let i = 0; i < count; i++) flat.set(values.subarray(i * length, (i + 1) * length), i * size + offset);
  }
  return flat;
}

function rowsOf(arrays: Arrays, name: string, inner: readonly number[], count: number): NumberTensor {
  const found = arrays.stacked(name, inner);
  if (found.shape[0] === count) return found;
  const remedy = 'write every array at every record';
  throw new NetFileError('rows', null, { name, found: found.shape[0]!, expected: count, remedy });
}

function statisticsOf(
  arrays: Arrays,
  { norms }: Skeleton,
  { hidden }: NetworkSpec,
  count: number,
): RunningStatistics[][] {
  return Array.from({ length: count }, (_, i) =>
    hidden.map((width, layer): RunningStatistics => {
      const { mean, variance } = freshStatistics(width);
      const of = (what: string) =>
        rowsOf(arrays, `${norms[layer]!}.${what}`, [width], count).values.subarray(i * width, (i + 1) * width);
      mean.set(of('running_mean'));
      variance.set(of('running_var'));
      return { mean, variance };
    }),
  );
}

function check(run: NetRun): void {
  const { network, data, count } = run;
  if (!data) return;
  if (data.train.inputs !== network.inputs || data.train.outputs !== network.outputs) {
    const shape = (one: { readonly inputs: number; readonly outputs: number }) => `${one.inputs} → ${one.outputs}`;
    throw new NetFileError('data-shape', null, { takes: shape(network), has: shape(data.train) });
  }
  // A forward that does more than its modules shows in its losses.
  const found = differenceOf(run, count < 1 ? [] : [0, count - 1], (record) => lossAt(run, record, data.train), 1);
  if (found) throw new NetFileError('other-net', { part: `record ${found.record + 1}` }, differenceInWords(found));
}
