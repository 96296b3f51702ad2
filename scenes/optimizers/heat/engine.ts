import type { Crew } from '../../../src/jobs/crew/crew.ts';
import { openPageCrew } from '../../../src/jobs/crew/page.ts';
import { heatmap } from '../../../src/jobs/tuning/heatmap.ts';
import type { HeatmapSpec } from '../../../src/jobs/tuning/heatmapDuty.ts';
import { createResults, type Results, type Shown } from '../../../src/scene/results/results.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { HeatLook } from './look.ts';

/** More would be idle by the time that they are up. */
const MOST_WORKERS = 6;

/** Computes maps for as long as they are on view, by workers that the first one opens; a newer question ends the older. */
export function openHeat(store: StoreApi<Shown<HeatLook>>): Results<HeatmapSpec, HeatLook> {
  let crew: Promise<Crew> | null = null;
  const opened = () => {
    crew ??= openPageCrew(Math.min(Math.max(navigator.hardwareConcurrency, 1), MOST_WORKERS));
    // One that did not come up is tried again with the next question.
    crew.catch(() => (crew = null));
    return crew;
  };
  const results = createResults<HeatmapSpec, HeatLook>({
    store,
    ends: true,
    kept: 8,
    async run(spec, { signal, onPart, emit }) {
      let stride = 1;
      const map = await heatmap(spec, await opened(), {
        stop: signal,
        onProgress: onPart,
        onStride: (part, whole) => {
          stride = whole;
          emit({ spec, map: part, stride });
        },
      });
      return { spec, map, stride };
    },
  });
  return {
    ...results,
    dispose() {
      results.dispose();
      void crew?.then((one) => one.close()).catch(() => undefined);
    },
  };
}
