import type { RunView } from '../runs/runViews.ts';
import { nearestMinimum } from '../say/look.ts';
import type { SceneModel } from './model.ts';

/** The angle at an iterate between −∇f and the way to the nearest known minimum; directions counter-clockwise from +x. */
export interface Angle {
  readonly x: number;
  readonly y: number;
  readonly downRad: number;
  readonly wayRad: number;
  /** To the minimum, in units of the domain. */
  readonly distance: number;
}

/** null where no minimum is known, or at the minimum, or where there is no slope. */
export function angleOf({ record }: RunView, step: number, { minima }: Pick<SceneModel, 'minima'>): Angle | null {
  const row = Math.min(step, record.count - 1);
  if (row < 0) return null;
  const [x, y] = [record.x[2 * row] as number, record.x[2 * row + 1] as number];
  const [gx, gy] = [record.g[2 * row] as number, record.g[2 * row + 1] as number];
  const minimum = nearestMinimum(minima, x, y);
  if (!minimum || (gx === 0 && gy === 0)) return null;
  const [wayX, wayY] = [minimum.at[0] - x, minimum.at[1] - y];
  const distance = Math.hypot(wayX, wayY);
  if (distance === 0) return null;
  return { x, y, downRad: Math.atan2(-gy, -gx), wayRad: Math.atan2(wayY, wayX), distance };
}
