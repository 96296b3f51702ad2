import { dot, norm } from '../vector.ts';
import type { Plane } from './plane.ts';

/** Where weights cast their shadow on a plane, and how far from it they are: ‖θ − Pθ‖. */
export interface Projection {
  readonly alpha: number;
  readonly beta: number;
  readonly residual: number;
}

/** Least squares; u and v may lean. What many rows share is made once. */
export function projectionOn({ origin, u, v }: Plane): (weights: ArrayLike<number>) => Projection {
  const [uu, uv, vv] = [dot(u, u), dot(u, v), dot(v, v)];
  const determinant = uu * vv - uv * uv;
  const solve = (toU: number, toV: number): readonly [number, number] =>
    determinant > 1e-20 * uu * vv
      ? [(vv * toU - uv * toV) / determinant, (uu * toV - uv * toU) / determinant]
      : [uu > 0 ? toU / uu : 0, 0];
  const { length } = origin;
  const left = new Float64Array(length);
  /** Takes (α, β) off what is left, and solves for what remains. */
  const step = (alpha: number, beta: number): readonly [number, number] => {
    let [toU, toV] = [0, 0];
    for (let i = 0; i < length; i++) {
      const rest = left[i]! - alpha * u[i]! - beta * v[i]!;
      left[i] = rest;
      toU += u[i]! * rest;
      toV += v[i]! * rest;
    }
    return solve(toU, toV);
  };
  return (weights) => {
    for (let i = 0; i < length; i++) left[i] = weights[i]! - origin[i]!;
    const [alpha, beta] = step(0, 0);
    // Once more, on what is left: the remainder's own shadow is rounding, and goes.
    const [more, moreBeta] = step(alpha, beta);
    step(more, moreBeta);
    return { alpha: alpha + more, beta: beta + moreBeta, residual: norm(left) };
  };
}

export const projectOn = (plane: Plane, weights: ArrayLike<number>): Projection => projectionOn(plane)(weights);

export interface Extent {
  readonly alpha: readonly [number, number];
  readonly beta: readonly [number, number];
}

/** No side of a picture is shorter than this share of the other. */
const SLIMMEST = 0.25;

/** The part of a plane that holds the shadows of all `rows` (weights along paths), and `margin` of its sides beyond. */
export function rangeOf(plane: Plane, rows: readonly ArrayLike<number>[], margin = 0.2): Extent {
  const shadows = rows.map(projectionOn(plane)).filter(({ alpha, beta }) => Number.isFinite(alpha + beta));
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
