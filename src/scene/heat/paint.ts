import { rampOf } from '../../view/ramp.ts';
import type { Theme } from '../../state/common.ts';
import type { HeatScale } from './scale.ts';

/** Low to high. Low is what is sought and stands out from the ground, dark on paper and bright at night; lightness is monotone, so that it reads without hue. */
export const heatStops = {
  light: ['#0f3a52', '#256a7c', '#67a19f', '#b5cbb4', '#f1e6cb'],
  dark: ['#e2f3d2', '#8fcdb4', '#4a94a0', '#2c5f78', '#1d3348'],
} as const;

/** Ground and stroke of what is off the ramp. */
const others = {
  light: { ground: '#fbf8f0', off: '#b9ad97', gone: '#8b7f6c' },
  dark: { ground: '#15191f', off: '#4a5059', gone: '#6b7079' },
} as const;

/** Pixels of a cell's side in the picture, at least: fine enough for the hatching. */
export const CELL = 8;
const ENTRIES = 256;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, rows from the top. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * The map, row 0 at the bottom. Cells that are still to come look like the one of the `stride` that holds them. What is off the ramp is dotted, what diverged hatched: told apart
 * without any hue.
 */
export function paintHeat(
  { columns, rows }: { readonly columns: number; readonly rows: number },
  scale: HeatScale,
  theme: Theme,
  stride: number,
  cellSide = CELL,
): Picture {
  const ramp = rampOf(heatStops[theme], ENTRIES);
  const { ground, off, gone } = others[theme];
  const [groundRgb, offRgb, goneRgb] = [ground, off, gone].map(bytesOf) as [Rgb, Rgb, Rgb];
  const [width, height] = [cellSide * columns, cellSide * rows];
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const known = scale.fate(row * columns + column) !== 'unknown';
      const cell = known ? row * columns + column : (row - (row % stride)) * columns + column - (column % stride);
      const fate = scale.fate(cell);
      const entry = 4 * Math.round(scale.at(cell) * (ENTRIES - 1));
      const on: Rgb = [ramp[entry]!, ramp[entry + 1]!, ramp[entry + 2]!];
      for (let py = 0; py < cellSide; py++) {
        for (let px = 0; px < cellSide; px++) {
          const [x, y] = [column * cellSide + px, (rows - 1 - row) * cellSide + py];
          const rgb =
            fate === 'on'
              ? on
              : fate === 'gone' && (x + y) % 8 < 2
                ? goneRgb
                : fate === 'off' && x % 8 < 2 && y % 8 < 2
                  ? offRgb
                  : groundRgb;
          const at = 4 * (y * width + x);
          pixels[at] = rgb[0];
          pixels[at + 1] = rgb[1];
          pixels[at + 2] = rgb[2];
          pixels[at + 3] = 255;
        }
      }
    }
  }
  return { width, height, pixels };
}

type Rgb = readonly [number, number, number];

function bytesOf(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}

/** The same as an address that an SVG image takes; null where there is no canvas to be had. */
export function pictureUrl({ width, height, pixels }: Picture): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas.toDataURL();
}
