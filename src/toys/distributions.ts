import type { Points } from '../clouds/types.ts';
import { cos, sin } from '../math/portable.ts';
import type { Rng } from '../math/rng.ts';

/**
 * What is to be reconstructed in the paper's toy (Fan, Su, Guibas 2017, fig. 3): shapes that differ in one thing that the picture hides. Planar: z = 0.
 */
export interface ToyDistribution {
  /** `n` points of the shape whose hidden thing is `hidden`, uniform in [0, 1). */
  readonly draw: (hidden: number, n: number, rng: Rng) => Points;
}

/** Radius of the ring: uniform between these. */
export const RING_RADII = [0.2, 1] as const;

/** Centre and size. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The bar on the right; on the left x is negative. */
export const BAR: Box = { x: 0.6, y: 0, width: 0.16, height: 1.2 };

/** What is always there, and its part on the right. */
export const BODY: Box = { x: 0, y: -0.4, width: 1.6, height: 0.2 };
export const PART: Box = { x: 0.6, y: 0, width: 0.3, height: 0.4 };

/** A circle about the origin; its points a n-th of a turn apart, but for a jitter, from a random one on. */
const ring: ToyDistribution = {
  draw: (hidden, n, rng) => {
    const radius = RING_RADII[0] + (RING_RADII[1] - RING_RADII[0]) * hidden;
    const points = new Float64Array(3 * n);
    for (let i = 0; i < n; i++) {
      const angle = (2 * Math.PI * (i + rng.uniform())) / n;
      points[3 * i] = radius * cos(angle);
      points[3 * i + 1] = radius * sin(angle);
    }
    return points;
  },
};

/** `n` points of a filled upright or lying box, evenly jittered along and uniform across, into `points` from point `first` on. */
function fill(points: Points, first: number, n: number, box: Box, rng: Rng): void {
  const lies = box.width > box.height;
  for (let i = 0; i < n; i++) {
    const along = (i + rng.uniform()) / n - 0.5;
    const across = rng.uniform() - 0.5;
    points[3 * (first + i)] = box.x + box.width * (lies ? along : across);
    points[3 * (first + i) + 1] = box.y + box.height * (lies ? across : along);
  }
}

const sideOf = (hidden: number): number => (hidden < 0.5 ? -1 : 1);

/** A filled bar, on the left or on the right, as a coin falls. */
const bar: ToyDistribution = {
  draw: (hidden, n, rng) => {
    const points = new Float64Array(3 * n);
    fill(points, 0, n, { ...BAR, x: sideOf(hidden) * BAR.x }, rng);
    return points;
  },
};

/** A body that is always there, and a part of it on the left or on the right: a quarter of the points. */
const part: ToyDistribution = {
  draw: (hidden, n, rng) => {
    const points = new Float64Array(3 * n);
    const ofPart = Math.round(n / 4);
    fill(points, 0, n - ofPart, BODY, rng);
    fill(points, n - ofPart, ofPart, { ...PART, x: sideOf(hidden) * PART.x }, rng);
    return points;
  },
};

export const toyDistributions = { ring, bar, part } as const satisfies Record<string, ToyDistribution>;

export type ToyDistributionId = keyof typeof toyDistributions;

/** `size` shapes, their hidden things one from each `size`-th of [0, 1): as many bars on the left as on the right, small rings and large. */
export function drawBatch({ draw }: ToyDistribution, size: number, n: number, rng: Rng): readonly Points[] {
  return Array.from({ length: size }, (_, k) => draw((k + rng.uniform()) / size, n, rng));
}
