import type { Pair } from '../runs/pair.ts';
import type { Words } from '../../../src/ui/useText.ts';

type Measured = Pick<Pair, 'unit' | 'largestDimension'>;

/** A length of a pair as it is shown: in percent of the target's largest dimension, or in its unit. */
export function shownLength({ unit, largestDimension }: Measured, length: number): number {
  return unit === 'size' ? (100 * length) / largestDimension : length;
}

export function lengthUnit({ unit }: Measured): string {
  return unit === 'size' ? ' %' : unit === 'm' ? ' m' : '';
}

export function lengthInWords(t: Words, pair: Measured, length: number): string {
  return Number.isFinite(length) ? `${t.number(shownLength(pair, length), 2)}${lengthUnit(pair)}` : '–';
}

/** A distance from the truth, as panes and sentences write it. */
export function errorInWords(t: Words, pair: Measured, error: number): string {
  return `${errorNumber(t, shownLength(pair, error))}${lengthUnit(pair)}`;
}

export function errorNumber(t: Words, shown: number): string {
  return t.number(shown, shown >= 10 ? 3 : 2);
}

export function percent(t: Words, share: number): string {
  return `${t.number(100 * share, 2)} %`;
}
