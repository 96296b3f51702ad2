import type { ActivationId } from '../../../../src/networks/activations.ts';
import { foldLayers, type GivenNetwork } from '../../../../src/networks/microscope/gates.ts';
import { answerOf, countRight, mostRight } from '../../../../src/networks/microscope/truths.ts';
import { givenXor, learnXor } from '../../../../src/networks/microscope/xorNets.ts';
import { createNetwork } from '../../../../src/networks/network.ts';
import { bendOf, cornerPoints, grid, MARGIN, SIDE } from './grid.ts';
import { cutOf, fitOf, ROOM, type Fit } from './room.ts';
import type { GatesRun, GatesSpec, Stage, XorFold } from './types.ts';

/** Of a learned output, ±½ at the corners: nearer to 0 it says neither. */
const NEITHER = 0.02;

/** The plane as it comes in lies flat. */
function inputStage(): Stage {
  const scale = ROOM.z / (0.5 + MARGIN);
  const places = new Float64Array(3 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) {
    places[3 * i] = (grid[2 * i]! - 0.5) * scale;
    places[3 * i + 2] = (0.5 - grid[2 * i + 1]!) * scale;
  }
  return { kind: 'input', layer: 0, width: 2, places };
}

/** A layer of two neurons leaves the third axis to x₂ − x₁, as it came in: so the sheet is seen as one. */
function placed(points: Float64Array, width: number, { centre, scale }: Fit): Float64Array {
  const places = new Float64Array(3 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) {
    for (let k = 0; k < Math.min(width, 3); k++) places[3 * i + k] = (points[i * width + k]! - centre[k]!) * scale;
    if (width < 3) places[3 * i + 2] = ((grid[2 * i]! - grid[2 * i + 1]!) * ROOM.z) / (1 + 2 * MARGIN);
  }
  return places;
}

/** Where a net takes the plane, layer by layer, and what it says at the corners. */
export function foldOf({ spec, weights }: GivenNetwork, starts = 0): XorFold {
  const network = createNetwork(spec);
  const layers = foldLayers(network, weights, grid);
  const inner = layers.slice(1, -1);
  const fits = inner.map(({ points, width }) => fitOf(points, width));
  const stages = inner.map(({ points, width }, k): Stage => ({
    ...{ kind: k % 2 === 0 ? 'affine' : 'activation', layer: 1 + (k >> 1), width },
    places: placed(points, width, fits[k]!),
  }));
  const outputs = layers.at(-1)!.points;
  const margin = starts > 0 ? NEITHER : 0;
  const sums = cornerPoints.map((point) => outputs[point]!);
  const answers = sums.map((sum) => answerOf(sum, margin));
  const values = outputs.map((sum) => (answerOf(sum, margin) === null ? 0 : sum));
  const last = inner.at(-1)!;
  const out = network.layout.layers.at(-1)!;
  const w = weights.subarray(out.weights, out.weights + out.inputs);
  return {
    stages: [inputStage(), ...stages, { ...stages.at(-1)!, kind: 'plane' }],
    ...{ values, sums, answers, right: countRight('xor', answers), starts },
    ...{ activation: spec.activation, hidden: spec.hidden },
    bend: bendOf(last.points, last.width, SIDE),
    plane: answers.includes(null) ? [] : cutOf(w, weights[out.biases]!, fits.at(-1)!),
  };
}

/** What a state asks for. */
export async function runOf(spec: GatesSpec, pause: () => Promise<void>): Promise<GatesRun> {
  if (spec.neurons === 'one') return { ...spec, most: mostRight(spec.gate) };
  const { net, depth, seed } = spec;
  const made = async (activation: ActivationId): Promise<XorFold> => {
    if (net !== 'learned') return foldOf(givenXor(net, activation));
    const learned = await learnXor({ activation, depth, seed }, pause);
    await pause();
    return foldOf(learned, learned.starts);
  };
  const folds: XorFold[] = [];
  for (const activation of spec.activations) folds.push(await made(activation));
  return { neurons: 'layers', spec, folds };
}
