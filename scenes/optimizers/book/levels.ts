/** Multiples of a power of ten that matplotlib's locator holds nice. */
const NICE = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15];

/**
 * Contour levels above `low` and up to `high` as matplotlib's `contour` would choose them, in at most `intervals` intervals
 * (its MaxNLocator with the default of 7 + 1): the smallest nice step that is wide enough, and its multiples.
 * Empty when there is nothing between the two.
 */
export function contourLevels(low: number, high: number, intervals = 8): number[] {
  if (!(high > low) || !Number.isFinite(high - low)) return [];
  const wanted = (high - low) / intervals;
  const scale = 10 ** Math.floor(Math.log10(wanted));
  // log10 may round up across a power of ten: then the step above is still right, as NICE reaches over 10.
  const step = scale * (NICE.find((nice) => nice * scale >= wanted * (1 - 1e-10)) ?? 15);
  const levels: number[] = [];
  const last = Math.floor(high / step + 1e-10);
  for (let k = Math.floor(low / step + 1e-10) + 1; k <= last; k++) levels.push(roundTo(k * step, step));
  return levels;
}

/** Decades of contour lines on one plan; finer ones would fall between its samples in a narrow valley. */
const DECADES = 4;

/** `floor` plus powers of ten, above `low` and up to `high`: for the valley of a surface that climbs by powers of ten. */
export function logLevels(floor: number, low: number, high: number): number[] {
  if (!(high > floor) || !Number.isFinite(high - floor)) return [];
  const top = Math.floor(Math.log10(high - floor) + 1e-10);
  const levels: number[] = [];
  for (let exponent = top - DECADES + 1; exponent <= top; exponent++) {
    const level = floor + Number(`1e${exponent}`);
    if (level > low) levels.push(level);
  }
  return levels;
}

/** k · step without the dust of the product: 0.30000000000000004 is 0.3. */
function roundTo(value: number, step: number): number {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(step)));
  return digits > 100 ? value : Number(value.toFixed(digits));
}
