import { erf } from '../math/erf.ts';

interface Activation {
  /** How people write it. */
  readonly name: string;
  readonly value: (z: number) => number;
  /** dφ/dz at z, where a = φ(z) is already known. */
  readonly slope: (z: number, a: number) => number;
  /** d²φ/dz², for Hessian–vector products. */
  readonly bend: (z: number, a: number) => number;
}

const ROOT_HALF = Math.SQRT1_2;
const bell = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
const share = (z: number): number => 0.5 * (1 + erf(z * ROOT_HALF));

/** Slope of leaky ReLU below zero: torch's default. */
const LEAK = 0.01;

/** An activation is one line here; NaN stays NaN, kinks have the slope of their left side, as torch's. */
export const activations = {
  identity: { name: 'Identity', value: (z) => z, slope: () => 1, bend: () => 0 },
  step: { name: 'Step', value: (z) => (z > 0 ? 1 : 0), slope: () => 0, bend: () => 0 },
  sigmoid: {
    name: 'Sigmoid',
    value: (z) => 1 / (1 + Math.exp(-z)),
    slope: (_, a) => a * (1 - a),
    bend: (_, a) => a * (1 - a) * (1 - 2 * a),
  },
  tanh: { name: 'tanh', value: Math.tanh, slope: (_, a) => 1 - a * a, bend: (_, a) => -2 * a * (1 - a * a) },
  relu: { name: 'ReLU', value: (z) => (z <= 0 ? 0 : z), slope: (z) => (z > 0 ? 1 : 0), bend: () => 0 },
  'leaky-relu': {
    name: 'Leaky ReLU',
    value: (z) => (z <= 0 ? LEAK * z : z),
    slope: (z) => (z > 0 ? 1 : LEAK),
    bend: () => 0,
  },
  gelu: {
    name: 'GELU',
    value: (z) => z * share(z),
    slope: (z) => share(z) + z * bell(z),
    bend: (z) => (2 - z * z) * bell(z),
  },
} as const satisfies Readonly<Record<string, Activation>>;

export type ActivationId = keyof typeof activations;
export const activationIds = Object.keys(activations) as ActivationId[];
export const activationOf = (id: ActivationId): Activation => activations[id];
