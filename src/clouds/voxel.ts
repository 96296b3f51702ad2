import type { PointCloud, Points } from './types.ts';

/** Which voxel each point is in, voxels numbered in the order of their keys: z slowest, x fastest. */
interface Voxels {
  readonly count: number;
  /** n. */
  readonly slots: Int32Array;
}

/**
 * The mean of the points of each cell of a grid with edge `size` and a corner at `origin` (0, 0, 0 unless given: the same grid for every
 * cloud, as in PCL). Cells in ascending order z, y, x, whatever the order of the points. RangeError where the size is no positive number or
 * there would be more than 2⁵³ cells.
 */
export function voxelDownsample(
  points: Points,
  size: number,
  origin: readonly [number, number, number] = [0, 0, 0],
): Points {
  return means(points, voxels(points, size, origin));
}

/** As `voxelDownsample`; normals are averaged too, and of length 1 again (the first one where they cancel out). */
export function downsample(
  cloud: PointCloud,
  size: number,
  origin: readonly [number, number, number] = [0, 0, 0],
): PointCloud {
  const grid = voxels(cloud.points, size, origin);
  const points = means(cloud.points, grid);
  if (!cloud.normals) return { points };
  return { points, normals: unitMeans(cloud.normals, grid) };
}

function unitMeans(normals: Float64Array, grid: Voxels): Float64Array {
  const out = means(normals, grid);
  const done = new Uint8Array(grid.count);
  for (let i = 0; i < grid.slots.length; i++) {
    const slot = grid.slots[i]!;
    if (done[slot]) continue;
    done[slot] = 1;
    const mean = out.subarray(3 * slot, 3 * slot + 3);
    const length = Math.hypot(mean[0]!, mean[1]!, mean[2]!);
    if (length < 1e-9) mean.set(normals.subarray(3 * i, 3 * i + 3));
    else for (let c = 0; c < 3; c++) mean[c] = mean[c]! / length;
  }
  return out;
}

function means(values: Float64Array, { count, slots }: Voxels): Float64Array {
  const sums = new Float64Array(3 * count);
  const members = new Uint32Array(count);
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    members[slot] = members[slot]! + 1;
    for (let c = 0; c < 3; c++) sums[3 * slot + c] = sums[3 * slot + c]! + values[3 * i + c]!;
  }
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! / members[(i / 3) | 0]!;
  return sums;
}

function voxels(points: Points, size: number, origin: readonly [number, number, number]): Voxels {
  if (!(size > 0 && size < Infinity)) throw new RangeError(`voxel size ${size}: it must be a positive number`);
  const n = points.length / 3;
  const [min, cells] = extent(points, size, origin);
  if (!(cells[0]! * cells[1]! * cells[2]! <= Number.MAX_SAFE_INTEGER)) {
    throw new RangeError(
      `voxel size ${size} is too small for a cloud of ${cells.join(' × ')} cells: take a larger one`,
    );
  }
  // A key of 3 × 21 bits does not fit a double; one that counts only the cells of the cloud's box is exact, and sorts natively.
  const keys = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const x = Math.floor((points[3 * i]! - origin[0]) / size) - min[0]!;
    const y = Math.floor((points[3 * i + 1]! - origin[1]) / size) - min[1]!;
    const z = Math.floor((points[3 * i + 2]! - origin[2]) / size) - min[2]!;
    keys[i] = (z * cells[1]! + y) * cells[0]! + x;
  }
  return number(keys);
}

function extent(points: Points, size: number, origin: readonly [number, number, number]): [number[], number[]] {
  const min = [0, 0, 0];
  const cells = [0, 0, 0];
  for (let c = 0; c < 3; c++) {
    let lo = Infinity;
    let hi = -Infinity;
    for (let i = c; i < points.length; i += 3) {
      const cell = Math.floor((points[i]! - origin[c]!) / size);
      if (cell < lo) lo = cell;
      if (cell > hi) hi = cell;
    }
    min[c] = lo;
    cells[c] = hi - lo + 1;
  }
  return points.length === 0 ? [min, [0, 0, 0]] : [min, cells];
}

/** Equal keys → one number; numbers ascend with the keys. An open hash table finds the few different keys, and only they are sorted. */
function number(keys: Float64Array): Voxels {
  const n = keys.length;
  const mask = (1 << Math.ceil(Math.log2(Math.max(2, 2 * n)))) - 1;
  const table = new Float64Array(mask + 1).fill(-1);
  const numbers = new Int32Array(mask + 1);
  const place = (key: number): number => {
    let at = (Math.imul(key, 0x9e3779b1) ^ Math.imul(key / 4294967296, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & mask;
    while (table[at] !== key && table[at] !== -1) at = (at + 1) & mask;
    return at;
  };
  const different: number[] = [];
  for (let i = 0; i < n; i++) {
    const at = place(keys[i]!);
    if (table[at] === -1) different.push((table[at] = keys[i]!));
  }
  const sorted = Float64Array.from(different).sort();
  for (let slot = 0; slot < sorted.length; slot++) numbers[place(sorted[slot]!)] = slot;
  return { count: sorted.length, slots: Int32Array.from(keys, (key) => numbers[place(key)]!) };
}
