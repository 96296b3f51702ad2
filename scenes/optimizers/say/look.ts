import { disturbedLr } from '../../../src/optimizers/disturbance.ts';
import { optimizerOf, ruleOrNull } from '../../../src/optimizers/index.ts';
import { noStepOf, type OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { NoStep } from '../../../src/optimizers/secondOrder/types.ts';
import type { RunView } from '../runs/runViews.ts';
import { shownUpdateOf, type ShownUpdate } from '../runs/shownUpdate.ts';
import type { Minimum } from '../../../src/surfaces/types.ts';

/** What there is to see at one iterate. Angles in degrees, measured from the way to the nearest known minimum. */
export type Look =
  | { readonly kind: 'stopped'; readonly step: number }
  /** There is no step to take. */
  | { readonly kind: NoStep; readonly step: number }
  /** f climbs above where it began, or off the map, in jumps that grow, `factor` times from one to the next, at learning rate `lr`. */
  | { readonly kind: 'growing'; readonly factor: number; readonly lr: number }
  /** The last update went uphill, from `before` to `f`. */
  | { readonly kind: 'rising'; readonly before: number; readonly f: number }
  | { readonly kind: 'arrived'; readonly distance: number }
  | { readonly kind: 'angle'; readonly angle: number; readonly stepAngle: number | null }
  | { readonly kind: 'still'; readonly f: number }
  | { readonly kind: 'value'; readonly f: number; readonly slope: number };

/** Closer to a minimum than this share of the domain's shorter side counts as there. */
const ARRIVED = 1e-3;
/** A slope below this is none to the eye, whatever the surface. */
const STILL = 1e-4;
const DEGREES = 180 / Math.PI;

/** What a look is read off: the record, and what it is of. */
type Run = Pick<RunView, 'record' | 'spec'>;

/** Angle between two vectors in degrees, 0…180; NaN when one of them vanishes. */
export function angleBetween(ax: number, ay: number, bx: number, by: number): number {
  if ((ax === 0 && ay === 0) || (bx === 0 && by === 0)) return Number.NaN;
  return Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) * DEGREES;
}

/** The minimum nearest to (x, y), or null where none is known. */
export function nearestMinimum(minima: readonly Minimum[], x: number, y: number): Minimum | null {
  let nearest: Minimum | null = null;
  let least = Infinity;
  for (const minimum of minima) {
    const distance = Math.hypot(minimum.at[0] - x, minimum.at[1] - y);
    if (distance < least) {
      least = distance;
      nearest = minimum;
    }
  }
  return nearest;
}

/**
 * What to look at when the head rests on the iterate of `step` (the last one, when the run ended before).
 * `shorterSide` is that of the domain, in its units.
 */
export function lookAt(run: Run, step: number, minima: readonly Minimum[], shorterSide: number): Look {
  const { record } = run;
  if (record.divergedAt !== null && step >= record.divergedAt) return { kind: 'stopped', step: record.divergedAt };
  const row = Math.min(Math.max(Math.floor(step), 0), record.count - 1);
  const noStep = noStepOf(record);
  if (noStep && row === record.count - 1) return { kind: noStep, step: row };
  const x = record.x[2 * row] as number;
  const y = record.x[2 * row + 1] as number;
  const f = record.f[row] as number;
  const gx = record.g[2 * row] as number;
  const gy = record.g[2 * row + 1] as number;
  const slope = Math.hypot(gx, gy);
  const before = row > 0 ? (record.f[row - 1] as number) : f;
  const far = f > (record.f[0] as number) || (record.leftAt !== null && row >= record.leftAt);
  const growing = f > before && far ? growingAt(run, row) : null;
  if (growing) return growing;
  const minimum = nearestMinimum(minima, x, y);
  if (minimum === null) return slope < STILL ? { kind: 'still', f } : { kind: 'value', f, slope };
  const wayX = minimum.at[0] - x;
  const wayY = minimum.at[1] - y;
  const distance = Math.hypot(wayX, wayY);
  if (distance < ARRIVED * shorterSide) return { kind: 'arrived', distance };
  if (slope < STILL) return { kind: 'still', f };
  // An angle tells nothing good of a step that goes up.
  if (f > before) return { kind: 'rising', before, f };
  const angle = angleBetween(-gx, -gy, wayX, wayY);
  if (row + 1 >= record.count) return { kind: 'angle', angle, stepAngle: null };
  const stepX = (record.x[2 * row + 2] as number) - x;
  const stepY = (record.x[2 * row + 3] as number) - y;
  const stepAngle = angleBetween(stepX, stepY, wayX, wayY);
  return { kind: 'angle', angle, stepAngle: Number.isNaN(stepAngle) ? null : stepAngle };
}

