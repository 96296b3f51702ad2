import { dot, norm } from '../vector.ts';
import type { Plane } from './plane.ts';

/** Where weights cast their shadow on a plane, and how far from it they are: ‖θ − Pθ‖. */
export interface Projection {
  readonly alpha: number;
  readonly beta: number;
  readonly residual: number;
}

/** Least squares; u and v may lean. */
export function projectOn({ origin, u, v }: Plane, weights: ArrayLike<number>): Projection {
  const away = origin.map((from, i) => weights[i]! - from);
  const [uu, uv, vv] = [dot(u, u), dot(u, v), dot(v, v)];
  const determinant = uu * vv - uv * uv;
  const solve = (toU: number, toV: number): readonly [number, number] =>
    determinant > 1e-20 * uu * vv
      ? [(vv * toU - uv * toV) / determinant, (uu * toV - uv * toU) / determinant]
      : [uu > 0 ? toU / uu : 0, 0];
  let [alpha, beta] = solve(dot(u, away), dot(v, away));
  const left = away.map((value, i) => value - alpha * u[i]! - beta * v[i]!);
  // Once more, on what is left: the remainder's own shadow is rounding, and goes.
  const [more, moreBeta] = solve(dot(u, left), dot(v, left));
  alpha += more;
  beta += moreBeta;
  return { alpha, beta, residual: norm(left.map((value, i) => value - more * u[i]! - moreBeta * v[i]!)) };
}

export interface Extent {
  readonly alpha: readonly [number, number];
  readonly beta: readonly [number, number];
}

/** No side of a picture is shorter than this share of the other. */
const SLIMMEST = 0.25;

/** The part of a plane that holds the shadows of all `rows` (weights along paths), and `margin` of its sides beyond. */
export function rangeOf(plane: Plane, rows: readonly ArrayLike<number>[], margin = 0.2): Extent {
  const shadows = rows.map((row) => projectOn(plane, row)).filter(({ alpha, beta }) => Number.isFinite(alpha + beta));
  const alphas = spanOf(shadows.map(({ alpha }) => alpha));
  const betas = spanOf(shadows.map(({ beta }) => beta));
  const widest = Math.max(alphas.width, betas.width) || 1;
  const fit = ({ middle, width }: Span): readonly [number, number] => {
    const half = (0.5 + margin) * Math.max(width, SLIMMEST * widest);
    return [middle - half, middle + half];
  };
  return { alpha: fit(alphas), beta: fit(betas) };
}

interface Span {
  readonly middle: number;
  readonly width: number;
}

function spanOf(values: readonly number[]): Span {
  if (values.length === 0) return { middle: 0, width: 0 };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { middle: (low + high) / 2, width: high - low };
}
