import { packRows, panels, PANEL, product } from './product.ts';
import type { Weights } from './weights.ts';

/*
 * The network's layers for one picture. Maps are [channels × edge × edge] in C order, float64. A layer owns its result and overwrites it
 * at its next run; layers share their scratch, for they run one after another.
 */
export interface Layer {
  run(input: Float64Array): Float64Array<ArrayBuffer>;
}

export interface ConvolutionShape {
  readonly from: number;
  readonly to: number;
  /** Of the input, in pixels. */
  readonly edge: number;
  /** 3: padded with one zero all round. */
  readonly kernel: 1 | 3;
  readonly stride?: 1 | 2;
  readonly relu?: boolean;
}

/** Working memory, grown to what the largest layer needs. */
export interface Scratch {
  columns(length: number): Float64Array<ArrayBuffer>;
  padded(length: number): Float64Array<ArrayBuffer>;
}

export function createScratch(): Scratch {
  const grown = () => {
    let array = new Float64Array(0);
    return (length: number) => (array.length < length ? (array = new Float64Array(length)) : array);
  };
  return { columns: grown(), padded: grown() };
}

/** Cross-correlation, as torch's Conv2d: the tensors `name`.weight [to × from × kernel × kernel] and `name`.bias [to]. */
export function convolution(weights: Weights, name: string, shape: ConvolutionShape, scratch: Scratch): Layer {
  const { from, to, edge, kernel, stride = 1, relu = false } = shape;
  const depth = from * kernel * kernel;
  const outEdge = edge / stride;
  const count = outEdge * outEdge;
  const packed = packRows(weights.tensor(`${name}.weight`, [to, from, kernel, kernel]), to, depth);
  const bias = new Float64Array(PANEL * panels(to));
  bias.set(weights.tensor(`${name}.bias`, [to]));
  // Whole panels of rows; the result is the rows that there are.
  const rows = new Float64Array(bias.length * count);
  const out = rows.subarray(0, to * count);

  // Column n of the product is what the kernel sees from pixel n of the result: the value at starts[n] + steps[k] for each k.
  const wide = edge + kernel - 1;
  const starts = Int32Array.from(
    { length: count },
    (_, n) => stride * (Math.floor(n / outEdge) * wide + (n % outEdge)),
  );
  const steps = Int32Array.from({ length: depth }, (_, k) => {
    const [channel, tap] = [Math.floor(k / kernel ** 2), k % kernel ** 2];
    return channel * wide * wide + Math.floor(tap / kernel) * wide + (tap % kernel);
  });
  return {
    run(input) {
      const columns = scratch.columns(depth * count);
      const source = kernel === 1 ? input : pad(input, from, edge, scratch.padded(from * wide * wide));
      gather(source, starts, steps, columns);
      product(packed, bias, columns, depth, count, relu, rows);
      return out;
    },
  };
}

/** Each channel with a border of one zero all round. */
function pad(input: Float64Array, channels: number, edge: number, out: Float64Array): Float64Array {
  let [from, to] = [0, 0];
  const zeros = (count: number) => {
    for (let i = 0; i < count; i++) out[to++] = 0;
  };
  for (let c = 0; c < channels; c++) {
    zeros(edge + 3);
    for (let y = 0; y < edge; y++) {
      for (let x = 0; x < edge; x++) out[to++] = input[from++]!;
      zeros(2);
    }
    zeros(edge + 1);
  }
  return out;
}

/** Fills `columns` panel by panel. */
function gather(source: Float64Array, starts: Int32Array, steps: Int32Array, columns: Float64Array): void {
  for (let n = 0, q = 0; n < starts.length; n += PANEL) {
    const s0 = starts[n]!;
    const s1 = starts[n + 1]!;
    const s2 = starts[n + 2]!;
    const s3 = starts[n + 3]!;
    for (let k = 0; k < steps.length; k++, q += PANEL) {
      const step = steps[k]!;
      columns[q] = source[s0 + step]!;
      columns[q + 1] = source[s1 + step]!;
      columns[q + 2] = source[s2 + step]!;
      columns[q + 3] = source[s3 + step]!;
    }
  }
}

export interface LinearShape {
  readonly from: number;
  readonly to: number;
  readonly relu?: boolean;
}

/** out = weight · input + bias, as torch's Linear: the tensors `name`.weight [to × from] and `name`.bias [to]; `to` a multiple of four. */
export function linear(weights: Weights, name: string, { from, to, relu = false }: LinearShape): Layer {
  // Each weight serves once: the memory's speed counts, hence float32.
  const packed = new Float32Array(packRows(weights.tensor(`${name}.weight`, [to, from]), to, from));
  const bias = weights.tensor(`${name}.bias`, [to]);
  const out = new Float64Array(to);
  const least = relu ? 0 : -Infinity;
  return {
    run(input) {
      for (let row = 0, p = 0; row < to; row += PANEL) {
        let a = bias[row]!;
        let b = bias[row + 1]!;
        let c = bias[row + 2]!;
        let d = bias[row + 3]!;
        for (let k = 0; k < from; k++, p += PANEL) {
          const x = input[k]!;
          a += packed[p]! * x;
          b += packed[p + 1]! * x;
          c += packed[p + 2]! * x;
          d += packed[p + 3]! * x;
        }
        out[row] = a > least ? a : least;
        out[row + 1] = b > least ? b : least;
        out[row + 2] = c > least ? c : least;
        out[row + 3] = d > least ? d : least;
      }
      return out;
    },
  };
}

/** relu(skip + coarse), `skip` [channels × edge × edge], `coarse` of the same edge or of half of it (then each value fills 2 × 2), into `out`. */
export function join(
  skip: Float64Array,
  coarse: Float64Array,
  channels: number,
  edge: number,
  out: Float64Array,
): void {
  const zoom = coarse.length < skip.length ? 2 : 1;
  const coarseEdge = edge / zoom;
  for (let c = 0, n = 0; c < channels; c++) {
    for (let y = 0; y < edge; y++) {
      const row = (c * coarseEdge + Math.floor(y / zoom)) * coarseEdge;
      for (let x = 0; x < edge; x++, n++) {
        const sum = skip[n]! + coarse[row + Math.floor(x / zoom)]!;
        out[n] = sum > 0 ? sum : 0;
      }
    }
  }
}
