/** A field of gradients over two coordinates, with its height. */
export type Field = (at: ArrayLike<number>, into: Float64Array) => number;

/**
 * The gradient as if each coordinate's share were a straight line of that coordinate: through the rows from … to − 1 of a path (x and g two a row, f one), by least squares. Writes it
 * into `into` and returns the height that goes with it.
 */
export function straightField(
  { x, g, f }: { readonly x: Float64Array; readonly g: Float64Array; readonly f: Float64Array },
  from: number,
  to: number,
): Field {
  const mean = (value: (row: number) => number) => {
    let sum = 0;
    for (let row = from; row < to; row++) sum += value(row);
    return sum / (to - from);
  };
  const lines = [0, 1].map((axis) => {
    const at = mean((row) => x[2 * row + axis]!);
    const slope = mean((row) => g[2 * row + axis]!);
    const spread = mean((row) => (x[2 * row + axis]! - at) ** 2);
    const together = mean((row) => (x[2 * row + axis]! - at) * g[2 * row + axis]!);
    return { at, slope, bend: spread > 0 ? together / spread : 0 };
  });
  const rise = (value: (axis: number) => number) =>
    lines.reduce((sum, { at, slope, bend }, axis) => {
      const away = value(axis) - at;
      return sum + away * (slope + (bend / 2) * away);
    }, 0);
  const level = mean((row) => f[row]! - rise((axis) => x[2 * row + axis]!));
  return (place, into) => {
    lines.forEach(({ at, slope, bend }, axis) => (into[axis] = slope + bend * (place[axis]! - at)));
    return level + rise((axis) => place[axis]!);
  };
}
