import {
  add,
  assemble,
  f32x4,
  get,
  i32,
  increase,
  load,
  loadSplat,
  multiply,
  repeat,
  set,
  splat,
  store,
  tee,
  type Bytes,
  type ValueType,
  type WasmFunction,
} from '../../../math/wasm.ts';
import type { ActivationId } from '../../activations.ts';
import type { LossId, Task } from '../../types.ts';
import { activationLoop, exponential } from './vectorMaths.ts';

/** What the module exports. All arguments are byte offsets, multiples of 16, or counts. Matrices have a row a neuron, its samples side by side: `rowBytes`, a multiple of 32. */
export interface LandscapeFunctions {
  /** out = c₀ A + c₁ B + c₂ C + s, row by row; A, B, C `termBytes` apart, [c₀ c₁ c₂ s] of each row at `factors`. */
  first(out: number, terms: number, factors: number, termBytes: number, rowBytes: number): void;
  /** Four rows of out at a time: W x + b, the weights of such a block being four biases, then four weights an input. */
  layer(x: number, weights: number, out: number, inputs: number, blocks: number, rowBytes: number): void;
  /** φ of everything from `at` to `end`. */
  activate(at: number, end: number): void;
  /** Two rows: cross entropy is Σ (first + log1p(second)), squared error Σ ½ second. `targetsAhead`: from y to the targets. */
  loss(y: number, targetsAhead: number, out: number, outputs: number, rowBytes: number): void;
}

const many = (count: number, kind: ValueType): ValueType[] => new Array<ValueType>(count).fill(kind);

/** The bytes of a module for one activation and one loss; it imports `landscape.memory`. Less than 4 KiB: engines compile that at once, on any thread. */
export const landscapeModule = (activation: ActivationId, task: Task, loss: LossId): Uint8Array<ArrayBuffer> =>
  assemble(['landscape', 'memory'], [first, layer, activationLoop('activate', activation), lossOf(task, loss)]);

const sum = (left: number, right: number): Bytes => [...get(left), ...get(right), ...add];

const first: WasmFunction = (() => {
  const [OUT, TERMS, FACTORS, TERM_BYTES, ROW_BYTES, END, ROW_END] = [0, 1, 2, 3, 4, 5, 6];
  const [C0, C1, C2, SHIFT] = [7, 8, 9, 10];
  const term = (factor: number): Bytes => [...load(0), ...get(factor), ...f32x4.multiply];
  const four = [
    ...get(OUT),
    ...[...get(TERMS), ...term(C0), ...get(SHIFT), ...f32x4.add],
    ...[...sum(TERMS, TERM_BYTES), ...term(C1), ...f32x4.add],
    ...[...sum(TERMS, TERM_BYTES), ...get(TERM_BYTES), ...add, ...term(C2), ...f32x4.add],
    ...store(0),
    ...[...increase(OUT, i32(16)), ...increase(TERMS, i32(16))],
  ];
  const row = [
    ...[C0, C1, C2, SHIFT].flatMap((local, i) => [...get(FACTORS), ...loadSplat(4 * i), ...set(local)]),
    ...[...sum(OUT, ROW_BYTES), ...set(ROW_END)],
    ...repeat(four, get(OUT), get(ROW_END)),
    ...increase(FACTORS, i32(16)),
  ];
  return {
    name: 'first',
    params: many(5, 'i32'),
    locals: [...many(2, 'i32'), ...many(4, 'v128')],
    body: [...sum(OUT, TERM_BYTES), ...set(END), ...repeat(row, get(OUT), get(END))],
  };
})();

/** Eight samples × four neurons stay in registers while the inputs run by. */
const layer: WasmFunction = (() => {
  const [X, WEIGHTS, OUT, INPUTS, BLOCKS, ROW_BYTES] = [0, 1, 2, 3, 4, 5];
  const [S, BLOCK, W, AT, END, TO, ALL] = [6, 7, 8, 9, 10, 11, 12];
  const sums = [13, 14, 15, 16, 17, 18, 19, 20];
  const [LEFT, RIGHT, SPLAT] = [21, 22, 23];
  const neurons = [0, 1, 2, 3];
  const input = [
    ...[...get(AT), ...load(0), ...set(LEFT), ...get(AT), ...load(16), ...set(RIGHT)],
    ...neurons.flatMap((r) => [
      ...[...get(W), ...loadSplat(4 * r), ...set(SPLAT)],
      ...[LEFT, RIGHT].flatMap((side, v) => {
        const local = sums[2 * r + v]!;
        return [...get(local), ...get(SPLAT), ...get(side), ...f32x4.multiply, ...f32x4.add, ...set(local)];
      }),
    ]),
    ...[...increase(AT, get(ROW_BYTES)), ...increase(W, i32(16))],
  ];
  const block = [
    ...neurons.flatMap((r) => [...get(W), ...loadSplat(4 * r), ...tee(sums[2 * r]!), ...set(sums[2 * r + 1]!)]),
    ...increase(W, i32(16)),
    ...[...sum(X, S), ...tee(AT), ...get(ALL), ...add, ...set(END)],
    ...repeat(input, get(AT), get(END)),
    ...neurons.flatMap((r) => [
      ...[...get(TO), ...get(sums[2 * r]!), ...store(0), ...get(TO), ...get(sums[2 * r + 1]!), ...store(16)],
      ...increase(TO, get(ROW_BYTES)),
    ]),
    ...increase(BLOCK, i32(1)),
  ];
  const samples = [
    ...[...get(WEIGHTS), ...set(W), ...sum(OUT, S), ...set(TO), ...i32(0), ...set(BLOCK)],
    ...repeat(block, get(BLOCK), get(BLOCKS)),
    ...increase(S, i32(32)),
  ];
  return {
    name: 'layer',
    params: many(6, 'i32'),
    locals: [...many(7, 'i32'), ...many(11, 'v128')],
    body: [...get(INPUTS), ...get(ROW_BYTES), ...multiply, ...set(ALL), ...repeat(samples, get(S), get(ROW_BYTES))],
  };
})();

