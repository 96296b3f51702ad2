import { ownIdOf } from '../../../src/optimizers/own/index.ts';
import type { NetworkSpec, TrainSpec } from '../../../src/networks/types.ts';
import type { RunSpec } from './types.ts';

/** The training of one optimizer of a run. */
export function trainSpecOf(spec: RunSpec, network: NetworkSpec, place: number): TrainSpec {
  const { init, initStd, batch, updates, every, seed, optimizers } = spec;
  const { id, rule = '', semantics, params } = optimizers[place]!;
  const optimizer = id === 'own' ? ownIdOf(rule) : id;
  return { network, init, initStd, batch, seed, every, steps: updates, optimizer, semantics, params };
}
