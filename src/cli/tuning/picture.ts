import { axisValues, type Axis } from '../../tuning/axis.ts';

interface Axes {
  readonly x: Axis;
  readonly y: Axis;
}

/** Small to large. */
const SHADES = '@%#*+=-:. ';

/** A map of characters, y upwards: the darkest is the least of `values`; `x` where a run diverged (`loss` is NaN), `?` where there is no value. */
export function pictureOf({ x, y }: Axes, loss: Float64Array, values: Float64Array): string {
  const { count: columns } = x;
  const { count: rows } = y;
  const ranked = values.filter(Number.isFinite).sort();
  const shade = (value: number) =>
    SHADES[
      Math.min(Math.floor((SHADES.length * ranked.indexOf(value)) / Math.max(ranked.length, 1)), SHADES.length - 1)
    ]!;
  const cell = (i: number) => (Number.isNaN(loss[i]!) ? 'x' : Number.isNaN(values[i]!) ? '?' : shade(values[i]!));
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cell(row * columns + column)).join(''),
  ).reverse();
  const best = values.indexOf(ranked[0] ?? NaN);
  const digits = (value: number) => String(Number(value.toPrecision(4)));
  const ends = ({ name, from, to, scale }: typeof x) => `${name} from ${digits(from)} to ${digits(to)} (${scale})`;
  const found = `${x.name} ${digits(axisValues(x)[best % columns] ?? NaN)}, ${y.name} ${digits(axisValues(y)[Math.floor(best / columns)] ?? NaN)}`;
  return [
    `up      ${ends(y)}`,
    `right   ${ends(x)}`,
    ...lines,
    best < 0 ? 'no run came to an end' : `least   ${digits(values[best]!)} at ${found}`,
    `x       ${loss.filter(Number.isNaN).length} of ${loss.length} runs diverged`,
    '',
  ].join('\n');
}
