import { muon } from '../../src/networks/muon.ts';
import {
  isTrainingOptimizerId,
  optimizerOf,
  ruleOf,
  semanticsFor,
  trainingOptimizerIds,
} from '../../src/optimizers/index.ts';
import { ownIdOf } from '../../src/optimizers/own/index.ts';
import { defaultsOf, refusal, type ParamSpec, type ParamSpecs, type ParamValues } from '../../src/params/spec.ts';
import { readNumber, writeParams } from '../../src/state/urlNumbers.ts';
import type { OptimizerSpec, TrainerId } from './run/types.ts';

/** The reader's own rule among the optimizers. */
export const OWN = 'own' as const;
type Known = Exclude<TrainerId, typeof OWN>;
/** Whom everybody has. */
export const trainerIds: readonly Known[] = [...trainingOptimizerIds, 'muon'];
export const isTrainer = (id: string): id is TrainerId => id === 'muon' || id === OWN || isTrainingOptimizerId(id);

/** What a state says of its optimizers. */
export interface Trainers {
  readonly rates: Readonly<Record<Known, number>>;
  /** Of each but its learning rate, as `momentum.momentum`. */
  readonly tuned: ParamValues;
  /** The lines of `own`. */
  readonly rule: string | null;
  /** What of its numbers are other ones than the lines say. */
  readonly ruled: ParamValues;
}

const paramsOf = (id: TrainerId, rule: string | null): ParamSpecs => {
  if (id === OWN) return rule === null ? {} : ruleOf(ownIdOf(rule)).params;
  return id === 'muon' ? muon.params : ruleOf(id, semanticsFor(id, 'torch')).params;
};

/** Learning rates that train the opening net well; any other net is a slider away from them. */
const trained: Readonly<Partial<Record<Known, number>>> = {
  ...{ sgd: 0.5, momentum: 0.1, nesterov: 0.1, adagrad: 0.1, rmsprop: 0.005, adadelta: 5 },
  ...{ adam: 0.01, amsgrad: 0.01, adamw: 0.01, adamax: 0.02, nadam: 0.01, lion: 0.002, muon: 0.02 },
  ...{ 'schedule-free': 2, sam: 0.5 },
};

/** Of one that has not been tried on it: small where the step is near lr, larger where it is lr times the gradient. */
function untried(id: Known): number {
  const by = id === 'muon' ? undefined : optimizerOf(id).rate?.by;
  return by === 'gradient' ? 0.1 : 0.01;
}

const rateSpec = (value: number): ParamSpec => ({
  ...{ default: value, min: 1e-4, max: 10, scale: 'log', symbol: 'η' },
  accepts: { min: 0, max: 1e6 },
});

const of = <T>(make: (id: Known) => T) =>
  Object.fromEntries(trainerIds.map((id) => [id, make(id)])) as Record<Known, T>;
export const rates = of((id) => trained[id] ?? untried(id));
export const rateSpecs = of((id) => rateSpec(rates[id]));

/** The spec of a learning rate; null for an own rule that has none. */
export function rateSpecOf(id: TrainerId, rule: string | null): ParamSpec | null {
  if (id !== OWN) return rateSpecs[id];
  const said = paramsOf(id, rule)['lr'];
  return said ? rateSpec(said.default) : null;
}

/** What its rule has besides the learning rate, by the names of `tuned`. */
export const tunedOf = (id: TrainerId, rule: string | null) =>
  Object.entries(paramsOf(id, rule)).flatMap(([name, spec]) =>
    name === 'lr' ? [] : [[`${id}.${name}`, name, spec] as const],
  );

/** Of everybody: each optimizer's own and their defaults. */
export const tunedSpecs: ParamSpecs = Object.fromEntries(
  trainerIds.flatMap((id) => tunedOf(id, null).map(([key, , spec]) => [key, spec] as const)),
);

/** Every number that an optimizer has now. */
export function valuesOf({ rates: lrs, tuned, rule, ruled }: Trainers, id: TrainerId): ParamValues {
  const specs = paramsOf(id, rule);
  if (id !== OWN) {
    const others = Object.fromEntries(tunedOf(id, rule).map(([key, name]) => [name, tuned[key]!]));
    return { ...defaultsOf(specs), ...others, lr: lrs[id] };
  }
  // A link names what it likes.
  const said = Object.entries(ruled).filter(([name, value]) => specs[name] && refusal(specs[name], value) === null);
  return { ...defaultsOf(specs), ...Object.fromEntries(said) };
}

/** NaN for an own rule that has none. */
export const rateOf = (state: Trainers, id: TrainerId): number => valuesOf(state, id)['lr'] ?? NaN;

export function optimizerSpec(state: Trainers, id: TrainerId): OptimizerSpec {
  const params = valuesOf(state, id);
  if (id === OWN) return { id, rule: state.rule ?? '', semantics: 'own', params };
  return { id, semantics: id === 'muon' ? 'torch' : semanticsFor(id, 'torch'), params };
}

type Some = Readonly<Partial<Record<string, number>>>;
interface Said {
  readonly rates?: Some | undefined;
  readonly tuned?: Some | undefined;
  readonly ruled?: ParamValues | undefined;
}

/** The overrides by which numbers of an optimizer become these. */
export function changed({ rates: lrs, tuned, ruled }: Said, id: TrainerId, values: ParamValues): Said {
  if (id === OWN) return { ruled: { ...ruled, ...values } };
  const { lr, ...rest } = values;
  const others = Object.fromEntries(Object.entries(rest).map(([name, value]) => [`${id}.${name}`, value]));
  return {
    ...(lr !== undefined && { rates: { ...lrs, [id]: lr } }),
    ...(Object.keys(others).length > 0 && { tuned: { ...tuned, ...others } }),
  };
}

/** `b:0.8;lr:0.1`, of names that the rule alone knows. */
export const ruledText = {
  write: writeParams,
  read(text: string): ParamValues | undefined {
    const pairs = text.split(';').map((part) => {
      const [, name = '', value = ''] = /^([A-Za-z]\w{0,23}):(.*)$/.exec(part) ?? [];
      return [name, readNumber(value)] as const;
    });
    return pairs.every(([name, value]) => name !== '' && value !== undefined)
      ? (Object.fromEntries(pairs) as ParamValues)
      : undefined;
  },
};

/** `rule`: the reader's own. */
export function nameOf(id: string, rule: string | null = null): string {
  if (id === 'muon') return muon.name;
  return optimizerOf(id === OWN && rule !== null ? ownIdOf(rule) : id).name;
}
