import type { ActivationId } from '../activations.ts';
import { ruleOf } from '../../optimizers/index.ts';
import { defaultsOf } from '../../params/spec.ts';
import { createTraining } from '../train.ts';
import type { DataSet, NetworkSpec, TrainSpec } from '../types.ts';
import { corners, foldingXor, stepXor, type GivenNetwork } from './gates.ts';
import { truths } from './truths.ts';

/** Networks for XOR: folded by hand, of the book's gates, learned. All fire where their output's sum is above 0. */
export const xorNetIds = ['fold', 'gates', 'learned'] as const;
export type XorNetId = (typeof xorNetIds)[number];

/** Neurons of a hidden layer that learns: its space can be drawn. */
const WIDTH = 3;
const UPDATES = 500;
/** Updates from pause to pause: about a millisecond. */
const PIECE = 50;
const LR = 0.02;

export function givenXor(id: Exclude<XorNetId, 'learned'>, activation: ActivationId): GivenNetwork {
  if (id === 'gates') return { ...stepXor, spec: { ...stepXor.spec, activation } };
  const { spec, weights } = foldingXor(activation);
  const shifted = weights.slice();
  // Its outputs are 0 and 1: between them it is decided.
  shifted[shifted.length - 1] = -0.5;
  return { spec, weights: shifted };
}

/** The four corners with ±½ for XOR's 1 and 0. */
function xorData(): DataSet {
  const targets = Float64Array.from(truths.xor, (truth) => truth - 0.5);
  const x = Float64Array.from(corners.flat());
  const samples = { count: 4, inputs: 2, x, labels: null, targets, outputs: 1 };
  const domain = [
    [0, 1],
    [0, 1],
  ] as const;
  return { task: 'values', train: samples, test: samples, domain };
}

export interface LearnedXor {
  readonly activation: ActivationId;
  readonly depth: number;
  readonly seed: number;
}

/** So far from ½, half way to it, an answer counts as one. */
const MARGIN = 0.25;
/** Narrow layers die easily: so many starts are tried. */
const STARTS = 16;

/** XOR learned from its four corners, by Adam on all of them at a time: the first of several starts that learns it, else the one with the least loss. `pause` lets others in, and throws where it is given up. */
export async function learnXor(
  { activation, depth, seed }: LearnedXor,
  pause: () => Promise<void>,
): Promise<GivenNetwork & { readonly starts: number }> {
  const network: NetworkSpec = {
    ...{ inputs: 2, hidden: Array.from({ length: depth }, () => WIDTH), outputs: 1, activation },
    ...{ task: 'values', loss: 'squared-error', batchNorm: false, dropout: 0, decay: 0 },
  };
  const data = xorData();
  let best = { weights: new Float64Array(), loss: Infinity };
  // From any of them identities come to the same: the best affine map.
  const starts = activation === 'identity' ? 1 : STARTS;
  for (let start = 1; start <= starts; start++) {
    const training = createTraining(trainSpecOf(network, seed + 1000 * (start - 1)), data);
    while (training.step()) if (training.done() % PIECE === 0) await pause();
    await pause();
    const loss = training.latest().trainLoss;
    if (loss < best.loss) best = { weights: Float64Array.from(training.weights), loss };
    // ½ (y − t)² a corner: none of them can be farther off than this.
    if (loss <= (0.5 * (0.5 - MARGIN) ** 2) / 4) return { spec: network, weights: best.weights, starts: start };
  }
  return { spec: network, weights: best.weights, starts };
}

const trainSpecOf = (network: NetworkSpec, seed: number): TrainSpec => ({
  ...{ network, init: network.activation === 'relu' ? 'he' : 'xavier', initStd: 0, batch: 0, seed },
  ...{ optimizer: 'adam', semantics: 'torch', params: { ...defaultsOf(ruleOf('adam', 'torch').params), lr: LR } },
  ...{ steps: UPDATES, every: UPDATES },
});
