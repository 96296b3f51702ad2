import type { Perceptron } from '../../../src/networks/microscope/gates.ts';
import { offeredOf } from '../../../src/scene/state/entries.ts';
import type { ActivationId } from '../../../src/networks/activations.ts';
import type { State } from '../state.ts';
import { gatesEntries } from './entries.ts';
import type { GatesSpec } from './run/types.ts';

/** The one that the state has under its handles. */
export const perceptronOf = ({ w1, w2, b }: State): Perceptron => ({ w1, w2, b });

/** The fold that a state asks for. */
export function specOf(state: State): GatesSpec {
  const { neurons, gate, xorNet, xorDepth, xorTwin, seed } = state;
  if (neurons === 'one') return { neurons, gate };
  const activation = offeredOf(gatesEntries.xorActivation, 'xorActivation', state).value as ActivationId;
  const learned = xorNet === 'learned';
  return {
    ...{ neurons, net: xorNet },
    activations: xorTwin && activation !== 'identity' ? ['identity', activation] : [activation],
    // Of nets that are given nothing hangs on these.
    ...{ depth: learned ? xorDepth : 1, seed: learned ? seed : 0 },
  };
}
