import { useEffect, useMemo } from 'react';
import { surfaceSpecOf } from '../state/specs.ts';
import { lab } from '../model.ts';
import { follow } from '../runs/compute.ts';
import { gridFloat64 } from '../../../src/jobs/grid.ts';
import type { Jobs } from '../../../src/jobs/client.ts';
import type { LabState } from '../state/types.ts';
import { heightTexture, type SharedUniforms } from '../../../src/view/uniforms.ts';

/** Samples a side of the grid that the page computes at once, before the kernel's arrives. */
const FIRST = 65;

function identityOf({ formula, params, domain }: LabState['surface']): string {
  return JSON.stringify([formula, params, domain]);
}

/**
 * Keeps the height texture in step with the surface: a coarse float64 grid in the very event that changed it, then the kernel's.
 * `changed` is called whenever a texture was filled.
 */
export function useHeights(
  state: LabState,
  shared: SharedUniforms,
  samples: number,
  jobs: Jobs | null,
  changed: () => void,
): void {
  const { compute } = lab.useSession().own;
  const first = useMemo(() => heightTexture(new Float32Array(FIRST * FIRST * 4), FIRST), []);
  const fine = useMemo(() => heightTexture(new Float32Array(samples * samples * 4), samples), [samples]);
  useEffect(
    () => () => {
      first.dispose();
    },
    [first],
  );
  useEffect(
    () => () => {
      fine.dispose();
    },
    [fine],
  );
  const identity = identityOf(state.surface);
  const surface = useMemo(() => surfaceSpecOf(state), [identity]); // eslint-disable-line react-hooks/exhaustive-deps -- the identity holds all of the surface that is computed with
  useEffect(() => {
    (first.image.data as Float32Array).set(gridFloat64({ surface, size: FIRST }));
    first.needsUpdate = true;
    shared.uHeights.value = first;
    shared.uSize.value = FIRST;
    changed();
  }, [surface, shared, first, changed]);
  useEffect(() => {
    if (!jobs) return;
    const following = follow(
      compute,
      (signal) => jobs.grid({ surface, size: samples }, signal),
      ({ texels }) => {
        (fine.image.data as Float32Array).set(texels);
        fine.needsUpdate = true;
        shared.uHeights.value = fine;
        shared.uSize.value = samples;
        changed();
      },
    );
    return following.end;
  }, [surface, samples, jobs, shared, fine, changed, compute]);
}
