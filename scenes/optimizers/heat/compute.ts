import type { Crew } from '../../../src/jobs/crew/crew.ts';
import { heatmap } from '../../../src/jobs/tuning/heatmap.ts';
import type { HeatmapSpec } from '../../../src/jobs/tuning/heatmapDuty.ts';
import type { Asking } from '../../../src/scene/results/types.ts';
import type { HeatLook } from './look.ts';

/** A map, shown coarse to fine. */
export async function computeHeat(
  spec: HeatmapSpec,
  crew: Crew,
  { signal, onPart, emit }: Asking<HeatLook>,
): Promise<HeatLook> {
  const map = await heatmap(spec, crew, {
    stop: signal,
    onProgress: onPart,
    onStride: (part, stride) => emit({ spec, map: part, stride }),
  });
  return { spec, map, stride: 1 };
}
