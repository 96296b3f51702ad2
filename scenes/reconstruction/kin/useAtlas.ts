import { useEffect, useState } from 'react';
import { useJobsOf } from '../../../src/scene/computing.tsx';
import { isAbort } from '../../../src/scene/results/results.ts';
import type { KinMap } from '../jobs/api.ts';
import { model } from '../model.ts';
import { createAtlas, fillAtlas, type Atlas } from './atlas.ts';

export interface SmallPictures {
  readonly atlas: Atlas;
  readonly count: number;
}

/** They stay drawn while the page goes elsewhere and comes back. */
const drawn = new WeakMap<KinMap, Atlas>();

/** The small pictures of a map, and how many of them are there; they come one after another. null: there is no map. */
export function useAtlas(map: KinMap | null): SmallPictures | null {
  const jobs = useJobsOf(model);
  const [shown, setShown] = useState<SmallPictures | null>(null);
  useEffect(() => {
    if (!map || !jobs) return undefined;
    const atlas = drawn.get(map) ?? createAtlas(map.shapes.length);
    drawn.set(map, atlas);
    const ending = new AbortController();
    const tell = () => {
      if (!ending.signal.aborted) setShown({ atlas, count: atlas.ready.reduce((sum, one) => sum + one, 0) });
    };
    tell();
    // A shape without its picture keeps its mark.
    fillAtlas(atlas, map, jobs, ending.signal, tell).catch((error: unknown) => {
      if (!isAbort(error) && !ending.signal.aborted) reportError(error);
    });
    return () => ending.abort();
  }, [map, jobs]);
  return shown;
}
