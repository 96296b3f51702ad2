import { drawData } from '../../../src/networks/data/index.ts';
import { classSamples, placesInClass } from '../../../src/networks/data/samples.ts';
import type { DataSet, NetworkSpec } from '../../../src/networks/types.ts';
import { readPoints, REACH } from '../own/points.ts';
import type { DigitsSpec, RunSpec } from './types.ts';

/** The samples of a run. Digits are read from files, which `digits` does. */
export async function dataFor(
  spec: Pick<RunSpec, 'data'>,
  digits: (count: number) => Promise<DataSet>,
): Promise<DataSet> {
  return spec.data.id === 'digits' ? digits(spec.data.count) : drawnData(spec.data);
}

/** Those that need no file. A reader's own are learned from one half and tested on the other, point by point of each class. */
function drawnData(data: Exclude<RunSpec['data'], DigitsSpec>): DataSet {
  if (data.id !== 'own') return drawData(data);
  const points = readPoints(data.points) ?? [];
  const samples = (kept: typeof points) =>
    classSamples(
      Float64Array.from(kept.flatMap(([x, y]) => [x, y])),
      Uint8Array.from(kept, ([, , label]) => label),
      2,
      2,
    );
  const few = points.length < 20;
  // Every other one of each class, in whatever order they came.
  const place = placesInClass(points.map(([, , label]) => label));
  return {
    task: 'classes',
    train: samples(few ? points : points.filter((_, i) => place[i]! % 2 === 0)),
    test: samples(few ? points : points.filter((_, i) => place[i]! % 2 === 1)),
    domain: [
      [-REACH, REACH],
      [-REACH, REACH],
    ],
  };
}

export function networkOf(spec: RunSpec, { task, train }: DataSet): NetworkSpec {
  const { hidden, activation, loss, batchNorm, dropout, decay } = spec;
  const { inputs, outputs } = train;
  const right = task === 'values' ? 'squared-error' : loss;
  return { inputs, hidden, outputs, activation, task, loss: right, batchNorm, dropout, decay };
}
