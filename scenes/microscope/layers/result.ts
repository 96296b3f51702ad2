import { resultOf } from '../../../src/scene/results/resultOf.ts';
import type { AskingOf } from '../../../src/scene/results/types.ts';
import type { State } from '../state.ts';
import { isOn } from '../views.ts';
import type { LayersJobs } from './jobs.ts';
import { createCollector } from './run/collect.ts';
import type { LayersRun, LayersSpec } from './run/types.ts';
import { specOf } from './spec.ts';

async function train(
  spec: LayersSpec,
  jobs: LayersJobs,
  { signal, onPart }: AskingOf,
  emit: (run: LayersRun) => void,
): Promise<LayersRun> {
  const collector = createCollector(spec);
  let had = 0;
  const told = (run: LayersRun | null) => run && emit(run);
  await jobs.trainLayers(
    spec,
    (rows) => {
      rows.forEach(collector.add);
      had += rows.length;
      const run = collector.run(false);
      onPart(had / ((run?.parts ?? Infinity) + 1) / spec.batchNorm.length);
      told(run);
    },
    signal,
  );
  return collector.run(true)!;
}

/** The training whose layers are on view. */
export const layersResult = resultOf(
  (state: State): LayersSpec | null => (isOn(state, 'layers') ? specOf(state) : null),
  train,
  { ends: true, steps: ({ parts }) => parts, restsAtEnd: true, kept: 6 },
);
