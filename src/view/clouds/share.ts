import { isSoftwareRenderer } from '../../gpu/softwareRenderer.ts';
import type { Quality } from '../quality.ts';

/** So many points are drawn at any quality. */
const ALWAYS = 20_000;
/** Once the picture stands a software rasteriser may take half a second for it, and a few where the best is asked for. */
const AT_REST = 120_000;
const ASKED = 600_000;

/** `still`: nothing moves; `best`: nothing moves, and the address asks for the best. */
export type Movement = 'moves' | 'still' | 'best';

/**
 * The part (0…1) of every cloud that is drawn. `total`: points of all clouds in all panes. Software rasterisers, which take 4 to 10 µs a
 * dot, get what they can turn; everything else gets all, or what is left of it when frames come too slowly.
 */
export function cloudShare(total: number, quality: Quality, renderer: string, movement: Movement = 'moves'): number {
  const software = isSoftwareRenderer(renderer);
  const affordable = software ? 0 : movement === 'moves' ? quality.swarmShare : 1;
  const always = !software || movement === 'moves' ? ALWAYS : movement === 'best' ? ASKED : AT_REST;
  return Math.min(1, Math.max(affordable, always / Math.max(total, 1)));
}
