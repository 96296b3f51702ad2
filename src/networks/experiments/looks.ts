import { createRng } from '../../math/rng.ts';
import type { ActivationId } from '../activations.ts';
import { initialWeights } from '../init.ts';
import { lookInside, type LayerLook } from '../microscope/layers.ts';
import { createNetwork } from '../network.ts';
import type { InitId, NetworkSpec } from '../types.ts';
import type { Curve, Surroundings, Work } from './work.ts';

/** A network, and what was seen in each of its hidden layers. */
export interface LayersLooked {
  readonly name: string;
  readonly looks: readonly LayerLook[];
}

/** A network that is looked into as it begins. */
export interface Subject {
  readonly name: string;
  readonly activation: ActivationId;
  readonly init: InitId;
  readonly initStd: number;
}

/** What the first weights make of noise, layer by layer: weight_init_activation_histogram.py. In float64: in float32 neurons far down would look dead that only hardly move. */
export interface Looks {
  readonly kind: 'looks';
  readonly subjects: readonly Subject[];
}

export interface LooksState {
  readonly layers: readonly LayersLooked[];
}

/** 1,000 samples of 100 standard normal inputs, five layers of 100 neurons; the output layer is not looked at. */
const [SAMPLES, WIDTH, DEPTH] = [1000, 100, 5];

export function createLooks(
  { subjects }: Looks,
  { seed }: Pick<Surroundings, 'seed'>,
  state: LooksState | null,
): Work<LooksState, LooksState & { readonly curves: readonly Curve[] }> {
  const layers = [...(state?.layers ?? [])];
  const { gaussian } = createRng(seed, 'inputs');
  const x = Float64Array.from({ length: SAMPLES * WIDTH }, gaussian);
  const batch = { count: SAMPLES, x, targets: new Float64Array(SAMPLES) };

  function looksOf({ activation, init, initStd }: Subject): LayerLook[] {
    const spec: NetworkSpec = {
      ...{ inputs: WIDTH, hidden: new Array<number>(DEPTH).fill(WIDTH), outputs: 1, activation, task: 'values' },
      ...{ loss: 'squared-error', batchNorm: false, dropout: 0, decay: 0 },
    };
    return lookInside(createNetwork(spec), initialWeights(spec, init, initStd, seed), batch);
  }

  return {
    total: subjects.length,
    done: () => layers.length,
    advance() {
      const subject = subjects[layers.length]!;
      layers.push({ name: subject.name, looks: looksOf(subject) });
    },
    part: () => ({ curves: [], layers: [...layers] }),
    // A look never changes once it is made.
    state: () => ({ layers: [...layers] }),
  };
}
