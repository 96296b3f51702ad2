import type { StartsSetup } from '../../../src/jobs/trainingMap/startsDuty.ts';
import { shownOf, type Beside } from '../../../src/scene/model.ts';
import type { AskingOf } from '../../../src/scene/results/types.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Look } from '../landscape/look.ts';
import { HEAVY } from '../run/engine.ts';
import { trainSpecOf } from '../run/trainSpec.ts';
import type { State } from '../state.ts';
import { lookName, type StartsLook } from './look.ts';

/** Cells along a side: each is a training. */
const SIDE = 24;

interface Spec {
  readonly setup: StartsSetup;
  readonly landscape: string;
}

/** Whether trainings can begin on a landscape's plane: of a small net of the page's own, whose every weight is in it. */
export const startsOffered = (look: Look | null): boolean =>
  look !== null && look.landscape.plane !== null && look.run.spec !== null && !look.run.network.batchNorm;

/** The selected optimizer as it trained, on all samples at once and without dropout: where it ends hangs on where it begins alone. */
export function startsSpec(
  state: State,
  { results }: Pick<Beside<{ landscape: Look }, unknown>, 'results'>,
): Spec | null {
  const { value: look, fresh } = shownOf(results.landscape);
  if (!state.starts || state.view === 'heat' || state.view === 'nets' || !fresh || !look?.run.whole) return null;
  const { run, landscape } = look;
  const place = run.tracks.findIndex(({ id }) => id === state.selected);
  if (!startsOffered(look) || !run.spec || !landscape.plane || place < 0) return null;
  const { every: _, ...spec } = trainSpecOf(run.spec, { ...run.network, dropout: 0 }, place);
  const { domain, plane } = landscape;
  return {
    setup: {
      spec: { run: { ...spec, batch: 0, steps: state.heatUpdates }, domain, size: SIDE, float32Above: HEAVY },
      ...{ plane, samples: run.data.train },
    },
    landscape: lookName(look),
  };
}

/** The landscape's name says the plane and the samples. */
export const startsKey = ({ setup, landscape }: Spec): string => JSON.stringify([setup.spec, landscape]);

/** The map, shown as it grows. */
export async function computeStarts(
  { setup, landscape }: Spec,
  jobs: Jobs,
  { signal, onPart }: AskingOf,
  emit: (look: StartsLook) => void,
): Promise<StartsLook> {
  const { spec } = setup;
  const onMap = (map: StartsLook['map'], stride: number) => emit({ spec, landscape, map, stride });
  const map = await jobs.starts(setup, { onProgress: onPart, onPart: onMap }, signal);
  return { spec, landscape, map, stride: 1 };
}
