import { isSoftwareRenderer } from '../gpu/softwareRenderer.ts';

/** How much is drawn, never what it means: cells of the surface's grid, samples of its height texture, cap of the pixel ratio. */
export interface Quality {
  readonly cells: number;
  readonly samples: number;
  readonly maxPixelRatio: number;
  /** Part of the swarm that is drawn, up to 1. */
  readonly swarmShare: number;
  /** Point clouds that have it are shaded by a pass of its own. */
  readonly dome: boolean;
}

/** 0 is the best that this machine gets. */
export type QualityLevel = 0 | 1 | 2;
export const LOWEST_LEVEL: QualityLevel = 2;

const MIN_CELLS = 128;
/** So many particles are drawn at any level. */
const MIN_SWARM = 1024;
const steps = [
  { cells: 1, pixelRatio: Infinity, swarm: 1, dome: true },
  { cells: 0.7, pixelRatio: 1.5, swarm: 1 / 2, dome: true },
  { cells: 0.5, pixelRatio: 1, swarm: 1 / 4, dome: false },
] as const;

/** `renderer`: the name the driver gives itself; software rasterisers pay for every vertex and pixel. */
export function qualityFor(renderer: string, viewportWidth: number): Quality {
  if (isSoftwareRenderer(renderer)) return { cells: 128, samples: 512, maxPixelRatio: 2, swarmShare: 1, dome: true };
  if (viewportWidth < 720) return { cells: 192, samples: 256, maxPixelRatio: 2, swarmShare: 1, dome: true };
  return { cells: 320, samples: 512, maxPixelRatio: 2, swarmShare: 1, dome: true };
}

/** The samples stay: heights, and with them contours and cut, are the same at every level. */
export function qualityAt(best: Quality, level: QualityLevel): Quality {
  const step = steps[level];
  return {
    cells: Math.max(Math.min(best.cells, MIN_CELLS), Math.round(best.cells * step.cells)),
    samples: best.samples,
    maxPixelRatio: Math.min(best.maxPixelRatio, step.pixelRatio),
    swarmShare: step.swarm,
    dome: best.dome && step.dome,
  };
}

/** How many of a swarm's `count` are drawn. Its starts are independent draws, so the first of them are a fair sample. */
export function swarmDrawn(count: number, { swarmShare }: Quality): number {
  return Math.max(Math.min(count, MIN_SWARM), Math.round(count * swarmShare));
}

/** `?quality=high` or `low` holds a level, for lectures, pictures and tests; anything else lets the frame rate decide. */
export function heldLevel(asked: string | null): QualityLevel | null {
  return asked === 'high' ? 0 : asked === 'low' ? LOWEST_LEVEL : null;
}
