import { PRODUCT_COLUMNS as PANEL } from '../../math/productLoop.ts';
import { panelsOf, type Room } from './room.ts';
import type { Weights } from './weights.ts';

/*
 * The network's layers, in float32, for one picture or two at a time: the weights are read once for both. Maps are [channels × pictures × edge × edge] in C order, codes
 * [pictures × length]. A layer owns its result and overwrites it at its next run. How wide it is, its tensors say.
 */
export type Pictures = 1 | 2;
export const MOST_PICTURES = 2;

/** Inputs and results are places in the room. */
export interface Layer {
  /** Channels of the result, or its length. */
  readonly to: number;
  /** Where the result is; `run` returns it, too. */
  readonly out: number;
  run(input: number, pictures: Pictures): number;
}

export interface ConvolutionShape {
  readonly from: number;
  /** Of the input, in pixels. */
  readonly edge: number;
  /** 3: padded with one zero all round. */
  readonly kernel: 1 | 3;
  readonly stride?: 1 | 2;
  readonly relu?: boolean;
}

/** Rows that the product takes at a time. */
const HEIGHT = 4;

/** Cross-correlation, as torch's Conv2d: the tensors `name`.weight [to × from × kernel × kernel] and `name`.bias [to]. */
export function convolution(weights: Weights, name: string, shape: ConvolutionShape, room: Room): Layer {
  const { from, edge, kernel, stride = 1, relu = false } = shape;
  const [to = 0] = weights.shape(`${name}.weight`);
  const rows = HEIGHT * Math.ceil(to / HEIGHT);
  const depth = from * kernel * kernel;
  const outEdge = edge / stride;
  const wide = edge + kernel - 1;
  const values = weights.tensor(`${name}.weight`, [to, from, kernel, kernel]);
  const bias = weights.tensor(`${name}.bias`, [to]);
  const a = room.reserve(rows * depth, (place) => place.set(values));
  const padded = kernel === 1 ? 0 : room.reserve(from * MOST_PICTURES * wide * wide);
  const b = room.reserve(depth * PANEL);
  const c = room.reserve(rows * PANEL);
  const out = room.reserve(to * MOST_PICTURES * outEdge * outEdge);

  // Column n of the product is what the kernel sees from pixel n of the result: the value at starts[n] + steps[k] for each k.
  const tablesFor = (pictures: Pictures) => ({
    count: pictures * outEdge * outEdge,
    starts: Int32Array.from({ length: PANEL * panelsOf(pictures * outEdge * outEdge) }, (_, n) => {
      const [picture, y, x] = [Math.floor(n / outEdge ** 2), Math.floor(n / outEdge) % outEdge, n % outEdge];
      // What fills the last panel reads what the first picture has.
      return picture < pictures ? picture * wide * wide + stride * (y * wide + x) : 0;
    }),
    steps: Int32Array.from({ length: depth }, (_, k) => {
      const [channel, tap] = [Math.floor(k / kernel ** 2), k % kernel ** 2];
      return channel * pictures * wide * wide + Math.floor(tap / kernel) * wide + (tap % kernel);
    }),
  });
  const tables = { 1: tablesFor(1), 2: tablesFor(2) };
  return {
    to,
    out,
    run(input, pictures) {
      const { memory, product } = room.open();
      const { count, starts, steps } = tables[pictures];
      const source = kernel === 1 ? input : padded;
      if (kernel === 3) pad(memory, input, from * pictures, edge, padded);
      for (let first = 0; first < count; first += PANEL) {
        gather(memory, source, starts, first, steps, b);
        product({ a, rows, height: HEIGHT, depth, b, panels: 1, c });
        finish(memory, c, bias, relu, out + first, count, Math.min(PANEL, count - first));
      }
      return out;
    },
  };
}

/** Planes of `edge` × `edge` into ones with a border of one zero all round, which is there already. */
function pad(memory: Float32Array, from: number, planes: number, edge: number, to: number): void {
  const wide = edge + 2;
  for (let plane = 0, at = from; plane < planes; plane++) {
    for (let y = 0, into = to + plane * wide * wide + wide + 1; y < edge; y++, into += 2) {
      for (let x = 0; x < edge; x++) memory[into++] = memory[at++]!;
    }
  }
}