const [Y, TARGETS_AHEAD, LOSS_OUT, OUTPUTS, ROW_BYTES, SAMPLE, AT, LOSS_END] = [0, 1, 2, 3, 4, 5, 6, 7];
const [VALUE, MOST, TOTAL, OWN, SCRATCH] = [8, 9, 10, 11, 12];
const scratch = [SCRATCH, SCRATCH + 1, SCRATCH + 2] as const;
const y: Bytes = [...get(AT), ...load(0)];
const target: Bytes = [...sum(AT, TARGETS_AHEAD), ...load(0)];
/** Once for each output. */
const eachOutput = (content: Bytes): Bytes => [
  ...[...sum(Y, SAMPLE), ...set(AT)],
  ...repeat([...content, ...increase(AT, get(ROW_BYTES))], get(AT), get(LOSS_END)),
];
const addTo = (local: number, content: Bytes): Bytes => [...get(local), ...content, ...f32x4.add, ...set(local)];
const expOf = (content: Bytes): Bytes => [...content, ...set(VALUE), ...exponential(VALUE, scratch)];
const squared = (content: Bytes): Bytes => [...content, ...set(VALUE), ...get(VALUE), ...get(VALUE), ...f32x4.multiply];
const apart = (from: Bytes): Bytes => [...from, ...target, ...f32x4.subtract];
const zero = (...locals: number[]): Bytes => locals.flatMap((local) => [...splat(0), ...set(local)]);

function lossOf(task: Task, loss: LossId): WasmFunction {
  const four = loss === 'cross-entropy' ? crossEntropy : task === 'classes' ? squaresOfShares : squares;
  const samples = [
    ...[...sum(Y, SAMPLE), ...get(OUTPUTS), ...get(ROW_BYTES), ...multiply, ...add, ...set(LOSS_END)],
    ...[...zero(MOST, TOTAL, OWN), ...four],
    ...[...sum(LOSS_OUT, SAMPLE), ...get(MOST), ...store(0)],
    ...[...sum(LOSS_OUT, SAMPLE), ...get(ROW_BYTES), ...add, ...get(TOTAL), ...store(0)],
    ...increase(SAMPLE, i32(16)),
  ];
  return {
    name: 'loss',
    params: many(5, 'i32'),
    locals: [...many(3, 'i32'), ...many(7, 'v128')],
    body: repeat(samples, get(SAMPLE), get(ROW_BYTES)),
  };
}

/**
 * With d = y − y_t and M = max(d), 0 or more: M + log1p(Σ_{j≠t} e^(d_j − M) + (e^−M − 1)). Where the net is sure and right (M = 0) nothing is subtracted from 1: the loss keeps all its
 * digits however small it is.
 */
const crossEntropy: Bytes = [
  ...eachOutput(addTo(OWN, [...y, ...target, ...f32x4.multiply])),
  ...eachOutput([...get(MOST), ...y, ...get(OWN), ...f32x4.subtract, ...f32x4.max, ...set(MOST)]),
  ...eachOutput(
    addTo(TOTAL, [
      ...expOf([...y, ...get(OWN), ...f32x4.subtract, ...get(MOST), ...f32x4.subtract]),
      ...[...splat(1), ...target, ...f32x4.subtract, ...f32x4.multiply],
    ]),
  ),
  ...addTo(TOTAL, [...expOf([...get(MOST), ...f32x4.negate]), ...splat(1), ...f32x4.subtract]),
];

const squares: Bytes = eachOutput(addTo(TOTAL, squared(apart(y))));

const squaresOfShares: Bytes = [
  ...[...splat(-Infinity), ...set(MOST)],
  ...eachOutput([...get(MOST), ...y, ...f32x4.max, ...set(MOST)]),
  ...eachOutput(addTo(OWN, expOf([...y, ...get(MOST), ...f32x4.subtract]))),
  ...eachOutput(
    addTo(TOTAL, squared(apart([...expOf([...y, ...get(MOST), ...f32x4.subtract]), ...get(OWN), ...f32x4.divide]))),
  ),
];
