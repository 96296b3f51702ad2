import { layoutOf } from '../../../src/networks/layout.ts';
import type { RunningStatistics } from '../../../src/networks/batchNorm.ts';
import type { DataSet } from '../../../src/networks/types.ts';
import { everyOf, partsOf } from '../state.ts';
import { nameOf } from '../trainers.ts';
import { networkOf } from './data.ts';
import { saidSize } from './says.ts';
import type { Row, Run, RunSpec, Track } from './types.ts';

const columns = ['trainLoss', 'testLoss', 'trainAccuracy', 'testAccuracy'] as const;

/** Puts the records of a run together as they come: each part shares its arrays with the one before. */
export function createCollector(spec: RunSpec, data: DataSet) {
  const network = networkOf(spec, data);
  const { size } = layoutOf(network);
  const parts = partsOf(spec.updates);
  const most = parts + 1;
  const every = everyOf(spec.updates);
  const at = Int32Array.from({ length: most }, (_, row) => Math.min(row * every, spec.updates));
  const cells = saidSize(network, data);
  const rooms = spec.optimizers.map(() => ({
    weights: new Float64Array(most * size),
    fields: new Float32Array(most * cells),
    numbers: columns.map(() => new Float64Array(most)),
    count: 0,
    running: network.batchNorm ? ([] as RunningStatistics[][]) : null,
  }));
  let arithmetic: Row['arithmetic'] | null = null;
  return {
    add(row: Row): void {
      arithmetic = row.arithmetic;
      const room = rooms[row.track]!;
      room.weights.set(row.weights, row.row * size);
      room.fields.set(row.field, row.row * cells);
      columns.forEach((name, k) => (room.numbers[k]![row.row] = row[name]));
      room.count = row.row + 1;
      if (room.running && row.running) room.running[row.row] = [...row.running];
    },
    run(whole: boolean): Run {
      const tracks = rooms.map(({ weights, fields, numbers, count, running }, place): Track => {
        const [trainLoss, testLoss, trainAccuracy, testAccuracy] = numbers.map((column) => column.subarray(0, count));
        return {
          ...spec.optimizers[place]!,
          name: nameOf(spec.optimizers[place]!.id, spec.optimizers[place]!.rule),
          running: running?.slice(0, count) ?? null,
          ...{ count, weights: weights.subarray(0, count * size), fields: fields.subarray(0, count * cells) },
          ...{ trainLoss: trainLoss!, testLoss: testLoss!, trainAccuracy: trainAccuracy!, testAccuracy: testAccuracy! },
        };
      });
      return { spec, file: null, arithmetic, at, network, data, tracks, parts, whole };
    },
  };
}