/** Eight columns from the `first` on into one panel at `to`. */
function gather(
  memory: Float32Array,
  from: number,
  starts: Int32Array,
  first: number,
  steps: Int32Array,
  to: number,
): void {
  const s0 = from + starts[first]!;
  const s1 = from + starts[first + 1]!;
  const s2 = from + starts[first + 2]!;
  const s3 = from + starts[first + 3]!;
  const s4 = from + starts[first + 4]!;
  const s5 = from + starts[first + 5]!;
  const s6 = from + starts[first + 6]!;
  const s7 = from + starts[first + 7]!;
  for (let k = 0, q = to; k < steps.length; k++, q += PANEL) {
    const step = steps[k]!;
    memory[q] = memory[s0 + step]!;
    memory[q + 1] = memory[s1 + step]!;
    memory[q + 2] = memory[s2 + step]!;
    memory[q + 3] = memory[s3 + step]!;
    memory[q + 4] = memory[s4 + step]!;
    memory[q + 5] = memory[s5 + step]!;
    memory[q + 6] = memory[s6 + step]!;
    memory[q + 7] = memory[s7 + step]!;
  }
}

/** Rows of one panel, with the bias added (and what is negative cut off), to where the result has them. */
function finish(
  memory: Float32Array,
  from: number,
  bias: Float32Array,
  relu: boolean,
  to: number,
  step: number,
  width: number,
): void {
  const least = relu ? 0 : -Infinity;
  for (let row = 0; row < bias.length; row++) {
    const added = bias[row]!;
    for (let i = 0, at = from + row * PANEL, into = to + row * step; i < width; i++) {
      const value = memory[at++]! + added;
      memory[into++] = value > least ? value : least;
    }
  }
}

export interface LinearShape {
  readonly from: number;
  readonly relu?: boolean;
}

/** out = weight · input + bias, as torch's Linear: the tensors `name`.weight [to × from] and `name`.bias [to]. */
export function linear(weights: Weights, name: string, { from, relu = false }: LinearShape, room: Room): Layer {
  const [to = 0] = weights.shape(`${name}.weight`);
  const panels = panelsOf(to);
  const values = weights.tensor(`${name}.weight`, [to, from]);
  const bias = weights.tensor(`${name}.bias`, [to]);
  // Outputs are the columns: each panel is read through once, for all pictures.
  const b = room.reserve(PANEL * panels * from, (place) => {
    for (let row = 0, at = 0; row < to; row++) {
      for (let k = 0, into = (row - (row % PANEL)) * from + (row % PANEL); k < from; k++, into += PANEL)
        place[into] = values[at++]!;
    }
  });
  const c = room.reserve(MOST_PICTURES * PANEL * panels);
  const out = room.reserve(MOST_PICTURES * to);
  const least = relu ? 0 : -Infinity;
  return {
    to,
    out,
    run(input, pictures) {
      const { memory, product } = room.open();
      product({ a: input, rows: pictures, height: pictures, depth: from, b, panels, c });
      for (let picture = 0; picture < pictures; picture++) {
        for (let i = 0; i < to; i++) {
          const value = memory[c + picture * PANEL * panels + i]! + bias[i]!;
          memory[out + picture * to + i] = value > least ? value : least;
        }
      }
      return out;
    },
  };
}

/** Blocks [outer × inner] of `length` values each as [inner × outer]: a map's planes [channels × pictures] as the rows that a fully connected layer takes, or its rows as planes. */
export function transpose(
  memory: Float32Array,
  from: number,
  outer: number,
  inner: number,
  length: number,
  to: number,
): void {
  for (let i = 0, at = from; i < outer; i++) {
    for (let k = 0; k < inner; k++, at += length) memory.copyWithin(to + (k * outer + i) * length, at, at + length);
  }
}

/** relu(skip + coarse) into `out`: `planes` of `edge` × `edge`, `coarse` of the same edge or (`zoom` 2) of half of it: then each value fills 2 × 2. */
export function join(
  memory: Float32Array,
  skip: number,
  coarse: number,
  planes: number,
  edge: number,
  zoom: 1 | 2,
  out: number,
): void {
  const coarseEdge = edge / zoom;
  for (let plane = 0, n = 0; plane < planes; plane++) {
    for (let y = 0; y < edge; y++) {
      const row = coarse + (plane * coarseEdge + Math.floor(y / zoom)) * coarseEdge;
      for (let x = 0; x < edge; x++, n++) {
        const sum = memory[skip + n]! + memory[row + Math.floor(x / zoom)]!;
        memory[out + n] = sum > 0 ? sum : 0;
      }
    }
  }
}
