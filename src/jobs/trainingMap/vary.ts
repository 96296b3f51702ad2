import type { TrainSpec } from '../../networks/types.ts';
import { muon } from '../../networks/muon.ts';
import { paramsOf } from '../../optimizers/index.ts';
import type { ParamSpec, ParamSpecs } from '../../params/spec.ts';

/** What can be varied of a training besides its rule. `batch`: samples; of a map it is never 0. */
const ofTraining = {
  batch: { default: 1, min: 1, max: 200, scale: 'log', integer: true, accepts: { min: 1, max: 60_000 } },
  width: { default: 16, min: 2, max: 64, scale: 'log', integer: true, accepts: { min: 1, max: 1024 } },
  depth: { default: 2, min: 0, max: 5, scale: 'linear', integer: true, accepts: { min: 0, max: 20 } },
  decay: { default: 0, min: 1e-5, max: 0.1, scale: 'log', symbol: 'λ', accepts: { min: 0, max: 10 } },
  dropout: { default: 0, min: 0, max: 0.7, scale: 'linear', accepts: { min: 0, below: 1 } },
  updates: { default: 240, min: 20, max: 2000, scale: 'log', integer: true, accepts: { min: 1, max: 1_000_000 } },
} as const satisfies ParamSpecs;

export type Setting = keyof typeof ofTraining;

/** A training apart from what is recorded of it. */
export type Varied = Omit<TrainSpec, 'every'>;

/** Parameters of its rule. */
export const ruleParams = ({ optimizer, semantics }: Pick<Varied, 'optimizer' | 'semantics'>): ParamSpecs =>
  optimizer === 'muon' ? muon.params : paramsOf(optimizer, semantics);

/** What each name that a training can be varied in may be. */
export const specsFor = (run: Pick<Varied, 'optimizer' | 'semantics'>): ParamSpecs => ({
  ...ofTraining,
  ...ruleParams(run),
});

/** What of the training besides its rule a name means; null: nothing, or the rule calls a number of its own so. */
export function settingIn(run: Pick<Varied, 'optimizer' | 'semantics'>, name: string): Setting | null {
  if (Object.hasOwn(ruleParams(run), name)) return null;
  return (Object.keys(ofTraining) as Setting[]).find((each) => each === name) ?? null;
}

/** Every name that it can be varied in: its rule's, then the others. */
export const variedIn = (run: Pick<Varied, 'optimizer' | 'semantics'>): readonly string[] => [
  // An own rule may call a number so.
  ...new Set([...Object.keys(ruleParams(run)), ...Object.keys(ofTraining)]),
];

/** The value of a name of `variedIn`. `samples`: a batch of all of them is so large. */
export function valueIn({ params, network, batch, steps }: Varied, name: string, samples: number): number {
  const { hidden, decay, dropout } = network;
  const others: Readonly<Record<Setting, number>> = {
    batch: batch === 0 ? samples : Math.min(batch, samples),
    width: hidden[0] ?? NaN,
    depth: hidden.length,
    ...{ decay, dropout, updates: steps },
  };
  return params[name] ?? (others as Readonly<Record<string, number>>)[name] ?? NaN;
}

/** The training with other values for some of these names; whole where only whole ones are. All hidden layers are as wide as the first, `FIRST` where there was none. */
export function varyTraining(run: Varied, values: Readonly<Record<string, number>>): Varied {
  const specs: Readonly<Record<string, ParamSpec>> = specsFor(run);
  const params = { ...run.params };
  let { network, batch, steps } = run;
  for (const [name, given] of Object.entries(values)) {
    const value = specs[name]?.integer ? Math.round(given) : given;
    const { hidden } = network;
    if (Object.hasOwn(params, name)) params[name] = value;
    else if (name === 'batch') batch = value;
    else if (name === 'updates') steps = value;
    else if (name === 'width') network = { ...network, hidden: hidden.map(() => value) };
    else if (name === 'depth') network = { ...network, hidden: new Array<number>(value).fill(hidden[0] ?? FIRST) };
    else if (name === 'decay' || name === 'dropout') network = { ...network, [name]: value };
    else throw new Error(`a training by ${run.optimizer} has no "${name}"`);
  }
  return { ...run, params, network, batch, steps };
}

const FIRST = ofTraining.width.default;
