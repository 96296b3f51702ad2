import { erf } from '../math/erf.ts';

type Numbers = Float64Array | Float32Array;

export interface Activation {
  /** How people write it. */
  readonly name: string;
  readonly value: (z: number) => number;
  /** dφ/dz at z, where a = φ(z) is already known. */
  readonly slope: (z: number, a: number) => number;
  /** d²φ/dz², for Hessian–vector products. */
  readonly bend: (z: number, a: number) => number;
  /** a = φ(z), `length` of them: a loop of its own, as one over closures takes several times as long once the engine has seen a few of them. */
  readonly apply: (z: Numbers, a: Numbers, length: number) => void;
  /** delta times dφ/dz, in place. */
  readonly pullBack: (delta: Numbers, z: Numbers, a: Numbers, length: number) => void;
}

const ROOT_HALF = Math.SQRT1_2;
const bell = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
const share = (z: number): number => 0.5 * (1 + erf(z * ROOT_HALF));
/** The share from a = z share(z): erf is most of GELU's time. */
const shareFrom = (z: number, a: number): number => (Math.abs(z) < 1e-30 ? 0.5 : a / z);

/** Slope of leaky ReLU below zero: torch's default. */
const LEAK = 0.01;

/** An activation is one entry here; NaN stays NaN, kinks have the slope of their left side, as torch's. */
export const activations = {
  identity: {
    ...{ name: 'Identity', value: (z) => z, slope: () => 1, bend: () => 0 },
    apply(z, a, length) {
      for (let i = 0; i < length; i++) a[i] = z[i]!;
    },
    pullBack() {
      // Times 1.
    },
  },
  step: {
    ...{ name: 'Step', value: (z) => (z > 0 ? 1 : 0), slope: () => 0, bend: () => 0 },
    apply(z, a, length) {
      for (let i = 0; i < length; i++) a[i] = z[i]! > 0 ? 1 : 0;
    },
    pullBack(delta, _z, _a, length) {
      delta.fill(0, 0, length);
    },
  },
  sigmoid: {
    name: 'Sigmoid',
    value: (z) => 1 / (1 + Math.exp(-z)),
    slope: (_, a) => a * (1 - a),
    bend: (_, a) => a * (1 - a) * (1 - 2 * a),
    apply(z, a, length) {
      for (let i = 0; i < length; i++) a[i] = 1 / (1 + Math.exp(-z[i]!));
    },
    pullBack(delta, _, a, length) {
      for (let i = 0; i < length; i++) delta[i] = delta[i]! * (a[i]! * (1 - a[i]!));
    },
  },
  tanh: {
    ...{ name: 'tanh', value: Math.tanh, slope: (_, a) => 1 - a * a, bend: (_, a) => -2 * a * (1 - a * a) },
    apply(z, a, length) {
      for (let i = 0; i < length; i++) a[i] = Math.tanh(z[i]!);
    },
    pullBack(delta, _, a, length) {
      for (let i = 0; i < length; i++) delta[i] = delta[i]! * (1 - a[i]! * a[i]!);
    },
  },
  relu: {
    ...{ name: 'ReLU', value: (z) => (z <= 0 ? 0 : z), slope: (z) => (z > 0 ? 1 : 0), bend: () => 0 },
    apply(z, a, length) {
      for (let i = 0; i < length; i++) a[i] = z[i]! <= 0 ? 0 : z[i]!;
    },
    pullBack(delta, z, _, length) {
      for (let i = 0; i < length; i++) delta[i] = delta[i]! * (z[i]! > 0 ? 1 : 0);
    },
  },
  'leaky-relu': {
    ...{ name: 'Leaky ReLU', value: (z) => (z <= 0 ? LEAK * z : z), slope: (z) => (z > 0 ? 1 : LEAK), bend: () => 0 },
    apply(z, a, length) {
      for (let i = 0; i < length; i++) a[i] = z[i]! <= 0 ? LEAK * z[i]! : z[i]!;
    },
    pullBack(delta, z, _, length) {
      for (let i = 0; i < length; i++) delta[i] = delta[i]! * (z[i]! > 0 ? 1 : LEAK);
    },
  },
  gelu: {
    name: 'GELU',
    value: (z) => z * share(z),
    slope: (z, a) => shareFrom(z, a) + z * bell(z),
    bend: (z) => (2 - z * z) * bell(z),
    apply(z, a, length) {
      for (let i = 0; i < length; i++) a[i] = z[i]! * share(z[i]!);
    },
    pullBack(delta, z, a, length) {
      for (let i = 0; i < length; i++) delta[i] = delta[i]! * (shareFrom(z[i]!, a[i]!) + z[i]! * bell(z[i]!));
    },
  },
} as const satisfies Readonly<Record<string, Activation>>;

export type ActivationId = keyof typeof activations;
export const activationIds = Object.keys(activations) as ActivationId[];
export const activationOf = (id: ActivationId): Activation => activations[id];
