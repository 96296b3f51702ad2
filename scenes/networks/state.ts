import { activationIds } from '../../src/networks/activations.ts';
import { toyDataIds } from '../../src/networks/data/index.ts';
import { initIds } from '../../src/networks/init.ts';
import { defaultsOf, type ParamSpec, type ParamValues } from '../../src/params/spec.ts';
import { choice, custom, flag, number, params, seed, type Entry } from '../../src/scene/state/entries.ts';
import { stateTable, type StateOf } from '../../src/scene/state/table.ts';
import { ruleCoder } from '../../src/state/written.ts';
import { cornersText, type Corners } from './landscape/corners.ts';
import { readPoints, writePoints, type OwnPoint } from './own/points.ts';
import type { RunSpec, TrainerId } from './run/types.ts';
import { isTrainer, optimizerSpec, OWN, rates, rateSpecs, ruledText, tunedSpecs } from './trainers.ts';

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

const ruledNumbers: Entry<ParamValues> = {
  ...custom<ParamValues>('orp', {}, ruledText),
  strip: (said) => (Object.keys(said).length > 0 ? said : undefined),
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
  rule: custom<string | null, string>('rule', null, ruleCoder(false)),
  ruled: ruledNumbers,
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
    const { rule, selected } = state;
    const there = state.optimizers.filter((id) => id !== OWN || rule !== null);
    const optimizers = there.length === state.optimizers.length ? state.optimizers : there.length > 0 ? there : opening;
    // The one that is on view.
    const isThere = optimizers.includes(selected);
    return { ...state, optimizers, selected: isThere ? selected : optimizers[optimizers.length - 1]! };
  },
});

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
