import { isSoftwareRenderer } from '../../gpu/softwareRenderer.ts';
import type { Quality } from '../quality.ts';

/** So many points are drawn at any quality. */
const ALWAYS = 20_000;

/**
 * The part (0…1) of every cloud that is drawn. `total`: points of all clouds in all panes. Software rasterisers, which take about 10 µs a
 * dot, get what they can turn; everything else gets all, or what is left of it when frames come too slowly.
 */
export function cloudShare(total: number, quality: Quality, renderer: string): number {
  const affordable = isSoftwareRenderer(renderer) ? 0 : quality.swarmShare;
  return Math.min(1, Math.max(affordable, ALWAYS / Math.max(total, 1)));
}
