import { activationIds } from '../../src/networks/activations.ts';
import { toyDataIds } from '../../src/networks/data/index.ts';
import { initIds } from '../../src/networks/init.ts';
import { isOptimizerId, optimizerIds, optimizerOf, ruleOf, semanticsFor } from '../../src/optimizers/index.ts';
import { defaultsOf, type ParamSpec, type ParamSpecs } from '../../src/params/spec.ts';
import { choice, custom, flag, number, params, seed, type Entry } from '../../src/scene/state/entries.ts';
import { stateTable, type StateOf } from '../../src/scene/state/table.ts';
import { cornersText, type Corners } from './landscape/corners.ts';
import { readPoints, writePoints, type OwnPoint } from './own/points.ts';
import { muon } from '../../src/networks/muon.ts';
import type { OptimizerSpec, RunSpec, TrainerId } from './run/types.ts';

/** At most so many optimizers at once: each has a hue, and a pane. */
export const MOST_OPTIMIZERS = 4;
/** Parts that a training is recorded in: the clock's steps. */
const PARTS = 60;

const countSpec: ParamSpec = {
  ...{ default: 200, min: 20, max: 500, scale: 'linear', integer: true, symbol: 'N' },
  accepts: { min: 4, max: 2000 },
};
const noise: ParamSpec = { default: 0.02, min: 0, max: 0.4, scale: 'linear', symbol: 'σ', accepts: { min: 0, max: 2 } };
const depth: ParamSpec = {
  ...{ default: 2, min: 0, max: 5, scale: 'linear', integer: true },
  accepts: { min: 0, max: 8 },
};
const width: ParamSpec = {
  ...{ default: 16, min: 2, max: 64, scale: 'log', integer: true },
  accepts: { min: 1, max: 128 },
};
const initStd: ParamSpec = {
  default: 0.1,
  min: 0.001,
  max: 3,
  scale: 'log',
  symbol: 'σ',
  accepts: { above: 0, max: 100 },
};
const decay: ParamSpec = { default: 0, min: 0, max: 0.02, scale: 'linear', symbol: 'λ', accepts: { min: 0, max: 10 } };
const dropout: ParamSpec = { default: 0, min: 0, max: 0.7, scale: 'linear', accepts: { min: 0, below: 1 } };
const batch: ParamSpec = {
  ...{ default: 0, min: 0, max: 200, scale: 'linear', integer: true },
  accepts: { min: 0, max: 2000 },
};
const updates: ParamSpec = {
  ...{ default: 1200, min: 60, max: 6000, scale: 'log', integer: true },
  accepts: { min: 10, max: 20_000 },
};
/** Of each training of a map: there are hundreds. */
const heatUpdates: ParamSpec = {
  ...{ default: 240, min: 24, max: 2400, scale: 'log', integer: true },
  accepts: { min: 1, max: 20_000 },
};
const seedSpec: ParamSpec = {
  ...{ default: 1, min: 1, max: 999, scale: 'linear', integer: true },
  accepts: { min: 0, max: 999_999 },
};
const zoom: ParamSpec = { default: 1, min: 0.2, max: 5, scale: 'log', accepts: { above: 0.01, max: 100 } };

/** Learning rates that train the opening net well; any other net is a slider away from them. */
const trained = {
  ...{ sgd: 0.5, momentum: 0.1, nesterov: 0.1, adagrad: 0.1, rmsprop: 0.005, adadelta: 5 },
  ...{ adam: 0.01, amsgrad: 0.01, adamw: 0.01, adamax: 0.02, nadam: 0.01, lion: 0.002, muon: 0.02 },
} as const satisfies Readonly<Partial<Record<TrainerId, number>>>;

export const trainerIds: readonly TrainerId[] = [...optimizerIds, 'muon'];
const isTrainer = (id: string): id is TrainerId => id === 'muon' || isOptimizerId(id);

const trainerParams = (id: TrainerId): ParamSpecs =>
  id === 'muon' ? muon.params : ruleOf(id, semanticsFor(id, 'torch')).params;

/** Of one that has not been tried on it: small where the step is near lr, larger where it is lr times the gradient. */
function untried(id: TrainerId): number {
  const by = id === 'muon' ? undefined : optimizerOf(id).rate?.by;
  return by === 'gradient' ? 0.1 : 0.01;
}

const known: Readonly<Partial<Record<TrainerId, number>>> = trained;
const rates = Object.fromEntries(trainerIds.map((id) => [id, known[id] ?? untried(id)])) as Record<TrainerId, number>;

/** Of each but its learning rate, `momentum.momentum`: its rule's own, and their defaults. */
const tunedSpecs: ParamSpecs = Object.fromEntries(
  trainerIds.flatMap((id) =>
    Object.entries(trainerParams(id)).flatMap(([name, spec]) => (name === 'lr' ? [] : [[`${id}.${name}`, spec]])),
  ),
);

const rateSpecs = Object.fromEntries(
  trainerIds.map((id): [string, ParamSpec] => [
    id,
    { default: rates[id], min: 1e-4, max: 10, scale: 'log', symbol: 'η', accepts: { min: 0, max: 1e6 } },
  ]),
) as Record<TrainerId, ParamSpec>;
export const rateSpecOf = (id: TrainerId): ParamSpec => rateSpecs[id];

