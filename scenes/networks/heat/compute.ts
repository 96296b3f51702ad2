import type { TrainingMapSpec } from '../../../src/jobs/trainingMap/duty.ts';
import type { DataSet } from '../../../src/networks/types.ts';
import { shownOf, type Beside } from '../../../src/scene/model.ts';
import type { AskingOf } from '../../../src/scene/results/types.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Run, RunSpec } from '../run/types.ts';
import { specOf, type State } from '../state.ts';
import type { HeatLook } from './look.ts';
import { heatPlanOf } from './plan.ts';

interface HeatSpec {
  readonly spec: TrainingMapSpec;
  readonly of: RunSpec['data'];
  readonly data: DataSet;
}

/** The data that a state learns from, once a training of it has begun; null before. */
export function dataNow(state: State, run: Run | null): DataSet | null {
  const wanted = specOf(state);
  const same = wanted && run?.spec && JSON.stringify(wanted.data) === JSON.stringify(run.spec.data);
  return same ? run.data : null;
}

export function heatSpec(state: State, { results }: Pick<Beside<{ run: Run }, unknown>, 'results'>): HeatSpec | null {
  if (state.view !== 'heat') return null;
  const { value: run } = shownOf(results.run);
  const data = dataNow(state, run);
  const plan = data && heatPlanOf(state, data);
  return plan && run?.spec ? { spec: plan.spec, of: run.spec.data, data: data } : null;
}

/** Of the data what they are drawn by. */
export const heatKey = ({ spec, of }: HeatSpec): string => JSON.stringify([spec, of]);

/** The map, shown as it grows. */
export async function computeHeat(
  { spec, data }: HeatSpec,
  jobs: Jobs,
  { signal, onPart }: AskingOf,
  emit: (look: HeatLook) => void,
): Promise<HeatLook> {
  const onMap = (map: HeatLook['map'], stride: number) => emit({ spec, map, stride });
  const map = await jobs.heat({ spec, data }, { onProgress: onPart, onPart: onMap }, signal);
  return { spec, map, stride: 1 };
}