/**
 * Whether a row's next jump (at the end of a record: its last one) is longer than the one before it, and that one too, so that η
 * is to blame: not where a gradient was put in on the way or has noise, nor where the run comes down again in the end.
 */
function growingAt({ record, spec }: Run, row: number): Extract<Look, { kind: 'growing' }> | null {
  const last = Math.min(row, record.count - 2);
  const ratio = (jump: number) => lengthOf(record, jump) / lengthOf(record, jump - 1);
  const factor = ratio(last);
  if (!(factor > 1) || (last > 1 && !(ratio(last - 1) > 1))) return null;
  const { inject, noise } = spec.disturbance ?? {};
  // The jump from row i is update i + 1, and three jumps are compared.
  if (noise) return null;
  if (inject && inject.step >= last - 1 && inject.step <= last + 1) return null;
  if ((record.f[record.count - 1] as number) < (record.f[row] as number)) return null;
  return hasRate(spec) ? { kind: 'growing', factor, lr: lrAfter(spec, last) } : null;
}

/** Whether a learning rate that somebody chose is there to blame: not of a second-order method, nor of one that finds its own. */
export function hasRate({ optimizer, semantics, params }: RunView['spec']): boolean {
  return (
    params['lr'] !== undefined &&
    ruleOrNull(optimizer, semantics) !== null &&
    optimizerOf(optimizer).family !== 'own-rate'
  );
}

/** η of the update that leaves a row. */
function lrAfter({ params, disturbance = {} }: RunView['spec'], row: number): number {
  return disturbedLr(params['lr'] ?? NaN, disturbance, row + 1);
}

/** Of the jump from a row to the next; NaN where there is none. */
function lengthOf({ x, count }: OptimizerRecord, row: number): number {
  if (row < 0 || row + 1 >= count) return NaN;
  const at = (i: number) => x[i] as number;
  return Math.hypot(at(2 * row + 2) - at(2 * row), at(2 * row + 3) - at(2 * row + 1));
}

/** A jump over the valley's floor, along the axis that is the steeper one here. */
export interface Across {
  readonly axis: 'x' | 'y';
  readonly from: number;
  readonly to: number;
  /** Whether the jump is just −η × gradient. */
  readonly plain: boolean;
  readonly which: ShownUpdate['which'];
}

/** Whether the update shown at `step` (at the end of a record its last one) goes down along the steeper axis, to where the slope has turned round; null where not. */
export function acrossAt({ record, spec }: Run, step: number): Across | null {
  const update = shownUpdateOf(record, Math.floor(step));
  if (!update) return null;
  const { x, g } = record;
  const row = update.step - 1;
  const at = (list: Float64Array, i: number, k: number) => list[2 * i + k] as number;
  const k = Math.abs(at(g, row, 0)) > Math.abs(at(g, row, 1)) ? 0 : 1;
  if (!(at(g, row, k) * at(g, row + 1, k) < 0)) return null;
  const [from, to] = [at(x, row, k), at(x, row + 1, k)];
  // Uphill, what it jumps over is a ridge.
  if (!(at(g, row, k) * (to - from) < 0)) return null;
  const plain = Math.abs(to - from + lrAfter(spec, row) * at(g, row, k)) <= 1e-9 * Math.abs(to - from);
  return { axis: k === 0 ? 'x' : 'y', from, to, plain, which: update.which };
}

/** Whether the path crosses to and fro: over its first ten updates the gradient turns against the last one at least three times. */
export function zigzags(record: OptimizerRecord): boolean {
  let turns = 0;
  for (let row = 1; row <= Math.min(10, record.count - 1); row++) {
    const along =
      (record.g[2 * row] as number) * (record.g[2 * row - 2] as number) +
      (record.g[2 * row + 1] as number) * (record.g[2 * row - 1] as number);
    if (along < 0) turns++;
  }
  return turns >= 3;
}
