import { adabelief } from './adabelief.ts';
import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamax } from './adamax.ts';
import { adamw } from './adamw.ts';
import { adan } from './adan.ts';
import { amsgrad } from './amsgrad.ts';
import { barzilaiBorwein } from './barzilai-borwein.ts';
import { dog } from './dog.ts';
import { lion } from './lion.ts';
import { momentum } from './momentum.ts';
import { nadam } from './nadam.ts';
import { nesterov } from './nesterov.ts';
import { polyak } from './polyak.ts';
import { prodigy } from './prodigy.ts';
import { radam } from './radam.ts';
import { rmsprop } from './rmsprop.ts';
import type { ParamSpecs } from '../params/spec.ts';
import { isOwnId, ownOptimizer } from './own/index.ts';
import { procedures } from './secondOrder/index.ts';
import type { Procedure } from './secondOrder/types.ts';
import { sam } from './sam.ts';
import { scheduleFree } from './schedule-free.ts';
import { sgd } from './sgd.ts';
import { yogi } from './yogi.ts';
import type { OptimizerDef, Rule, Semantics } from './types.ts';

/**
 * Every optimizer with a rule for each coordinate under its id, in the order of pickers and panels: for paths, swarms, networks and
 * whatever else has coordinates.
 */
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
  radam,
  adabelief,
  yogi,
  adan,
  'barzilai-borwein': barzilaiBorwein,
  dog,
  prodigy,
} as const satisfies Record<string, OptimizerDef>;

export type OptimizerId = keyof typeof optimizers;

export const optimizerIds = Object.keys(optimizers) as OptimizerId[];

export function isOptimizerId(id: string): id is OptimizerId {
  return Object.hasOwn(optimizers, id);
}

/** Rules that ask more of a surface than the gradient at x. */
const probingOptimizers = {
  polyak,
  'schedule-free': scheduleFree,
  sam,
} as const satisfies Record<string, OptimizerDef>;

/** Everything with a rule. */
export const ruledOptimizers = { ...optimizers, ...probingOptimizers } as const satisfies Record<string, OptimizerDef>;

export type RuledOptimizerId = keyof typeof ruledOptimizers;

export const ruledOptimizerIds = Object.keys(ruledOptimizers) as RuledOptimizerId[];

/** What trains a network, whose least loss nobody knows. */
export type TrainingOptimizerId = Exclude<RuledOptimizerId, 'polyak'>;

export const trainingOptimizerIds = ruledOptimizerIds.filter((id): id is TrainingOptimizerId => id !== 'polyak');

export function isTrainingOptimizerId(id: string): id is TrainingOptimizerId {
  return (trainingOptimizerIds as readonly string[]).includes(id);
}

/** The same and behind them the second-order methods: what runs on a surface. */
export const allOptimizers = { ...ruledOptimizers, ...procedures } as const satisfies Record<
  string,
  OptimizerDef<Method>
>;

/** How an optimizer goes about it. */
export type Method = Rule | Procedure;

export type AnyOptimizerId = keyof typeof allOptimizers;

export const allOptimizerIds = Object.keys(allOptimizers) as AnyOptimizerId[];

export function isAnyOptimizerId(id: string): id is AnyOptimizerId {
  return Object.hasOwn(allOptimizers, id);
}

/** Of the registry, or somebody's own (`own/`). Throws an Error that names the optimizers there are. */
export function optimizerOf(id: string): OptimizerDef<Method> {
  if (isOwnId(id)) return ownOptimizer(id);
  if (!isAnyOptimizerId(id)) throw new Error(`there is no optimizer "${id}"; there are ${allOptimizerIds.join(', ')}`);
  return allOptimizers[id];
}

/** In the order of menus. */
export const families = ['gradient', 'adaptive', 'own-rate', 'second-order'] as const;

export function familyOf(id: AnyOptimizerId): (typeof families)[number] {
  const def: OptimizerDef<Method> = allOptimizers[id];
  return def.family ?? (isProcedure(methodOf(id)) ? 'second-order' : 'adaptive');
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
export function methodOf(id: string, semantics: Semantics = semanticsFor(id)): Method {
  const method = optimizerOf(id).semantics[semantics];
  if (method === undefined) {
    throw new Error(`the optimizer "${id}" has no ${semantics} semantics; it has ${semanticsOf(id).join(', ')}`);
  }
  return method;
}

export function isProcedure(method: Method): method is Procedure {
  return 'kind' in method;
}

/** Of a second-order method too. */
export function paramsOf(id: string, semantics?: Semantics): ParamSpecs {
  return methodOf(id, semantics).params;
}

/** null for a second-order method, which has none. */
export function ruleOrNull(id: string, semantics?: Semantics): Rule | null {
  const method = methodOf(id, semantics);
  return isProcedure(method) ? null : method;
}

/** Throws an Error that names the semantics there are, and one for a second-order method. */
export function ruleOf(id: string, semantics?: Semantics): Rule {
  const rule = ruleOrNull(id, semantics);
  if (rule === null) throw new Error(`"${id}" couples the coordinates: it has no rule for each of them`);
  return rule;
}
