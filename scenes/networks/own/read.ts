import { readDropped } from '../../../src/io/networks/dropped.ts';
import { NetFileError, type NetFileWhere } from '../../../src/io/networks/errors.ts';
import { fileBytes } from '../../../src/io/networks/fileBytes.ts';
import { differenceInWords, differenceOf } from '../../../src/io/networks/run/agree.ts';
import type { NetRun } from '../../../src/io/networks/run/types.ts';
import type { Detail } from '../../../src/params/refused.ts';
import { asTheyAre } from '../../../src/networks/data/own.ts';
import { placesInClass } from '../../../src/networks/data/samples.ts';
import { createNetwork, remember } from '../../../src/networks/network.ts';
import type { DataSet, Samples } from '../../../src/networks/types.ts';
import { measure } from '../run/measure.ts';
import { createSayer, saidSize } from '../run/says.ts';
import type { Run, Track } from '../run/types.ts';
import { gridRun } from './gridRun.ts';
import { MOST, REACH, type OwnPoint } from './points.ts';

export interface Refusal {
  readonly kind: 'refused';
  readonly code: string;
  readonly where: NetFileWhere;
  readonly detail: Detail;
  /** In English. */
  readonly message: string;
}

/** What a file of the reader's own turned out to be. */
export type Brought =
  | { readonly kind: 'run'; readonly run: Run }
  /** `asTheyAre`: as they came, for a training that was made on them elsewhere. */
  | { readonly kind: 'points'; readonly points: readonly OwnPoint[]; readonly asTheyAre: DataSet }
  | Refusal;

/** At most so many records of a run are looked at, spread over all of them: the clock's steps. */
const RECORDS = 121;

/**
 * Reads what was dropped. `page`: the data set on view, if any, for a run that comes without its own.
 */
export async function readFile(
  name: string,
  file: Uint8Array | Blob,
  page: DataSet | null,
  pause: () => Promise<void>,
): Promise<Brought> {
  try {
    const dropped = readDropped(name, file instanceof Uint8Array ? file : await fileBytes(name, file));
    switch (dropped.kind) {
      case 'run':
        return { kind: 'run', run: await runOf(name, dropped.run, page, pause) };
      case 'points':
        return brought(asTheyAre(dropped.points.samples));
      case 'data':
        return brought(dropped.data);
      case 'grid':
        return { kind: 'run', run: gridRun(name, dropped.grid) };
      case 'path':
        throw new NetFileError('no-grid', null, { found: 'a path alone' });
    }
  } catch (error) {
    if (!(error instanceof NetFileError)) throw error;
    const { code, where, detail, message } = error;
    return { kind: 'refused', code, where, detail, message };
  }
}

const brought = (data: DataSet): Brought => ({ kind: 'points', points: pointsOf(data.train), asTheyAre: data });

/** Points of two classes in the plane, made to fit it; every n-th where there are more than a link holds. */
export function pointsOf({ count, inputs, outputs, x, labels }: Samples): readonly OwnPoint[] {
  if (inputs !== 2 || outputs !== 2 || !labels) {
    const has = labels ? `${inputs} inputs and ${outputs} classes` : `${inputs} inputs and values`;
    throw new NetFileError('data-shape', null, { takes: '2 inputs and 2 classes', has });
  }
  const [middle, half] = fitOf(x);
  const stride = Math.ceil(count / MOST);
  // Of each class every n-th, in whatever order they came.
  const place = placesInClass(labels);
  const kept = Array.from(labels.keys()).filter((i) => place[i]! % stride === 0);
  return kept.map((i): OwnPoint => {
    const at = (axis: 0 | 1) => (x[2 * i + axis]! - middle[axis]) / half;
    return [at(0), at(1), labels[i] === 1 ? 1 : 0];
  });
}

/** What is already of the plane's size stays as it is. */
function fitOf(x: Float64Array): readonly [middle: readonly [number, number], unit: number] {
  const sides = [0, 1].map((axis) => {
    let [low, high] = [Infinity, -Infinity];
    for (let i = axis; i < x.length; i += 2) [low, high] = [Math.min(low, x[i]!), Math.max(high, x[i]!)];
    return [low, high] as const;
  }) as [readonly [number, number], readonly [number, number]];
  const most = Math.max(...sides.flat().map(Math.abs));
  if (most <= REACH && most >= REACH / 3) return [[0, 0], 1];
  const half = Math.max(...sides.map(([low, high]) => (high - low) / 2)) || 1;
  return [[(sides[0][0] + sides[0][1]) / 2, (sides[1][0] + sides[1][1]) / 2], half];
}

async function runOf(name: string, found: NetRun, page: DataSet | null, pause: () => Promise<void>): Promise<Run> {
  const { network, running } = found;
  const fits =
    page?.task === network.task && page.train.inputs === network.inputs && page.train.outputs === network.outputs;
  const data = found.data ?? (fits ? page : null);
  if (!data) throw new NetFileError('no-data');
  const size = found.weights.length / found.count;
  const stride = Math.max(1, Math.ceil((found.count - 1) / (RECORDS - 1)));
  const rows = Array.from({ length: found.count }, (_, row) => row).filter(
    (row) => row % stride === 0 || row === found.count - 1,
  );
  const net = createNetwork({ ...network, dropout: 0 });
  const say = createSayer(network, data);
  const cells = saidSize(network, data);
  const fields = new Float32Array(rows.length * cells);
  const weights = new Float64Array(rows.length * size);
  const column = () => new Float64Array(rows.length);
  const track = {
    ...{ trainLoss: column(), testLoss: column(), trainAccuracy: column(), testAccuracy: column() },
  };
  for (const [k, row] of rows.entries()) {
    const own = found.weights.slice(row * size, (row + 1) * size);
    weights.set(own, k * size);
    remember(net, running?.[row]);
    [track.trainLoss[k], track.trainAccuracy[k]] = measure(net, own, data.train);
    [track.testLoss[k], track.testAccuracy[k]] = measure(net, own, data.test);
    fields.set(say(net, own), k * cells);
    if (k % 10 === 0) await pause();
  }
  if (!found.data) {
    // Somebody else's data: what the file says of its losses must hold on it.
    const place = new Map(rows.map((row, k) => [row, k]));
    const other = differenceOf(found, rows, (row) => found.lossScale * track.trainLoss[place.get(row)!]!);
    if (other) throw new NetFileError('other-data', { part: `record ${other.record + 1}` }, differenceInWords(other));
  }
  const mine: Track = {
    ...{ id: 'own', name: name.replace(/\.\w+$/, ''), params: null, count: rows.length, weights, fields },
    ...track,
    running: running && rows.map((row) => running[row]!),
  };
  return {
    ...{ spec: null, file: name, arithmetic: null, network, data, tracks: [mine], parts: rows.length - 1, whole: true },
    at: Int32Array.from(rows, (row) => found.at[row]!),
  };
}
