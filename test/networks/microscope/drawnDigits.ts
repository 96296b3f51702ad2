import { createRng } from '../../../src/math/rng.ts';
import type { Ink } from '../../../src/networks/microscope/centre.ts';

type Point = readonly [x: number, y: number];

/** Strokes of a hand, by points that a curve runs through; a digit is 1 high. Written for this test, from no data set. */
const strokes: readonly (readonly (readonly Point[])[])[] = [
  [[[0.5, 0.03], [0.3, 0.15], [0.22, 0.5], [0.3, 0.85], [0.5, 0.97], [0.7, 0.85], [0.78, 0.5], [0.7, 0.15], [0.5, 0.03]]],
  [[[0.36, 0.22], [0.52, 0.04]], [[0.52, 0.04], [0.5, 0.97]]],
  [[[0.22, 0.25], [0.32, 0.08], [0.55, 0.03], [0.75, 0.15], [0.75, 0.35], [0.55, 0.62], [0.22, 0.95]], [[0.22, 0.95], [0.82, 0.93]]],
  [[[0.22, 0.12], [0.45, 0.03], [0.72, 0.12], [0.7, 0.33], [0.42, 0.46]], [[0.42, 0.46], [0.74, 0.57], [0.78, 0.8], [0.5, 0.97], [0.2, 0.86]]],
  [[[0.32, 0.04], [0.2, 0.55]], [[0.2, 0.55], [0.82, 0.53]], [[0.68, 0.1], [0.63, 0.97]]],
  [[[0.76, 0.05], [0.32, 0.06]], [[0.32, 0.06], [0.27, 0.44]], [[0.27, 0.44], [0.55, 0.38], [0.77, 0.55], [0.74, 0.82], [0.48, 0.97], [0.2, 0.88]]],
  [[[0.68, 0.04], [0.4, 0.25], [0.25, 0.6], [0.3, 0.88], [0.52, 0.97], [0.75, 0.82], [0.68, 0.6], [0.46, 0.56], [0.27, 0.72]]],
  [[[0.2, 0.08], [0.8, 0.06]], [[0.8, 0.06], [0.6, 0.45], [0.42, 0.97]]],
  [[[0.5, 0.48], [0.28, 0.3], [0.35, 0.08], [0.6, 0.04], [0.75, 0.2], [0.6, 0.42], [0.35, 0.62], [0.25, 0.82], [0.48, 0.97], [0.74, 0.85], [0.68, 0.62], [0.5, 0.48]]],
  [[[0.74, 0.27], [0.6, 0.06], [0.36, 0.08], [0.25, 0.3], [0.4, 0.48], [0.64, 0.44], [0.74, 0.27]], [[0.74, 0.27], [0.72, 0.6], [0.62, 0.97]]],
]; // prettier-ignore

interface Style {
  /** Half of the pen's width, of the digit's height. */
  readonly pen: number;
  /** To the right, a height. */
  readonly slant: number;
  /** Of the paper's side. */
  readonly height: number;
  readonly left: number;
  readonly top: number;
}

const plain: Style = { pen: 0.045, slant: 0, height: 0.6, left: 0.2, top: 0.2 };
export const styles = {
  thick: { ...plain, pen: 0.085 },
  thin: { ...plain, pen: 0.014 },
  slanted: { ...plain, slant: 0.35 },
  small: { ...plain, height: 0.16, left: 0.42, top: 0.42 },
  'off-centre': { ...plain, height: 0.42, left: 0.02, top: 0.55 },
} as const satisfies Readonly<Record<string, Style>>;
export type StyleId = keyof typeof styles;

const SIDE = 280;
/** A hand trembles, of the digit's height. */
const TREMBLE = 0.02;

/** A digit on paper of 280 × 280, ink 0 … 1, anti-aliased. */
export function drawnDigit(digit: number, style: StyleId, seed: number): Ink {
  const { pen, slant, height, left, top } = styles[style];
  const { between } = createRng(seed, 'hand', digit, style);
  const size = height * SIDE;
  const onPaper = ([x, y]: Point): Point => {
    const [u, v] = [x + slant * (0.5 - y) + between(-TREMBLE, TREMBLE), y + between(-TREMBLE, TREMBLE)];
    return [left * SIDE + u * size, top * SIDE + v * size];
  };
  const values = new Float64Array(SIDE * SIDE);
  const radius = Math.max(0.7, pen * size);
  for (const stroke of strokes[digit]!) {
    const path = curve(stroke.map(onPaper));
    path.slice(1).forEach((to, i) => ink(values, path[i]!, to, radius));
  }
  return { values, width: SIDE, height: SIDE };
}

/** Catmull–Rom through the points, in short lines. */
function curve(points: readonly Point[]): Point[] {
  const at = (i: number) => points[Math.min(points.length - 1, Math.max(0, i))]!;
  const path: Point[] = [points[0]!];
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let t = 0.1; t < 1.05; t += 0.1) {
      const along = (k: 0 | 1) =>
        0.5 *
        (2 * b[k] +
          (c[k] - a[k]) * t +
          (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t ** 2 +
          (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t ** 3);
      path.push([along(0), along(1)]);
    }
  }
  return path;
}

/** A line with round ends. */
function ink(values: Float64Array, [x0, y0]: Point, [x1, y1]: Point, radius: number): void {
  const clamp = (value: number) => Math.min(SIDE - 1, Math.max(0, Math.round(value)));
  const lengthSq = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  for (let y = clamp(Math.min(y0, y1) - radius - 2); y <= clamp(Math.max(y0, y1) + radius + 2); y++) {
    for (let x = clamp(Math.min(x0, x1) - radius - 2); x <= clamp(Math.max(x0, x1) + radius + 2); x++) {
      const t = lengthSq > 0 ? Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / lengthSq)) : 0;
      const distance = Math.hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0));
      const own = y * SIDE + x;
      values[own] = Math.max(values[own]!, Math.min(1, Math.max(0, radius + 0.5 - distance)));
    }
  }
}
