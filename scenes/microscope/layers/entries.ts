import { activationIds } from '../../../src/networks/activations.ts';
import { initIds } from '../../../src/networks/init.ts';
import { optimizerIds, optimizerOf, type OptimizerId } from '../../../src/optimizers/index.ts';
import type { ParamSpec } from '../../../src/params/spec.ts';
import { choice, flag, number, seed } from '../../../src/scene/state/entries.ts';

const initStd: ParamSpec = {
  ...{ default: 0.01, min: 1e-4, max: 1, scale: 'log', symbol: 'σ' },
  accepts: { above: 0, max: 100 },
};
const depth: ParamSpec = {
  ...{ default: 5, min: 1, max: 8, scale: 'linear', integer: true },
  accepts: { min: 1, max: 8 },
};
const width: ParamSpec = {
  ...{ default: 100, min: 10, max: 200, scale: 'log', integer: true },
  accepts: { min: 2, max: 200 },
};
const dropout: ParamSpec = { default: 0, min: 0, max: 0.7, scale: 'linear', accepts: { min: 0, below: 1 } };
const decay: ParamSpec = { default: 0, min: 0, max: 0.2, scale: 'linear', symbol: 'λ', accepts: { min: 0, max: 10 } };
const lr: ParamSpec = {
  ...{ default: 0.01, min: 1e-4, max: 1, scale: 'log', symbol: 'η' },
  accepts: { min: 0, max: 1e6 },
};
const batch: ParamSpec = {
  ...{ default: 100, min: 10, max: 1000, scale: 'log', integer: true },
  accepts: { min: 1, max: 8000 },
};
const samples: ParamSpec = {
  ...{ default: 1000, min: 100, max: 2000, scale: 'log', integer: true },
  accepts: { min: 20, max: 8000 },
};
const updates: ParamSpec = {
  ...{ default: 200, min: 40, max: 2000, scale: 'log', integer: true },
  accepts: { min: 10, max: 5000 },
};
const seedSpec: ParamSpec = {
  ...{ default: 1, min: 1, max: 999, scale: 'linear', integer: true },
  accepts: { min: 0, max: 999_999 },
};

/** The book's on digits (§6.1.8), where it has one. */
const rates: Readonly<Partial<Record<OptimizerId, number>>> = {
  ...{ sgd: 0.01, momentum: 0.01, nesterov: 0.01, adagrad: 0.01, adadelta: 1, lion: 0.0003 },
};

/** A learning rate to begin with: small where the step is near lr, larger where it is lr times the gradient. */
export const rateOf = (id: OptimizerId): number =>
  rates[id] ?? (optimizerOf(id).rate?.by === 'gradient' ? 0.01 : 0.001);

/**
 * The size of the book's net of §6.3 and its digits; std such that without batch normalization everything collapses. Its ReLU gives 0 half of the time in any net: with tanh what is
 * alive is told from what is not at a glance.
 */
export const layersEntries = {
  twin: flag('tw', true, { key: 'b' }),
  batchNorm: flag('bn', false),
  init: choice('i', initIds, 'std', { select: true, key: 'i' }),
  initStd: number('sd', initStd),
  activation: choice('a', activationIds, 'tanh', { select: true, key: 'a' }),
  depth: number('dp', depth),
  width: number('w', width),
  dropout: number('do', dropout),
  decay: number('wd', decay),
  optimizer: choice('o', optimizerIds, 'sgd', { select: true }),
  lr: number('lr', lr),
  batch: number('bs', batch),
  samples: number('n', samples),
  updates: number('k', updates),
  seed: seed('s', seedSpec, { key: 's' }),
  gradients: flag('gr', true, { key: 'g' }),
  prune: flag('pr', false, { key: 'x' }),
  quantity: choice('q', ['loss', 'accuracy'], 'loss', { key: 'q' }),
};
