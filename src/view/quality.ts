import { isSoftwareRenderer } from '../gpu/softwareRenderer.ts';

/** How much is drawn, never what it means: cells of the surface's grid, samples of its height texture, cap of the pixel ratio. */
export interface Quality {
  readonly cells: number;
  readonly samples: number;
  readonly maxPixelRatio: number;
}

/** `renderer`: the name the driver gives itself; software rasterisers pay for every vertex and pixel. */
export function qualityFor(renderer: string, viewportWidth: number): Quality {
  if (isSoftwareRenderer(renderer)) return { cells: 128, samples: 512, maxPixelRatio: 2 };
  if (viewportWidth < 720) return { cells: 192, samples: 256, maxPixelRatio: 2 };
  return { cells: 320, samples: 512, maxPixelRatio: 2 };
}
