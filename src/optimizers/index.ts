import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamax } from './adamax.ts';
import { adamw } from './adamw.ts';
import { amsgrad } from './amsgrad.ts';
import { lion } from './lion.ts';
import { momentum } from './momentum.ts';
import { nadam } from './nadam.ts';
import { nesterov } from './nesterov.ts';
import { rmsprop } from './rmsprop.ts';
import { isOwnId, ownOptimizer } from './own/index.ts';
import { sgd } from './sgd.ts';
import type { OptimizerDef, Rule, Semantics } from './types.ts';

/** Every optimizer under its id, in the order of pickers and panels. */
export const optimizers = {
  sgd,
  momentum,
  nesterov,
  adagrad,
  rmsprop,
  adadelta,
  adam,
  amsgrad,
  adamw,
  adamax,
  nadam,
  lion,
} as const satisfies Record<string, OptimizerDef>;

export type OptimizerId = keyof typeof optimizers;

export const optimizerIds = Object.keys(optimizers) as OptimizerId[];

export function isOptimizerId(id: string): id is OptimizerId {
  return Object.hasOwn(optimizers, id);
}

/** Of the registry, or somebody's own (`own/`). Throws an Error that names the optimizers there are. */
export function optimizerOf(id: string): OptimizerDef {
  if (isOwnId(id)) return ownOptimizer(id);
  if (!isOptimizerId(id)) throw new Error(`there is no optimizer "${id}"; there are ${optimizerIds.join(', ')}`);
  return optimizers[id];
}

/** In order of preference; throws for an unknown id. */
export function semanticsOf(id: string): readonly Semantics[] {
  return Object.keys(optimizerOf(id).semantics) as Semantics[];
}

/** `wanted` where the optimizer has it, else its first; throws for an unknown id. */
export function semanticsFor(id: string, wanted?: Semantics): Semantics {
  const all = semanticsOf(id);
  const found = all.find((semantics) => semantics === wanted) ?? all[0];
  if (found === undefined) throw new Error(`the optimizer "${id}" has no semantics`);
  return found;
}

/** Throws an Error that names the semantics there are. */
export function ruleOf(id: string, semantics: Semantics = semanticsFor(id)): Rule {
  const rule = optimizerOf(id).semantics[semantics];
  if (rule === undefined) {
    throw new Error(`the optimizer "${id}" has no ${semantics} semantics; it has ${semanticsOf(id).join(', ')}`);
  }
  return rule;
}
