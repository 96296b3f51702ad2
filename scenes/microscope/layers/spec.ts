import { ruleOf, semanticsFor } from '../../../src/optimizers/index.ts';
import { defaultsOf } from '../../../src/params/spec.ts';
import type { State } from '../state.ts';
import type { LayersSpec } from './run/types.ts';

/** Parts that a training is recorded in: the clock's steps. */
const PARTS = 40;

const everyOf = (updates: number): number => Math.max(1, Math.ceil(updates / PARTS));
export const partsOf = ({ updates, every }: LayersSpec): number => Math.ceil(updates / every);

/** The training that a state asks for. */
export function specOf(state: State): LayersSpec {
  const { samples, depth, width, activation, init, initStd, dropout, decay, batch, updates, seed } = state;
  const { optimizer, lr, twin, batchNorm } = state;
  const semantics = semanticsFor(optimizer, 'torch');
  return {
    ...{ samples, activation, init, dropout, decay, optimizer, semantics, batch, updates, seed },
    initStd: init === 'std' ? initStd : 0,
    hidden: Array.from({ length: depth }, () => width),
    batchNorm: twin ? [false, true] : [batchNorm],
    params: { ...defaultsOf(ruleOf(optimizer, semantics).params), lr },
    every: everyOf(updates),
  };
}
