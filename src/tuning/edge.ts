import { axisValues, placeOn, valueOn, type Axis } from './axis.ts';

/** A place of a map: values along x and along y. */
export type MapPoint = readonly [x: number, y: number];

/** What the learning rate must stay below at a place of the map; NaN where no such limit is known. */
export type LimitAt = (x: number, y: number) => number;

interface Map2 {
  readonly x: Axis;
  readonly y: Axis;
  /** The learning rate at a place, which an axis may vary or not. */
  readonly lrAt: (x: number, y: number) => number;
}

/** Points of the edge for each cell that it passes. */
const FINE = 4;

/**
 * Where the learning rate of a map is its limit, as a line in axis values, in the order of y (of x, where y is the learning rate); only what lies on the map. Empty where no limit
 * is known.
 */
export function edgeLine({ x, y, lrAt }: Map2, limitAt: LimitAt): readonly MapPoint[] {
  const along = (axis: Axis, point: (value: number) => MapPoint) => {
    const places = Array.from({ length: FINE * (axis.count - 1) + 1 }, (_, i) => point(valueOn(axis, i / FINE)));
    return places.filter(([px, py]) => isOn(x, px) && isOn(y, py));
  };
  if (x.name === 'lr') return along(y, (value) => [limitAt(NaN, value), value]);
  if (y.name === 'lr') return along(x, (value) => [value, limitAt(value, NaN)]);
  const columns = axisValues(x);
  return along(y, (value) => [crossing(x, columns, (at) => Math.log(lrAt(at, value) / limitAt(at, value))), value]);
}

const isOn = (axis: Axis, value: number): boolean => {
  const place = placeOn(axis, value);
  return place >= 0 && place <= axis.count - 1;
};

/** Where `of` changes its sign along an axis, straight between two of its values; NaN where it does not. */
function crossing(axis: Axis, values: Float64Array, of: (value: number) => number): number {
  let before = of(values[0]!);
  for (let i = 1; i < values.length; i++) {
    const now = of(values[i]!);
    if (before !== now && before * now <= 0) return valueOn(axis, i - 1 + before / (before - now));
    before = now;
  }
  return NaN;
}
