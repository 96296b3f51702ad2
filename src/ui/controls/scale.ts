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
 * and exactly the default on the position nearest to it, so that a drag can find it again.
 */
export function valueAt(spec: ParamSpec, position: number): number {
  const { min, max, scale, integer } = spec;
  if (position <= 0) return min;
  if (position >= POSITIONS) return max;
  if (position === Math.round(positionOf(spec, spec.default))) return spec.default;
  const share = position / POSITIONS;
  const value =
    scale === 'log'
      ? Number((min * (max / min) ** share).toPrecision(3))
      : roundTo(min + share * (max - min), (max - min) / POSITIONS);
  return Math.min(Math.max(integer ? Math.round(value) : value, min), max);
}

/**
 * The value that a hand or a key asks for with `position` when the slider shows `value`. A key moves by one position, which may
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
