import { gradientAt } from '../../../src/optimizers/update.ts';
import { downhill, eigenOf, type Bend, type Eigen } from '../../../src/math/bend.ts';
import { hessianOf } from '../../../src/surfaces/curvature.ts';
import type { RunView } from '../runs/runViews.ts';
import { shownUpdateOf } from '../runs/shownUpdate.ts';

/** The quadratic f + gᵀd + ½dᵀBd around an iterate. */
export interface LocalModel {
  /** Whose B: the method's own, which its step rests on, or the surface's Hessian. */
  readonly of: 'method' | 'surface';
  /** The iterate, where model and surface touch. */
  readonly x: number;
  readonly y: number;
  readonly f: number;
  /** As the update saw it. */
  readonly gradient: readonly [number, number];
  readonly bend: Bend;
  readonly eigen: Eigen;
  /** `bowl`: it has a bottom. `dome`: a top. `saddle`: neither. `trough`: B is singular. */
  readonly shape: 'bowl' | 'dome' | 'saddle' | 'trough';
  /** Where its slope is 0; null for a trough. */
  readonly turning: { readonly x: number; readonly y: number; readonly f: number } | null;
}

export function valueAt({ x, y, f, gradient, bend }: LocalModel, atX: number, atY: number): number {
  const [dx, dy] = [atX - x, atY - y];
  const slope = gradient[0] * dx + gradient[1] * dy;
  return f + slope + 0.5 * (bend.xx * dx * dx + 2 * bend.xy * dx * dy + bend.yy * dy * dy);
}

/** The model that the update of `shownUpdateOf` begins with; null where it has no finite numbers. */
export function localModelOf({ record, spec }: Pick<RunView, 'record' | 'spec'>, shown: number): LocalModel | null {
  const update = shownUpdateOf(record, shown);
  const row = update ? update.step - 1 : 0;
  const [x, y] = [record.x[2 * row] ?? NaN, record.x[2 * row + 1] ?? NaN];
  const seen = (axis: 0 | 1) => gradientAt(record, row + 1, axis, update ? spec.disturbance : {});
  const gradient = [seen(0), seen(1)] as const;
  const [xx = NaN, xy = NaN, yy = NaN] = record.secondOrder?.model.subarray(3 * row, 3 * row + 3) ?? [];
  const own = Number.isFinite(xx + xy + yy);
  const bend = own ? { xx, xy, yy } : hessianOf(spec.surface.formula, spec.surface.params)([x, y]);
  const eigen = eigenOf(bend);
  if (!Number.isFinite(eigen.smallest + eigen.largest + x + y)) return null;
  const step = downhill(bend, ...gradient);
  const shape = !step ? 'trough' : eigen.smallest > 0 ? 'bowl' : eigen.largest < 0 ? 'dome' : 'saddle';
  const flat = { of: own ? 'method' : 'surface', x, y, f: record.f[row] ?? NaN, gradient, bend, eigen, shape } as const;
  if (!step) return { ...flat, turning: null };
  const [atX, atY] = [x + step[0], y + step[1]];
  const whole = { ...flat, turning: { x: atX, y: atY, f: 0 } };
  return { ...whole, turning: { x: atX, y: atY, f: valueAt(whole, atX, atY) } };
}
