import { trainingAxis, trainingNames } from '../../../src/jobs/trainingMap/axes.ts';
import type { TrainingMapSpec } from '../../../src/jobs/trainingMap/duty.ts';
import { variedIn, varyTraining, type Varied } from '../../../src/jobs/trainingMap/vary.ts';
import type { DataSet } from '../../../src/networks/types.ts';
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
  // The map has a number of updates of its own, and a linear model neither width nor dropout.
  const none: readonly string[] = ['updates', ...(state.depth === 0 ? ['width', 'dropout'] : [])];
  const names = variedIn(now).filter((name) => !none.includes(name));
  const [x, y] = chosen(names, [state.heatX, state.heatY], trainingNames(now));
  const samples = data.train.count;
  const layout = { rate: rateSpecOf(state.selected, state.rule)?.default ?? NaN, samples, count: SIDE, digits: DIGITS };
  const [alongX, alongY] = [trainingAxis(now, x, layout), trainingAxis(now, y, layout)];
  // Of another depth it is as wide as the state says.
  const hidden = x === 'depth' || y === 'depth' ? [state.width] : now.network.hidden;
  const run = { ...now, steps: state.heatUpdates, network: { ...now.network, hidden } };
  return {
    spec: {
      run: varyTraining(run, { [x]: alongX.to, [y]: alongY.to }),
      ...{ x: alongX, y: alongY, float32Above: HEAVY },
    },
    now,
    id: state.selected,
    names,
  };
}

type Pair = readonly [x: string, y: string];

/** Two different names: those asked for where there are such. */
function chosen(names: readonly string[], [askedX, askedY]: Pair, [usualX, usualY]: Pair): Pair {
  const has = (name: string) => names.includes(name);
  const y = has(askedY) && askedY !== askedX ? askedY : null;
  const x = has(askedX) ? askedX : y === usualX ? usualY : usualX;
  return [x, y ?? (x === usualY ? usualX : usualY)];
}
