import { activationIds } from '../../networks/activations.ts';
import { initIds } from '../../networks/init.ts';
import { layoutOf } from '../../networks/layout.ts';
import { muon } from '../../networks/muon.ts';
import type { DataSet, LossId, NetworkSpec, TrainSpec } from '../../networks/types.ts';
import { isTrainingOptimizerId, ruleOf, trainingOptimizerIds } from '../../optimizers/index.ts';
import { isOwnId } from '../../optimizers/own/index.ts';
import { defaultsOf, whole, type ParamSpecs } from '../../params/spec.ts';
import { limits } from '../../io/networks/limits.ts';
import { Refusal } from '../refusal.ts';
import { oneOf, seedOf } from '../registration/flags.ts';
import { assignments, ownAsked, semanticsAsked, valueOf } from '../request.ts';
import { numberWithin, offer } from '../values.ts';
import type { DataFlags } from './data.ts';

/** What commander hands over of a network and its data. */
export interface NetworkFlags extends DataFlags {
  readonly layers?: string;
  readonly activation?: string;
  readonly init?: string;
  readonly initStd?: string;
  readonly loss?: string;
  readonly batchNorm?: boolean;
  readonly dropout?: string;
  readonly seed?: string;
}

/** And of its training. */
export interface TrainingFlags extends NetworkFlags {
  readonly optimizer?: string;
  readonly semantics?: string;
  readonly lr?: string;
  readonly set?: readonly string[];
  readonly batch?: string;
  readonly epochs?: string;
  readonly record?: string;
  readonly precision?: string;
  readonly jitter?: string;
}

export const losses = ['cross-entropy', 'squared-error'] as const satisfies readonly LossId[];
export const netOptimizers = [...trainingOptimizerIds, 'muon'] as const;
export const defaults = {
  ...{ layers: '16,16', activation: 'tanh', init: 'xavier', initStd: 0.01, optimizer: 'adam' },
  ...{ batch: 100, epochs: 500, digitEpochs: 5, seed: 1, records: 100 },
} as const;
/** Without --record: a hundred records of small nets, fewer of large ones, but ten. */
const recordsOf = (size: number): number => Math.min(defaults.records, Math.max(10, Math.round(1e6 / size)));
export const precisions = ['float64', 'float32'] as const;
const [MOST_LAYERS, MOST_WIDTH, MOST_STEPS] = [50, 4096, 10_000_000];

export const seedAsked = ({ seed }: Pick<NetworkFlags, 'seed'>): number =>
  seed === undefined ? defaults.seed : seedOf(seed);

/** The network that the flags ask for, for that data. Throws Refusal. */
export function networkAsked(flags: NetworkFlags, { task, train }: DataSet): NetworkSpec {
  const loss =
    flags.loss === undefined ? (task === 'classes' ? losses[0] : losses[1]) : oneOf('loss', flags.loss, losses);
  if (task === 'values' && loss === 'cross-entropy') {
    throw new Refusal('--loss cross-entropy is for classes, and this data has values: use squared-error');
  }
  const { activation = defaults.activation, dropout = '0' } = flags;
  return {
    inputs: train.inputs,
    hidden: widthsAsked(flags.layers ?? defaults.layers),
    outputs: train.outputs,
    activation: oneOf('activation', activation, activationIds),
    ...{ task, loss, batchNorm: flags.batchNorm ?? false, decay: 0 },
    dropout: numberWithin('--dropout', dropout, { accepts: { min: 0, below: 1 } }),
  };
}

/** The hidden layers' widths. Throws Refusal. */
export function widthsAsked(text: string): number[] {
  if (text === 'none') return [];
  const widths = text.split(',').map((width) => numberWithin('--layers', width, whole(1, MOST_WIDTH)));
  if (widths.length > MOST_LAYERS) throw new Refusal(`--layers names ${widths.length} layers: at most ${MOST_LAYERS}`);
  return widths;
}

export const initAsked = ({
  init = defaults.init,
  initStd,
}: Pick<NetworkFlags, 'init' | 'initStd'>): Pick<TrainSpec, 'init' | 'initStd'> => ({
  init: oneOf('init', init, initIds),
  initStd: initStd === undefined ? defaults.initStd : numberWithin('--init-std', initStd, { accepts: { min: 0 } }),
});

