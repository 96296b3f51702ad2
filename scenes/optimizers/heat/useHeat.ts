import { useEffect, useRef, useSyncExternalStore } from 'react';
import { PLACE } from '../../../src/scene/model.ts';
import { noResult, type Result } from '../../../src/scene/results/types.ts';
import type { HeatmapSpec } from '../../../src/jobs/tuning/heatmapDuty.ts';
import { lab } from '../model.ts';
import { openHeat } from './engine.ts';
import type { HeatLook } from './look.ts';

/** The newest map for a spec, null where none is wanted; and another try where there is none. */
export function useHeat(spec: HeatmapSpec | null): readonly [Result<HeatLook>, retry: () => void] {
  const { heat } = lab.useSession().own;
  const engine = useRef<ReturnType<typeof openHeat> | null>(null);
  useEffect(() => {
    const opened = openHeat(heat);
    engine.current = opened;
    return () => {
      opened.dispose();
      engine.current = null;
    };
  }, [heat]);
  const key = spec && JSON.stringify(spec);
  useEffect(() => {
    engine.current?.ask(PLACE, key === null ? null : { key, spec: JSON.parse(key) as HeatmapSpec });
  }, [heat, key]);
  const shown = useSyncExternalStore(heat.subscribe, () => heat.getState()[PLACE] ?? noResult);
  return [shown, () => engine.current?.retry()];
}
