import { axisFor, namesFor } from '../../../src/jobs/tuning/axes.ts';
import type { HeatmapSpec } from '../../../src/jobs/tuning/heatmapDuty.ts';
import { varied, valueOf, varyRun } from '../../../src/jobs/tuning/vary.ts';
import type { OptimizeSpec } from '../../../src/jobs/specs.ts';
import { defaultsOf } from '../../../src/params/spec.ts';
import { experimentOf, surfaceOf } from '../state/experiment.ts';
import { baseParams } from '../state/runs.ts';
import { optimizeSpecOf } from '../state/specs.ts';
import type { Lab } from '../state/store.ts';

/** Cells along a side. */
const SIDE = 64;
/** A value that is adopted makes a short link. */
const DIGITS = 4;

/** What the heat map of a state is a map of. */
export interface HeatPlan {
  readonly spec: HeatmapSpec;
  /** The selected optimizer's run as it is now. */
  readonly now: OptimizeSpec;
  /** Of the run in the state. */
  readonly id: string;
  readonly name: string;
  /** What may stand on an axis. */
  readonly names: readonly string[];
}

/**
 * null where no optimizer runs, or one without two parameters. The axes are laid about what the experiment gives, and the spec holds nothing of the two parameters' values: adopting those of a cell changes neither
 * the map nor its frame.
 */
export function heatPlanOf({ state, overrides }: Lab): HeatPlan | null {
  const run = state.runs.find(({ id }) => id === state.selected);
  if (!run) return null;
  const now = optimizeSpecOf(state, run);
  const experiment = experimentOf(overrides);
  const params = baseParams(run.optimizer, run.semantics, experiment);
  const surface = { ...now.surface, params: defaultsOf(surfaceOf(overrides).params ?? {}) };
  const usual: OptimizeSpec = { ...now, params, surface, steps: experiment.steps };
  const names = varied(now);
  const usually = namesFor(usual);
  if (!usually) return null;
  const [x, y] = chosen(names, [state.heatX, state.heatY], usually);
  const { minima } = state.surface;
  const layout = { rate: params['lr'] ?? NaN, minima, count: SIDE, digits: DIGITS };
  return {
    spec: {
      run: varyRun(now, { [x]: valueOf(usual, x), [y]: valueOf(usual, y) }),
      x: axisFor(usual, x, layout),
      y: axisFor(usual, y, layout),
      floor: minima.length > 0 ? Math.min(...minima.map(({ f }) => f)) : null,
    },
    now,
    id: run.id,
    name: run.name,
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
