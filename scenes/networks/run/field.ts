import type { Network } from '../../../src/networks/network.ts';
import type { DataSet, Numbers } from '../../../src/networks/types.ts';
import type { Domain } from '../../../src/surfaces/types.ts';
import { FIELD } from './types.ts';

/** Of a net with one input the picture is as deep as this part of its width: nothing changes along it. */
const RIBBON = 0.35;

/** The part of the input plane that a picture shows. */
export function planeOf({ domain }: Pick<DataSet, 'domain'>): Domain {
  const [x = [-1, 1], y] = domain;
  const half = (RIBBON * (x[1] - x[0])) / 2;
  return y ? [...x, ...y] : [...x, -half, half];
}

/** The places of the picture, FIELD² × inputs, row by row from the lowest y up. */
export function placesOf(data: DataSet): Float64Array {
  const [x0, x1, y0, y1] = planeOf(data);
  const { inputs } = data.train;
  const places = new Float64Array(FIELD * FIELD * inputs);
  for (let row = 0, at = 0; row < FIELD; row++) {
    for (let column = 0; column < FIELD; column++) {
      places[at++] = x0 + ((x1 - x0) * column) / (FIELD - 1);
      if (inputs > 1) places[at++] = y0 + ((y1 - y0) * row) / (FIELD - 1);
    }
  }
  return places;
}

/** What the net says there: the second class's probability, or its value. */
export function fieldOf(network: Network, weights: Numbers, places: Float64Array): Float32Array {
  const { task, outputs, inputs } = network.spec;
  const count = places.length / inputs;
  const y = network.forward(weights, { count, x: places });
  return Float32Array.from({ length: count }, (_, i) =>
    task === 'values' ? y[i * outputs]! : 1 / (1 + Math.exp(y[i * outputs]! - y[i * outputs + 1]!)),
  );
}