/** A training apart from its length and what is kept of it. */
type Unmeasured = Omit<TrainSpec, 'steps' | 'every'>;

const number = (flag: string, text: string | undefined, without: number, min: number) =>
  text === undefined ? without : numberWithin(flag, text, whole(min, MOST_STEPS));

/** How the flags have the network trained, however long. Throws Refusal. */
export function trainingAsked(flags: TrainingFlags, data: DataSet): Unmeasured {
  const network = networkAsked(flags, data);
  const { optimizer, semantics, specs } = ruleAsked(flags);
  const params = defaultsOf(specs);
  for (const [name, text] of assignments(flags)) {
    if (!Object.hasOwn(specs, name)) {
      throw new Refusal(
        `--set: ${optimizer} (${semantics}) has no parameter "${name}"; it has ${Object.keys(specs).join(', ')}`,
      );
    }
    params[name] = valueOf(name, text, specs);
  }
  const batch = number('--batch', flags.batch, defaults.batch, 0);
  const seed = seedAsked(flags);
  return { network, ...initAsked(flags), optimizer, semantics, params, batch, seed, ...jitterAsked(flags, data) };
}

/** The training that the flags ask for. Throws Refusal. */
export function trainSpecOf(flags: TrainingFlags, data: DataSet, digits: boolean): TrainSpec {
  const { network, init, initStd, optimizer, semantics, params, batch, seed, ...jitter } = trainingAsked(flags, data);
  const epochs = number('--epochs', flags.epochs, digits ? defaults.digitEpochs : defaults.epochs, 1);
  const { count } = data.train;
  const steps = epochs * (batch === 0 ? 1 : Math.ceil(count / batch));
  if (steps > MOST_STEPS) throw new Refusal(`--epochs: that is ${steps} updates, at most ${MOST_STEPS} are made here`);
  const every = number('--record', flags.record, Math.ceil(steps / recordsOf(layoutOf(network).size)), 1);
  const bytes = 8 * layoutOf(network).size * (2 + Math.floor(steps / every));
  if (bytes > limits.bytes) {
    throw new Refusal(
      `--record: the weights kept would take ${bytes} bytes, at most ${limits.bytes}: keep them at fewer updates`,
    );
  }
  // In the order of files and checkpoints.
  return { network, init, initStd, optimizer, semantics, params, batch, steps, seed, every, ...jitter };
}

/** Nothing where nothing is warped, so that files and checkpoints say what they said. Throws Refusal. */
function jitterAsked({ jitter }: TrainingFlags, { train }: DataSet): Pick<TrainSpec, 'jitter'> {
  if (jitter === undefined) return {};
  if (!Number.isInteger(Math.sqrt(train.inputs)) || train.inputs < 4)
    throw new Refusal(`--jitter warps square images, and a sample here has ${train.inputs} inputs: leave it out`);
  return { jitter: numberWithin('--jitter', jitter, { accepts: { min: 0, max: 1 } }) };
}

function ruleAsked({
  optimizer = defaults.optimizer,
  semantics,
}: TrainingFlags): Pick<TrainSpec, 'optimizer' | 'semantics'> & { readonly specs: ParamSpecs } {
  if (optimizer === 'muon') {
    if (semantics !== undefined && semantics !== 'paper')
      throw new Refusal(`muon has no "${semantics}" semantics; it has paper`);
    return { optimizer, semantics: 'paper', specs: muon.params };
  }
  if (isOwnId(optimizer)) {
    if (semantics !== undefined) throw new Refusal('an own rule has no other semantics: leave --semantics out');
    const own = ownAsked(optimizer, false);
    return { optimizer: own, semantics: 'own', specs: ruleOf(own).params };
  }
  if (!isTrainingOptimizerId(optimizer))
    throw new Refusal(`there is no optimizer "${optimizer}"; ${offer(optimizer, netOptimizers)}`);
  const asked = semanticsAsked(optimizer, semantics);
  return { optimizer, semantics: asked, specs: ruleOf(optimizer, asked).params };
}