const idsText = {
  write: (ids: readonly string[]) => ids.join('~'),
  read(text: string): readonly TrainerId[] | undefined {
    const ids = text.split('~');
    const fits = ids.length <= MOST_OPTIMIZERS && new Set(ids).size === ids.length && ids.every(isTrainer);
    return fits ? ids : undefined;
  },
};
const opening: readonly TrainerId[] = ['sgd', 'momentum', 'adam'];
const same = (a: readonly string[], b: readonly string[]) => a.join('~') === b.join('~');

/** Of what a map varies; what cannot be varied is not asked for. */
const nameText = { write: String, read: (text: string) => (/^\w{1,24}$/.test(text) ? text : undefined) };

const planes = ['pca', 'random', 'points'] as const;

const onView: Entry<readonly TrainerId[]> = {
  ...custom<readonly TrainerId[]>('o', opening, idsText),
  strip: (ids) => (same(ids, opening) ? undefined : ids),
};

const entries = {
  data: choice('d', [...toyDataIds, 'digits', 'own'], 'spirals', {
    select: true,
    key: 'f',
    begins: true,
    resets: ['card'],
  }),
  count: number('n', countSpec),
  noise: number('nz', noise),
  points: custom<readonly OwnPoint[]>('pts', [], { write: writePoints, read: readPoints }),
  depth: number('dp', depth),
  width: number('w', width),
  activation: choice('a', activationIds, 'tanh', { select: true }),
  init: choice('i', initIds, 'xavier', { select: true }),
  initStd: number('sd', initStd),
  loss: choice('lo', ['cross-entropy', 'squared-error'], 'cross-entropy', { select: true }),
  batch: number('bs', batch),
  decay: number('wd', decay),
  dropout: number('do', dropout),
  batchNorm: flag('bn', false),
  optimizers: onView,
  rates: params('lr', rateSpecs, rates, { row: false }),
  tuned: params('op', tunedSpecs, defaultsOf(tunedSpecs), { row: false }),
  updates: number('k', updates),
  seed: seed('s', seedSpec, { key: 's' }),
  view: choice('vw', ['pair', 'nets', 'loss', 'losses', 'heat'], 'pair', { select: true, key: 'w' }),
  selected: custom<TrainerId>('sel', 'adam', {
    write: String,
    read: (text) => (isTrainer(text) ? text : undefined),
  }),
  plane: choice('p', planes, 'pca', { key: 'p' }),
  planeSeed: seed('ps', seedSpec),
  corners: custom<Corners | null>('pc', null, cornersText),
  zoom: number('z', zoom),
  height: choice('hs', ['log', 'linear'], 'log'),
  truth: flag('tl', true, { key: 'r' }),
  starts: flag('st', false),
  heatX: custom('hx', '', nameText),
  heatY: custom('hy', '', nameText),
  heatUpdates: number('hk', heatUpdates),
  heatOf: choice('ho', ['train', 'test'], 'train'),
  quantity: choice('q', ['loss', 'accuracy', 'sharpness'], 'loss', { key: 'q' }),
};

export type StateEntries = typeof entries;
export type State = StateOf<typeof entries>;

export const table = stateTable(entries, {
  id: 'networks',
  prefix: 'net',
  maxSteps: 200,
  settle(state) {
    const { optimizers, selected } = state;
    // The one that is on view.
    return optimizers.includes(selected) ? state : { ...state, selected: optimizers[optimizers.length - 1]! };
  },
});

/** What its rule has besides the learning rate, by the names of `tuned`. */
export const tunedOf = (id: TrainerId): readonly (readonly [key: string, name: string, spec: ParamSpec])[] =>
  Object.entries(trainerParams(id)).flatMap(([name, spec]) =>
    Object.hasOwn(tunedSpecs, `${id}.${name}`) ? [[`${id}.${name}`, name, spec] as const] : [],
  );

function optimizerSpec({ rates: lrs, tuned }: State, id: TrainerId): OptimizerSpec {
  const others = Object.fromEntries(tunedOf(id).map(([key, name]) => [name, tuned[key]!]));
  const semantics = id === 'muon' ? 'torch' : semanticsFor(id, 'torch');
  return { id, semantics, params: { ...defaultsOf(trainerParams(id)), ...others, lr: lrs[id] } };
}

/** The training that a state asks for; null: there is nothing to learn from yet. */
export function specOf(state: State): RunSpec | null {
  const { data, count, noise: deviation, points, seed: number } = state;
  if (data === 'own' && points.length < 2) return null;
  return {
    data:
      data === 'own'
        ? { id: data, points: writePoints(points) }
        : data === 'digits'
          ? { id: data, count }
          : { id: data, count, noise: deviation, seed: number },
    hidden: Array.from({ length: state.depth }, () => state.width),
    activation: state.activation,
    init: state.init,
    initStd: state.init === 'std' ? state.initStd : 0,
    loss: state.loss,
    batchNorm: state.batchNorm && state.depth > 0,
    dropout: state.depth > 0 ? state.dropout : 0,
    decay: state.decay,
    batch: state.batch,
    updates: state.updates,
    every: everyOf(state.updates),
    seed: number,
    optimizers: state.optimizers.map((id) => optimizerSpec(state, id)),
  };
}

export const everyOf = (count: number): number => Math.max(1, Math.ceil(count / PARTS));
export const partsOf = (count: number): number => Math.ceil(count / everyOf(count));

export const nameOf = (id: string): string => (id === 'muon' ? muon.name : optimizerOf(id).name);
