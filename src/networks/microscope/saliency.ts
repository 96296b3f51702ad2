import type { Network, WayBack } from '../network.ts';
import type { Numbers } from '../types.ts';

/** Which of the outputs is the largest: the answer. */
export function answerOf(outputs: Numbers): number {
  let best = 0;
  for (let j = 1; j < outputs.length; j++) if (outputs[j]! > outputs[best]!) best = j;
  return best;
}

/** ∂(pull · logits)/∂x of one sample x (inputs), in inference. `pull` (outputs) is made from the logits. */
function inputSlope(
  network: Network,
  weights: Numbers,
  x: Numbers,
  pull: (logits: Numbers) => ArrayLike<number>,
  look?: WayBack['look'],
): Numbers {
  const batch = { count: 1, x };
  const logits = network.forward(weights, batch).subarray(0, network.spec.outputs);
  logits.set(pull(logits.slice()));
  const input = network.arithmetic.alloc(network.spec.inputs);
  network.backward(weights, batch, { gradient: null, input, ...(look && { look }) });
  return input;
}

/**
 * What each input of one sample, then each neuron of each hidden layer said for an output: ∂ logit/∂a · a, in inference (gradient × input: Shrikumar et al. 2016). Those of the last
 * hidden layer and the output's bias are the logit; of a network of ReLUs without biases or normalization those of any layer are.
 */
export function spokeInside(network: Network, weights: Numbers, x: Numbers, output: number): Float64Array[] {
  const inside: Float64Array[] = [];
  const look = (slope: Numbers, layer: number) => {
    const { a } = network.room().hidden[layer]!;
    inside[layer] = Float64Array.from(slope, (value, i) => value * a[i]!);
  };
  const pull = (logits: Numbers) => logits.map((_, j) => (j === output ? 1 : 0));
  const slope = inputSlope(network, weights, x, pull, look);
  return [Float64Array.from(slope, (value, i) => value * x[i]!), ...inside];
}

/** What each input said alone (inputs). */
export const spokeFor = (network: Network, weights: Numbers, x: Numbers, output: number): Float64Array =>
  spokeInside(network, weights, x, output)[0]!;

/** inputs: −1, 0 or 1, up the cross entropy of a sample of this class. */
export function nudgeDirection(network: Network, weights: Numbers, x: Numbers, label: number): Float64Array {
  return Float64Array.from(inputSlope(network, weights, x, awayFrom(label)), Math.sign);
}

/**
 * ∂(cross entropy)/∂logits over 1 − p(label): the signs are the same, and nothing vanishes where the network is sure. Written as p − t, a p of 1 − 1e-17 would leave 0 for the label alone.
 */
const awayFrom = (label: number) => (logits: Numbers) => {
  let most = -Infinity;
  logits.forEach((logit, j) => (most = j === label ? most : Math.max(most, logit)));
  const others = Float64Array.from(logits, (logit, j) => (j === label ? 0 : Math.exp(logit - most)));
  const sum = others.reduce((a, b) => a + b, 0);
  return others.map((value, j) => (j === label ? -1 : value / sum));
};

/** What the inputs lie within. */
type Range = readonly [low: number, high: number];
const PIXELS: Range = [0, 1];

/** The fast gradient sign method (Goodfellow et al. 2015): x + ε · direction, clipped to the data's range. */
export function nudged(
  x: Numbers,
  direction: Float64Array,
  epsilon: number,
  [low, high]: Range = PIXELS,
): Float64Array {
  return Float64Array.from(x, (value, i) => Math.min(high, Math.max(low, value + epsilon * direction[i]!)));
}

/** Of ε, where the first change of the answer is looked for: a pixel has no finer steps. */
const STEP = 1 / 255;
const HALVINGS = 12;

/**
 * The smallest ε, to a millionth, at which the answer is another than x's, up to `most`; null: none does it. It is looked for in steps of 1/255, as answers may come and go along the way,
 * and halved within the first.
 */
export function smallestNudge(...asked: Parameters<typeof nudgeSearch>): number | null {
  const search = nudgeSearch(...asked);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

/** Answers between two breaths of the search. */
const AT_ONCE = 16;

/** The search for the smallest nudge, which may be left off at any of its breaths; the network may be used for other things meanwhile. */
export function* nudgeSearch(
  network: Network,
  weights: Numbers,
  x: Numbers,
  label: number,
  { most = 1, range = PIXELS }: { readonly most?: number; readonly range?: Range } = {},
): Generator<undefined, number | null> {
  const direction = nudgeDirection(network, weights, x, label);
  const own = network.arithmetic.alloc(x.length);
  const answerAt = (epsilon: number) => {
    own.set(nudged(x, direction, epsilon, range));
    return answerOf(network.forward(weights, { count: 1, x: own }).subarray(0, network.spec.outputs));
  };
  const before = answerAt(0);
  let high = STEP;
  for (let step = 1; high <= most + 1e-9 && answerAt(high) === before; step++, high += STEP) {
    if (step % AT_ONCE === 0) yield;
  }
  if (high > most + 1e-9) return null;
  let low = high - STEP;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (answerAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
