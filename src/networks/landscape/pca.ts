import { lanczos } from '../hessian/lanczos.ts';
import { addScaled, dot, norm, scaled } from '../vector.ts';
import { perpendicular, type Plane } from './plane.ts';
import { addRows, dotRows } from './rows.ts';

/**
 * The plane nearest to all rows (all paths' recorded weights) in least squares: through their mean, along their first two principal directions. u and v are unit vectors, so α and
 * β are distances; the last row lies on the side of positive α and β, so that the picture does not flip as a path grows.
 * Li et al. (2018, §7) centre it at the last net; the mean is the point that makes the squares of all residuals least.
 * By Lanczos over the Gram matrix of the rows (count × count), never one of the weights (size × size).
 */
export function pcaPlane(paths: readonly ArrayLike<number>[]): Plane {
  // A path that diverged ends in numbers that are none.
  const rows = paths.filter((row) => Number.isFinite(dot(row, row)));
  const size = rows[0]?.length;
  if (size === undefined) throw new RangeError('a plane fitted to paths needs finite weights of one');
  const origin = new Float64Array(size);
  for (const row of rows) addScaled(origin, 1 / rows.length, row);
  const centred = rows.map((row) => {
    const away = Float64Array.from(row);
    addScaled(away, -1, origin);
    return away;
  });
  const { values, vectors, total } = leading(centred, size);
  const along = (k: number): Float64Array => {
    const direction = new Float64Array(size);
    if (vectors[k]!.length > 0) addRows(centred, vectors[k]!, direction);
    return towards(direction, centred.at(-1)!);
  };
  const first = along(0);
  const u =
    norm(first) > 0
      ? scaled(first, 1 / norm(first))
      : perpendicular(
          first,
          Float64Array.from(first, () => 1),
        );
  const v = towards(perpendicular(along(1), u), centred.at(-1)!);
  const share = (value: number) => (total > 0 ? Math.max(0, value) / total : 0);
  return { kind: 'pca', origin, u, v, explained: [share(values[0]!), share(values[1] ?? 0)] };
}

const towards = (direction: Float64Array, row: Float64Array): Float64Array =>
  dot(direction, row) < 0 ? scaled(direction, -1) : direction;

/** Of an eigenvector's residual: the directions are then right to twelve digits, and what they explain, being off by its square, to rounding. */
const TOLERANCE = 1e-13;

/** First two eigenvectors of the Gram matrix, which is only ever multiplied by: count × size numbers twice, not count² products of rows. */
function leading(rows: readonly Float64Array[], size: number) {
  const count = rows.length;
  const along = new Float64Array(size);
  const product = (v: Float64Array, out: Float64Array): void => {
    along.fill(0);
    addRows(rows, v, along);
    dotRows(rows, along, out);
  };
  const { values, vectors } = lanczos(product, count, 2, { tolerance: TOLERANCE });
  const total = rows.reduce((sum, row) => sum + dot(row, row), 0);
  return { values, vectors: [0, 1].map((k) => vectors.subarray(k * count, (k + 1) * count)), total };
}
