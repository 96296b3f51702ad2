import type { ParamSpec } from '../../params/spec.ts';

/** A native range input counts whole positions; on them both scales run. */
export const POSITIONS = 1000;

/** Where `value` stands on the slider, 0…POSITIONS, fractional; values outside the slider's range stand at its end. */
export function positionOf({ min, max, scale }: ParamSpec, value: number): number {
  const share =
    scale === 'log' ? Math.log(value / min) / Math.log(max / min) : max > min ? (value - min) / (max - min) : 0;
  return Number.isNaN(share) ? 0 : POSITIONS * Math.min(Math.max(share, 0), 1);
}

/**
 * The value at a slider's position: three significant digits on a log scale, a thousandth of the range on a linear one,
 * and exactly the default on the position nearest to it, so that a drag can find it again. `grain`: of a finer drag, what
 * share of a position counts as one; below 1 there is a digit more.
 */
export function valueAt(spec: ParamSpec, position: number, grain = 1): number {
  const { min, max, scale, integer } = spec;
  if (position <= 0) return min;
  if (position >= POSITIONS) return max;
  if (Math.round(position / grain) === Math.round(positionOf(spec, spec.default) / grain)) return spec.default;
  const share = position / POSITIONS;
  const more = grain < 1 ? 1 : 0;
  const value =
    scale === 'log'
      ? Number((min * (max / min) ** share).toPrecision(3 + more))
      : roundTo(min + share * (max - min), (max - min) / POSITIONS / 10 ** more);
  return Math.min(Math.max(integer ? Math.round(value) : value, min), max);
}

/** What an arrow key does on a log scale: this much more or less. */
const NUDGE = 1.01;
const FINE_NUDGE = 1.001;

/**
 * The next value in a direction, for an arrow key: 1 % on a log scale (`fine`: 0.1 %), a thousandth of the range on a linear one
 * (`fine`: a tenth of that); another value in any case. The default is never stepped over.
 */
export function nudged(spec: ParamSpec, value: number, direction: 1 | -1, fine = false): number {
  const { min, max, scale, integer } = spec;
  const digits = fine ? 4 : 3;
  let next: number;
  if (scale === 'log' && value > 0) {
    next = Number((value * (fine ? FINE_NUDGE : NUDGE) ** direction).toPrecision(digits));
    // The last of the digits at least.
    if ((next - value) * direction <= 0) next = value + direction * 10 ** (Math.floor(Math.log10(value)) + 1 - digits);
  } else {
    const step = (max - min) / POSITIONS / (fine ? 10 : 1);
    next = roundTo(value + direction * step, step);
  }
  if (integer) next = direction > 0 ? Math.max(Math.round(next), value + 1) : Math.min(Math.round(next), value - 1);
  if ((spec.default - value) * (next - spec.default) > 0) return spec.default;
  // What was typed beyond the slider's end comes back to it, and goes no further.
  return direction > 0 ? Math.max(Math.min(next, max), value) : Math.min(Math.max(next, min), value, max);
}

/**
 * The value that whatever moves the slider by whole positions asks for with `position` when it shows `value`. One position may
 * round to the same value (30 updates and the next position's 30.2): then the next other value in that direction.
 */
export function movedTo(spec: ParamSpec, value: number, position: number): number {
  const direction = Math.sign(position - Math.round(positionOf(spec, value)));
  let at = position;
  while (valueAt(spec, at) === value && direction !== 0 && at > 0 && at < POSITIONS) at += direction;
  return valueAt(spec, at);
}

/** Rounds to the decimals that `step` asks for: 0.0009999 → four. */
function roundTo(value: number, step: number): number {
  const decimals = Math.min(Math.max(Math.ceil(-Math.log10(step)), 0), 15);
  return Number(value.toFixed(decimals));
}
