import { trainingAxis, trainingNames } from '../../../src/jobs/trainingMap/axes.ts';
import type { TrainingMapSpec } from '../../../src/jobs/trainingMap/duty.ts';
import { settingIn, valueIn, variedIn, varyTraining, type Varied } from '../../../src/jobs/trainingMap/vary.ts';
import type { DataSet } from '../../../src/networks/types.ts';
import type { MapPoint } from '../../../src/tuning/edge.ts';
import { networkOf } from '../run/data.ts';
import { HEAVY } from '../run/engine.ts';
import { trainSpecOf } from '../run/trainSpec.ts';
import type { TrainerId } from '../run/types.ts';
import { specOf, type State } from '../state.ts';
import { rateSpecOf } from '../trainers.ts';

/** Cells along a side: each is a training. */
const SIDE = 24;
/** A value that is adopted makes a short link. */
const DIGITS = 3;

/** What the map of a state is a map of. */
export interface HeatPlan {
  readonly spec: TrainingMapSpec;
  /** The selected optimizer's training as it is now. */
  readonly now: Varied;
  readonly id: TrainerId;
  /** What it has on the two axes. */
  readonly here: MapPoint;
  /** What may stand on an axis. */
  readonly names: readonly string[];
}

/**
 * null where there is nothing to learn from. `data`: what the state asks for. The axes are laid about what suits, and the spec holds nothing of the two values that are varied: adopting those
 * of a cell changes neither the map nor its frame.
 */
export function heatPlanOf(state: State, data: DataSet): HeatPlan | null {
  const spec = specOf(state);
  const place = state.optimizers.indexOf(state.selected);
  if (!spec || place < 0) return null;
  const { every: _, ...now } = trainSpecOf(spec, networkOf(spec, data), place);
  const { names, pair } = axesOf(state, now);
  const [x, y] = pair;
  const samples = data.train.count;
  const layout = { rate: rateSpecOf(state.selected, state.rule)?.default ?? NaN, samples, count: SIDE, digits: DIGITS };
  const [alongX, alongY] = [trainingAxis(now, x, layout), trainingAxis(now, y, layout)];
  // Of another depth it is what the state says of its layers, also where it has none now.
  const { width, dropout, batchNorm } = state;
  const layers = pair.some(isDepth(now)) ? { hidden: [width], dropout, batchNorm } : {};
  const run = { ...now, steps: state.heatUpdates, network: { ...now.network, ...layers } };
  const hereOn = (name: string) => {
    const setting = settingIn(now, name);
    return setting === 'width' || setting === 'dropout' ? state[setting] : valueIn(now, name, samples);
  };
  return {
    spec: {
      run: varyTraining(run, { [x]: alongX.to, [y]: alongY.to }),
      ...{ x: alongX, y: alongY, float32Above: HEAVY },
    },
    now,
    id: state.selected,
    here: [hereOn(x), hereOn(y)],
    names,
  };
}

type Pair = readonly [x: string, y: string];

const isDepth = (run: Varied) => (name: string) => settingIn(run, name) === 'depth';
/** What a linear model has not. */
const OF_LAYERS: readonly (string | null)[] = ['width', 'dropout'];

/** What may stand on the axes, and what does: the same whatever the depth is now, where that is on one. */
function axesOf(state: State, now: Varied): { readonly names: readonly string[]; readonly pair: Pair } {
  const asked: Pair = [state.heatX, state.heatY];
  // The map has a number of updates of its own.
  const all = variedIn(now).filter((name) => settingIn(now, name) !== 'updates');
  const layered = { ...now, network: { ...now.network, hidden: [state.width] } };
  const pair = chosen(all, asked, trainingNames(layered));
  if (state.depth > 0 || pair.some(isDepth(now))) return { names: all, pair };
  const names = all.filter((name) => !OF_LAYERS.includes(settingIn(now, name)));
  return { names, pair: chosen(names, asked, trainingNames(now)) };
}

/** Two different names: those asked for where there are such. */
function chosen(names: readonly string[], [askedX, askedY]: Pair, [usualX, usualY]: Pair): Pair {
  const has = (name: string) => names.includes(name);
  const y = has(askedY) && askedY !== askedX ? askedY : null;
  const x = has(askedX) ? askedX : y === usualX ? usualY : usualX;
  return [x, y ?? (x === usualY ? usualX : usualY)];
}
