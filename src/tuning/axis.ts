/** A parameter that is varied, and over what: `count` values from one end to the other, both included. */
export interface Axis {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** At least 2. */
  readonly count: number;
  /** `log`: in equal ratios, both ends above 0. */
  readonly scale: 'linear' | 'log';
  /** To how many significant digits values are rounded, so that one that is adopted makes a short link; absent: none. */
  readonly digits?: number;
  /** Only whole values: the nearest, so that neighbours may be the same. */
  readonly integer?: boolean;
}

/** The value at a place 0 … count − 1, also between two of its values; the ends are exact. Not rounded. */
export function valueOn({ from, to, count, scale }: Axis, place: number): number {
  const along = place / (count - 1);
  if (along === 0) return from;
  if (along === 1) return to;
  return scale === 'log' ? from * (to / from) ** along : from + along * (to - from);
}

/** The place of a value, the inverse of `valueOn`; outside 0 … count − 1 for what lies outside. */
export function placeOn({ from, to, count, scale }: Axis, value: number): number {
  const along = scale === 'log' ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  return along * (count - 1);
}

export function axisValues(axis: Axis): Float64Array {
  const { count, digits, integer } = axis;
  return Float64Array.from({ length: count }, (_, i) => {
    const value = integer ? Math.round(valueOn(axis, i)) : valueOn(axis, i);
    return digits === undefined ? value : Number(value.toPrecision(digits));
  });
}
