import { centred } from '../../../../src/networks/microscope/centre.ts';
import { classify } from '../../../../src/networks/microscope/classify.ts';
import { thinnedNetworks } from '../../../../src/networks/microscope/ensemble.ts';
import { nudgeDirection, nudged, spokeInside } from '../../../../src/networks/microscope/saliency.ts';
import { inkOfStrokes } from '../../../../src/networks/microscope/strokes.ts';
import type { Network } from '../../../../src/networks/network.ts';
import type { DataSet, Samples } from '../../../../src/networks/types.ts';
import { THINNED, type DigitLook, type DigitSpec, type MoreSpec, type Sheet, type Thinned } from './types.ts';

/** A network that reads digits, in inference. */
export interface Reader {
  readonly network: Network;
  readonly weights: Float64Array;
}

export const pixelsOf = ({ x, inputs }: Samples, row: number): Uint8Array =>
  Uint8Array.from(x.subarray(row * inputs, (row + 1) * inputs), (value) => Math.round(255 * value));

/** What the network is shown before a nudge, and what that is; a drawing of nothing is a test digit. */
function ownDigit({ digit, strokes }: MoreSpec, { test }: DataSet) {
  const drawn = strokes.length > 0 ? centred(inkOfStrokes(strokes)) : null;
  if (drawn) return { x: drawn, label: null };
  const row = Math.min(digit, test.count - 1);
  return { x: test.x.slice(row * test.inputs, (row + 1) * test.inputs), label: test.labels![row]! };
}

/** A digit before the nudge and after it, and how it is read before. */
export function shownDigit(spec: MoreSpec, { network, weights }: Reader, data: DataSet) {
  const { x: own, label } = ownDigit(spec, data);
  const { class: unmoved, probabilities: before } = classify(network, weights, own);
  const x = spec.epsilon > 0 ? nudged(own, nudgeDirection(network, weights, own, unmoved), spec.epsilon) : own;
  return { own, label, unmoved, before, x };
}

/** Everything that is seen and said of one digit at once, after the nudge. */
export function lookAt(spec: DigitSpec, { network, weights }: Reader, data: DataSet): DigitLook {
  const { label, unmoved, before, x } = shownDigit(spec, { network, weights }, data);
  const { class: answer, probabilities } = classify(network, weights, x);
  const about = spec.about ?? answer;
  return {
    ...{ spec, label, answer, unmoved, unmovedShare: before[unmoved]!, probabilities, about },
    sheets: sheetsOf({ network, weights }, x, about, probabilities),
    thinned: spec.thin === null ? null : thinnedOf({ network, weights }, x, spec.thin, spec.seed),
    parts: network.spec.hidden.length + 1,
  };
}

function sheetsOf({ network, weights }: Reader, x: Float64Array, about: number, probabilities: Float64Array): Sheet[] {
  const spoke = spokeInside(network, weights, x, about).map((values) => Float32Array.from(values));
  // The way back leaves the activations as they are.
  const inside = network.room().hidden.map(({ a }, layer) => a.subarray(0, network.spec.hidden[layer]));
  const values = [x, ...inside].map((one) => Float32Array.from(one));
  return [
    ...values.map((one, layer) => ({ values: one, spoke: spoke[layer]! })),
    { values: Float32Array.from(probabilities), spoke: null },
  ];
}

function thinnedOf({ network, weights }: Reader, x: Float64Array, share: number, seed: number): Thinned {
  const { thinned, mean } = thinnedNetworks(network, weights, x, { count: THINNED, share, seed });
  return { share, count: THINNED, each: Float32Array.from(thinned), mean };
}
