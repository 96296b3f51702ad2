import { existsSync, rmSync } from 'node:fs';
import { readNpz, writeNpz } from '../../io/networks/npz.ts';
import { tensorOf, textOf, type Tensor, type Tensors } from '../../io/networks/tensor.ts';
import type { TrainState } from '../../networks/train.ts';
import type { TrainSpec } from '../../networks/types.ts';
import { Refusal } from '../refusal.ts';
import { writeWhole } from '../registration/checkpoint.ts';
import { bytesOf } from '../registration/files.ts';
import { refusing } from './files.ts';

/** Where a training stands when it is interrupted, and the statistics of batch normalization at each record: FILE.part. */
export interface Standing {
  readonly state: TrainState;
  /** By record: mean, then variance, of each normalized layer in turn. */
  readonly statistics: readonly (readonly Float64Array[])[];
}

/** All that decides a training but how long it is: it may go on for longer. */
const identityOf = ({ steps: _, ...train }: TrainSpec, data: object): string => JSON.stringify({ train, data });

export function checkpointFor(out: string, train: TrainSpec, data: object) {
  const path = `${out}.part`;
  return {
    path,
    write(standing: Standing): void {
      const arrays = arraysOf(standing);
      arrays.set('identity', textOf(identityOf(train, data)));
      writeWhole(path, writeNpz(arrays));
    },
    /** Throws Refusal where there is none, or one of another training. */
    read(): Standing {
      if (!existsSync(path)) throw new Refusal(`there is no ${path} to go on from: leave --resume out`);
      const arrays = refusing(path, () => readNpz(bytesOf(path)));
      const identity = arrays.get('identity');
      if (identity?.kind !== 'texts' || identity.texts[0] !== identityOf(train, data)) {
        throw new Refusal(`${path} is from another training: give its flags, or leave --resume out`);
      }
      return standingOf(arrays);
    },
    remove: () => rmSync(path, { force: true }),
  };
}

const columns = ['trainLoss', 'testLoss', 'trainAccuracy', 'testAccuracy'] as const;

function arraysOf({ state, statistics }: Standing): Map<string, Tensor> {
  const { done, weights, memory, running, record } = state;
  return new Map<string, Tensor>([
    ['done', tensorOf(Float64Array.of(done), [])],
    ['weights', tensorOf(weights)],
    ...Object.entries(memory).map(([name, values]) => [`memory/${name}`, tensorOf(values)] as const),
    ...running.map((values, i) => [`running/${i}`, tensorOf(values)] as const),
    ['record/at', tensorOf(record.at)],
    ['record/weights', tensorOf(record.weights)],
    ['record/diverged', tensorOf(Float64Array.of(record.divergedAt ?? NaN), [])],
    ...columns.map((name) => [`record/${name}`, tensorOf(record[name])] as const),
    ...statistics.flatMap((layers, i) =>
      layers.map((values, k) => [`statistics/${i}/${k}`, tensorOf(values)] as const),
    ),
  ]);
}

function standingOf(arrays: Tensors): Standing {
  const numbers = (name: string): Float64Array => {
    const found = arrays.get(name);
    if (found?.kind !== 'numbers') throw new Refusal(`a checkpoint lacks ${name}: leave --resume out`);
    return Float64Array.from(found.values);
  };
  const under = (prefix: string) => [...arrays.keys()].filter((name) => name.startsWith(prefix));
  const at = Int32Array.from(numbers('record/at'));
  const diverged = numbers('record/diverged')[0]!;
  const [trainLoss, testLoss, trainAccuracy, testAccuracy] = columns.map((name) => numbers(`record/${name}`)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const state: TrainState = {
    done: numbers('done')[0]!,
    weights: numbers('weights'),
    memory: Object.fromEntries(under('memory/').map((name) => [name.slice('memory/'.length), numbers(name)])),
    running: under('running/').map(numbers),
    record: {
      ...{ count: at.length, at, weights: numbers('record/weights') },
      ...{ trainLoss, testLoss, trainAccuracy, testAccuracy },
      divergedAt: Number.isNaN(diverged) ? null : diverged,
    },
  };
  return { state, statistics: Array.from(at, (_, i) => under(`statistics/${i}/`).map(numbers)) };
}
