import {
  f32x4,
  get,
  i32,
  i32x4,
  increase,
  load,
  repeat,
  set,
  splat,
  splatInteger,
  store,
  v128,
  type Bytes,
  type WasmFunction,
} from '../../../math/wasm.ts';
import type { ActivationId } from '../../activations.ts';

/**
 * Functions of four float32 at once, as instructions: each takes the local that holds its argument (overwritten), and leaves its result on the stack. `scratch`: three more locals.
 * NaN in, NaN out.
 */
export type VectorFunction = (x: number, scratch: readonly [number, number, number]) => Bytes;

const constant = splat;
const polynomial = (x: number, highestFirst: readonly number[]): Bytes =>
  highestFirst.flatMap((coefficient, i) =>
    i === 0 ? constant(coefficient) : [...get(x), ...f32x4.multiply, ...constant(coefficient), ...f32x4.add],
  );
const clamp = (x: number, low: number, high: number): Bytes => [
  ...[...get(x), ...constant(low), ...f32x4.max, ...constant(high), ...f32x4.min, ...set(x)],
];

/** Cephes' expf (Moshier 1989): 2^k times a polynomial on [−½ ln 2, ½ ln 2]; 1e-7 relative. Ends at e^±88. */
export const exponential: VectorFunction = (x, [k]) => [
  ...clamp(x, -87.33, 88.37),
  ...[...get(x), ...constant(Math.LOG2E), ...f32x4.multiply, ...f32x4.nearest, ...set(k)],
  // ln 2 in two pieces, so that k times the first is exact.
  ...[...get(x), ...get(k), ...constant(0.693359375), ...f32x4.multiply, ...f32x4.subtract],
  ...[...get(k), ...constant(-2.1219444e-4), ...f32x4.multiply, ...f32x4.subtract, ...set(x)],
  ...polynomial(x, [1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 0.5, 1, 1]),
  ...[...get(k), ...i32x4.fromFloats, ...splatInteger(127), ...i32x4.add, ...i32(23), ...i32x4.shiftLeft],
  ...f32x4.multiply,
];

/** The rational function of Eigen's `ptanh`: odd of degree 13 over even of degree 6, for |x| below 7.9; a few units in the last place. */
const tanh: VectorFunction = (x, [square]) => [
  ...clamp(x, -7.90531, 7.90531),
  ...[...get(x), ...get(x), ...f32x4.multiply, ...set(square)],
  ...polynomial(square, [
    ...[-2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-8],
    ...[1.48572235717979e-5, 6.37261928875436e-4, 4.89352455891786e-3],
  ]),
  ...[...get(x), ...f32x4.multiply],
  ...polynomial(square, [1.19825839466702e-6, 1.18534705686654e-4, 2.268434632439e-3, 4.89352518554385e-3]),
  ...f32x4.divide,
];

const sigmoid: VectorFunction = (x, scratch) => [
  ...constant(1),
  ...[...get(x), ...f32x4.negate, ...set(x), ...exponential(x, scratch)],
  ...[...constant(1), ...f32x4.add, ...f32x4.divide],
];

/** x Φ(x) by Abramowitz & Stegun 7.1.26: with t = 1/(1 + p|x|/√2), ½ erfc(|x|/√2) is ½ e^(−x²/2) times a polynomial in t, to 1e-7. */
const gelu: VectorFunction = (x, [k, t, kept]) => [
  ...[...get(x), ...set(kept)],
  ...[...constant(1), ...get(x), ...f32x4.abs, ...constant(0.3275911 * Math.SQRT1_2), ...f32x4.multiply],
  ...[...constant(1), ...f32x4.add, ...f32x4.divide, ...set(t)],
  ...[...get(x), ...get(x), ...f32x4.multiply, ...constant(-0.5), ...f32x4.multiply, ...set(x)],
  ...exponential(x, [k, t, kept]),
  ...polynomial(
    t,
    [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592, 0].map((a) => a / 2),
  ),
  ...[...f32x4.multiply, ...set(t)],
  ...[...get(kept), ...constant(1), ...get(t), ...f32x4.subtract, ...get(t)],
  ...[...get(kept), ...constant(0), ...f32x4.greater, ...v128.choose, ...f32x4.multiply],
];

const vectorActivations: Readonly<Record<ActivationId, VectorFunction>> = {
  identity: (x) => get(x),
  step: (x) => [...constant(1), ...get(x), ...constant(0), ...f32x4.greater, ...v128.and],
  sigmoid,
  tanh,
  relu: (x) => [...get(x), ...constant(0), ...f32x4.max],
  'leaky-relu': (x) => [...get(x), ...get(x), ...constant(0.01), ...f32x4.multiply, ...f32x4.max],
  gelu,
};

/** `name(at, end)`: φ of everything from byte `at` to `end`, multiples of 16, in place. */
export function activationLoop(name: string, activation: ActivationId): WasmFunction {
  const [AT, END, X] = [0, 1, 2];
  const four = [
    ...[...get(AT), ...get(AT), ...load(0), ...set(X)],
    ...[...vectorActivations[activation](X, [3, 4, 5]), ...store(0), ...increase(AT, i32(16))],
  ];
  return {
    name,
    params: ['i32', 'i32'],
    locals: ['v128', 'v128', 'v128', 'v128'],
    body: repeat(four, get(AT), get(END)),
  };
}
