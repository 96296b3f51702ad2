import { optimize } from '../../../src/jobs/optimize.ts';
import { optimizeSpecsOf } from '../state/specs.ts';
import type { OptimizeSpec } from '../../../src/jobs/specs.ts';
import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { Ink } from '../../../src/state/ink.ts';
import { assignInks } from './assignInks.ts';
import type { LabState } from '../state/types.ts';
import { createCache } from './cache.ts';

/** One enabled optimizer's run, ready to be drawn, listed and exported. */
export interface RunView {
  readonly id: string;
  readonly name: string;
  readonly spec: OptimizeSpec;
  readonly record: OptimizerRecord;
  readonly ink: Ink;
}

const recordOf = createCache<OptimizeSpec, OptimizerRecord>(optimize, 64);

/** Synchronous: six paths of 2,000 steps take a few milliseconds, so that a path never lags its slider. */
export function runViewsOf(state: LabState): readonly RunView[] {
  const specs = optimizeSpecsOf(state);
  const enabled = state.runs.filter((run) => run.enabled);
  const inks = assignInks(
    state.runs.map(({ id }) => id),
    enabled.map(({ id }) => id),
  );
  return enabled.map(({ id, name }, i) => {
    const spec = specs[i] as OptimizeSpec;
    return { id, name, spec, record: recordOf(spec), ink: inks.get(id) as Ink };
  });
}

const viewsOfState = new WeakMap<LabState, readonly RunView[]>();

/** The records of a state, computed once for it. */
export function recordsOf(state: LabState): readonly RunView[] {
  let views = viewsOfState.get(state);
  if (!views) {
    views = runViewsOf(state);
    viewsOfState.set(state, views);
  }
  return views;
}
