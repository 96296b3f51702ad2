import type { Points } from '../../clouds/types.ts';
import { transformPoints } from '../../math/matrix4.ts';
import type { CloudSpace } from './space.ts';

/** The shadow that a cloud casts straight down on the ground it stands on, in the world. */
export interface GroundShadow {
  /** How dark, 0 … 255: `size` × `size`, from (x, z) − half on, along x row by row. */
  readonly darkness: Uint8Array<ArrayBuffer>;
  readonly size: number;
  readonly centre: readonly [x: number, y: number, z: number];
  /** Half an edge of the square. */
  readonly half: number;
}

const SIZE = 72;
/** Part of the points that may lie below the ground: an answer has strays. */
const BELOW = 0.01;
/** The square reaches so many times as far as the points. */
const ROOM = 1.5;
/** Spread of a point's shadow where it touches the ground, and what height adds to it, in parts of the cloud's reach and of the height. */
const SHARPEST = 0.06;
const BLUR = 0.22;
/** How soon it is dark: of a cloud of points evenly over the middle of the square, exp(−DARK) of the light would be left. */
const DARK = 1.1;

/** Every point's shadow is a soft spot, the wider the higher the point is: what touches the ground is seen to touch it. */
export function groundShadow(points: Points, space: CloudSpace): GroundShadow {
  const world = transformPoints(space.worldFromTarget, points);
  const count = world.length / 3;
  const along = (axis: number) => Float64Array.from({ length: count }, (_, i) => world[3 * i + axis]!).sort();
  const middleOf = (sorted: Float64Array) => (sorted[0]! + sorted[count - 1]!) / 2;
  const [xs, ys, zs] = [along(0), along(1), along(2)];
  const ground = ys[Math.floor(BELOW * (count - 1))]!;
  const [x, z] = [middleOf(xs), middleOf(zs)];
  const reach = Math.max(xs[count - 1]! - xs[0]!, zs[count - 1]! - zs[0]!, Number.MIN_VALUE) / 2;
  const half = ROOM * reach;
  const density = new Float64Array(SIZE * SIZE);
  const cells = SIZE / (2 * half);
  for (let i = 0; i < count; i++) {
    const height = Math.max(world[3 * i + 1]! - ground, 0);
    const spread = (SHARPEST * reach + BLUR * height) * cells;
    drop(density, (world[3 * i]! - x + half) * cells, (world[3 * i + 2]! - z + half) * cells, spread);
  }
  // Over a quarter of the square, evenly.
  const even = count / (SIZE / 2) ** 2;
  const darkness = Uint8Array.from(density, (value) => Math.round(255 * (1 - Math.exp((-DARK * value) / even / 2))));
  return { darkness, size: SIZE, centre: [x, ground, z], half };
}

/** One unit of shadow around a place of the grid (in cells): a bell of that spread, as far as twice it. */
function drop(density: Float64Array, x: number, z: number, spread: number): void {
  const far = 2 * spread;
  const weight = 1 / (2 * Math.PI * spread * spread);
  for (let row = Math.max(Math.ceil(z - far - 0.5), 0); row + 0.5 <= z + far && row < SIZE; row++) {
    for (let column = Math.max(Math.ceil(x - far - 0.5), 0); column + 0.5 <= x + far && column < SIZE; column++) {
      const distanceSq = (column + 0.5 - x) ** 2 + (row + 0.5 - z) ** 2;
      density[row * SIZE + column]! += weight * Math.exp(-distanceSq / (2 * spread * spread));
    }
  }
}
