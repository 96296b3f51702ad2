import { activationIds } from '../../../src/networks/activations.ts';
import { perceptrons, type Perceptron } from '../../../src/networks/microscope/gates.ts';
import { gateIds, type GateId } from '../../../src/networks/microscope/truths.ts';
import { xorNetIds, type XorNetId } from '../../../src/networks/microscope/xorNets.ts';
import type { ActivationId } from '../../../src/networks/activations.ts';
import type { ParamSpec } from '../../../src/params/spec.ts';
import { choice, flag, number } from '../../../src/scene/state/entries.ts';

/** The sum at a corner that a handle may be dragged to, and weights: −1 … 1. */
const weight: ParamSpec = {
  ...{ default: 0.5, min: -1, max: 1, scale: 'linear' },
  accepts: { min: -10, max: 10 },
};
const depth: ParamSpec = {
  ...{ default: 2, min: 1, max: 5, scale: 'linear', integer: true },
  accepts: { min: 1, max: 8 },
};

/** Where a reader begins to drag. None is XOR's: it begins with OR's, three of four corners right. */
export const bookOf = (gate: GateId): Perceptron => (gate === 'xor' ? perceptrons.or : perceptrons[gate]);

/** What each net is made for. */
export const activationOfNet: Readonly<Record<XorNetId, ActivationId>> = {
  fold: 'relu',
  gates: 'step',
  learned: 'tanh',
};

/** A step has no slope to learn by. */
const learnable = ['tanh', ...activationIds.filter((id) => id !== 'step' && id !== 'tanh')] as const;
const another = { begins: true, resets: ['card'] } as const;

export const gatesEntries = {
  neurons: choice('gl', ['one', 'layers'], 'one', another),
  gate: choice('gt', gateIds, 'and', { ...another, resets: ['card', 'w1', 'w2', 'b'] }),
  w1: number('g1', { ...weight, symbol: 'w₁' }),
  w2: number('g2', { ...weight, symbol: 'w₂' }),
  b: number('gb', { ...weight, default: -0.7, symbol: 'b' }),
  xorNet: choice('gn', xorNetIds, 'fold', { ...another, select: true }),
  xorActivation: choice('ga', activationIds, 'relu', {
    select: true,
    offered: ({ xorNet }) => (xorNet === 'learned' ? learnable : activationIds),
  }),
  xorDepth: number('gd', depth),
  xorTwin: flag('gi', true),
};
