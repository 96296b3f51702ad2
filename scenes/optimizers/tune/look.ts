import type { Crew } from '../../../src/jobs/crew/crew.ts';
import { tune, type Tuned, type TuneSpec } from '../../../src/jobs/tuning/tune.ts';
import type { Asking } from '../../../src/scene/results/types.ts';

/** What a tuning has come to. */
export interface TuneLook {
  readonly spec: TuneSpec;
  /** Those that are through, in the spec's order. */
  readonly tuned: readonly Tuned[];
}

export async function computeTune(
  spec: TuneSpec,
  crew: Crew,
  { signal, onPart, emit }: Asking<TuneLook>,
): Promise<TuneLook> {
  const tuned = await tune(spec, crew, {
    stop: signal,
    onProgress: onPart,
    onTuned: (some) => emit({ spec, tuned: [...some] }),
  });
  return { spec, tuned };
}
