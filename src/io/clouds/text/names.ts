/** What a column is, by its name; the other formats' names and units behind a name ("X [m]", "x(mm)") are understood. */
const coordinate = new Map([
  ['x', 'x'],
  ['y', 'y'],
  ['z', 'z'],
  ['easting', 'x'],
  ['northing', 'y'],
  ['elevation', 'z'],
  ['altitude', 'z'],
  ['height', 'z'],
]);

/** "x", "y" or "z" where the name says a coordinate. */
export const coordinateOf = (name: string): string | undefined =>
  coordinate.get(
    name
      .toLowerCase()
      .replace(/\s*[[(].*[\])]$/, '')
      .replace(/^(pos|position|coord|coordinate)[_ ]?|[_ ]?(pos|position|coord|coordinate)$/g, ''),
  );

/** True where three or more names say x, y and z, each once. */
export function nameCoordinates(names: readonly string[]): boolean {
  const found = names.map(coordinateOf);
  return ['x', 'y', 'z'].every((axis) => found.filter((one) => one === axis).length === 1);
}

const canBeByte = (values: ArrayLike<number>): boolean => {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isInteger(value) || value < 0 || value > 255) return false;
  }
  return true;
};

const isUnit = (columns: readonly ArrayLike<number>[]): boolean => {
  const [x, y, z] = columns;
  for (let i = 0; i < x!.length; i++) if (Math.abs(Math.hypot(x![i]!, y![i]!, z![i]!) - 1) > 0.01) return false;
  return true;
};

const colourNames = ['red', 'green', 'blue'];

const hues = /^(r|g|b|red|green|blue)$/i;

/** Columns with a colour's name are bytes where all of them can be. */
export const isByteColour = (name: string, values: ArrayLike<number>): boolean => hues.test(name) && canBeByte(values);

/**
 * Names where the file has none. x, y, z come first; behind them, as PTS and XYZ files have it: an intensity (one or four more
 * columns), three columns of unit length are a normal, three of bytes a colour, both in that order or the other. What fits nothing is "scalar", "scalar_2", ….
 */
export function guessNames(columns: readonly ArrayLike<number>[]): string[] {
  const names = ['x', 'y', 'z'];
  let scalars = 0;
  while (names.length < columns.length) {
    const next = columns.slice(names.length, names.length + 3);
    const left = columns.length - names.length;
    const byteFirst = left === 4 && next.every(canBeByte) && !columns.slice(-3).every(canBeByte);
    if (next.length === 3 && left % 3 === 0 && !names.includes('nx') && isUnit(next)) names.push('nx', 'ny', 'nz');
    else if (byteFirst || (next.length === 3 && left % 3 === 0 && !names.includes('red') && next.every(canBeByte)))
      names.push(...colourNames);
    else if (left % 3 === 1 && !names.includes('intensity')) names.push('intensity');
    else names.push(++scalars === 1 ? 'scalar' : `scalar_${scalars}`);
  }
  return names;
}
