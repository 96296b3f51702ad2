/** Strokes on nothing: 0 … 1 a pixel, row by row from the top left. */
export interface Ink {
  readonly values: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}

/** A side of a digit of MNIST, and of the box that it fills. */
export const SIDE = 28;
const BOX = 20;
/** Fainter ink, of the darkest, is no stroke: it does not make the box larger. */
const FAINT = 0.1;

/**
 * A drawing as a digit of MNIST (28 × 28, 0 … 1, as the network's inputs): what is drawn, scaled to fit 20 × 20 in its own proportions, anti-aliased, its centre of mass moved by
 * whole pixels to pixel (14, 14), its darkest ink 1 (LeCun et al. 1998; a digit of MNIST stays as it is).
 * @returns null where nothing is drawn
 */
export function centred(ink: Ink): Float64Array | null {
  const box = boxOf(ink);
  if (!box) return null;
  const scale = Math.max(box.width, box.height) / BOX;
  const width = Math.max(1, Math.round(box.width / scale));
  const height = Math.max(1, Math.round(box.height / scale));
  const small = new Float64Array(width * height);
  // A thin stroke keeps its own side's scale: rounding it to whole pixels would else cut it.
  const [sx, sy] = [box.width / width, box.height / height];
  for (let v = 0; v < height; v++)
    for (let u = 0; u < width; u++) small[v * width + u] = meanInk(ink, box.x + u * sx, box.y + v * sy, sx, sy);
  return placed(small, width, height);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxOf({ values, width, height }: Ink): Box | null {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i]!);
  if (!(most > 0)) return null;
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (values[y * width + x]! < FAINT * most) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** The mean over a rectangle, from points within it between which the ink is linear: as many as it has pixels, one where it has less. */
function meanInk(ink: Ink, x: number, y: number, width: number, height: number): number {
  const [nx, ny] = [Math.ceil(width - 1e-9), Math.ceil(height - 1e-9)];
  let sum = 0;
  for (let j = 0; j < ny; j++)
    for (let i = 0; i < nx; i++)
      sum += inkAt(ink, x + ((i + 0.5) * width) / nx - 0.5, y + ((j + 0.5) * height) / ny - 0.5);
  return sum / (nx * ny);
}

/** Bilinear between the pixels' centres; nothing beyond the drawing. */
function inkAt({ values, width, height }: Ink, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - x0, y - y0];
  const at = (u: number, v: number) => (u < 0 || v < 0 || u >= width || v >= height ? 0 : values[v * width + u]!);
  const above = (1 - fx) * at(x0, y0) + fx * at(x0 + 1, y0);
  return fy === 0 ? above : (1 - fy) * above + fy * ((1 - fx) * at(x0, y0 + 1) + fx * at(x0 + 1, y0 + 1));
}

function placed(small: Float64Array, width: number, height: number): Float64Array {
  let [sum, mx, my, most] = [0, 0, 0, 0];
  small.forEach((value, i) => {
    sum += value;
    mx += value * (i % width);
    my += value * Math.floor(i / width);
    most = Math.max(most, value);
  });
  const within = (from: number, size: number) => Math.min(SIDE - size, Math.max(0, from));
  const left = within(Math.round(SIDE / 2 - mx / sum), width);
  const top = within(Math.round(SIDE / 2 - my / sum), height);
  const digit = new Float64Array(SIDE * SIDE);
  small.forEach((value, i) => (digit[(top + Math.floor(i / width)) * SIDE + left + (i % width)] = value / most));
  return digit;
}
