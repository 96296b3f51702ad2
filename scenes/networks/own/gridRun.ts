import type { LossGrid } from '../../../src/io/networks/lossGrid.ts';
import type { Landscape } from '../landscape/types.ts';
import type { Run } from '../run/types.ts';

/** Points a side that are drawn at most. */
const MOST = 129;

/** A landscape that was computed elsewhere, of whatever net, with a path over it: a run that has no net here. */
export function gridRun(name: string, { alpha, beta, loss, path }: LossGrid): Run {
  const size = Math.min(Math.max(alpha.length, beta.length, 3), MOST);
  const ends = (axis: Float64Array) => [axis[0]!, axis.at(-1)!] as const;
  const domain = [...ends(alpha), ...ends(beta)] as const;
  const at = (a: number, b: number) => valueAt({ alpha, beta, loss }, a, b);
  const place = ([low, high]: readonly [number, number], i: number) => low + ((high - low) * i) / (size - 1);
  const fine = Float64Array.from({ length: size * size }, (_, i) =>
    at(place(ends(alpha), i % size), place(ends(beta), Math.floor(i / size))),
  );
  const points = path.length > 0 ? path : [{ alpha: NaN, beta: NaN, loss: null, residual: null }];
  const column = (of: (point: (typeof points)[number]) => number | null) =>
    Float64Array.from(points, (point) => of(point) ?? NaN);
  const shadow = column((point) => at(point.alpha, point.beta));
  const truths = points.map((point, i) => point.loss ?? shadow[i]!);
  const landscape: Landscape = {
    spec: { run: name, kind: 'file', seed: 0, about: 0, zoom: 1 },
    ...{ size, domain, loss: fine, explained: null, plane: null, milliseconds: 0, backend: 'file', deviation: 0 },
    paths: [
      {
        ...{ alpha: column((point) => point.alpha), beta: column((point) => point.beta), shadow },
        ...{ residual: column(({ residual }) => residual), loss: Float64Array.from(truths) },
      },
    ],
  };
  const none = new Float64Array(points.length).fill(NaN);
  const nothing = { count: 0, inputs: 0, outputs: 0, x: none, targets: none, labels: null };
  return {
    ...{ spec: null, file: name, arithmetic: null, parts: points.length - 1, whole: true, landscape },
    at: Int32Array.from(points, (_, i) => i),
    network: {
      ...{ inputs: 0, hidden: [], outputs: 0, activation: 'identity', task: 'values', loss: 'squared-error' },
      ...{ batchNorm: false, dropout: 0, decay: 0 },
    },
    data: { task: 'values', train: nothing, test: nothing, domain: [] },
    tracks: [
      {
        ...{ id: 'own', name: name.replace(/\.\w+$/, ''), params: null, count: points.length, running: null },
        ...{ weights: none, fields: new Float32Array(0), trainLoss: Float64Array.from(truths), testLoss: none },
        ...{ trainAccuracy: none, testAccuracy: none },
      },
    ],
  };
}

/** Between the points of a grid whose rows and columns stand anywhere, straight; what is infinite stays so. */
function valueAt({ alpha, beta, loss }: Omit<LossGrid, 'path'>, a: number, b: number): number {
  const [i, u] = between(alpha, a);
  const [j, v] = between(beta, b);
  const corner = (row: number, column: number) =>
    loss[Math.min(row, beta.length - 1) * alpha.length + Math.min(column, alpha.length - 1)]!;
  const south = (1 - u) * corner(j, i) + (u > 0 ? u * corner(j, i + 1) : 0);
  if (v === 0) return south;
  return (1 - v) * south + v * ((1 - u) * corner(j + 1, i) + (u > 0 ? u * corner(j + 1, i + 1) : 0));
}

function between(axis: Float64Array, value: number): readonly [index: number, part: number] {
  if (Number.isNaN(value) || axis.length < 2) return [0, Number.isNaN(value) ? NaN : 0];
  let i = 0;
  while (i < axis.length - 2 && axis[i + 1]! <= value) i++;
  return [i, Math.min(Math.max((value - axis[i]!) / (axis[i + 1]! - axis[i]!), 0), 1)];
}
