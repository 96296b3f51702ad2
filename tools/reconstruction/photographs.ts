import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAnyImage } from '../../src/cli/reconstruction/decoders.ts';
import type { Mask, RgbaImage } from '../../src/reconstruction/cutout/types.ts';

/** Where the photographs lie, below the project's root. */
export const photographsFolder = 'assets/reconstruction/photographs';

/** A free photograph and the outline of its thing, drawn by hand, as photographs.json has them. Positions are in pixels, from the top left corner. */
export interface Photograph {
  /** The file is NAME.webp. */
  readonly name: string;
  readonly shows: string;
  /** One of the generator's, or other. */
  readonly category: string;
  /** What makes it easy or hard: README.md has the list. */
  readonly tags: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly author: string;
  readonly licence: string;
  readonly page?: string;
  /** The Debian package that holds the original. */
  readonly from: { readonly package: string; readonly file: string; readonly member?: string };
  /** Left, top, right, bottom: of the part of the original that was taken. */
  readonly crop?: readonly number[];
  /** Rows of black that were added above, and as many below. */
  readonly bars?: number;
  /** Left, top, right, bottom: a box as one would draw it around the thing. */
  readonly box: readonly [number, number, number, number];
  /** One polygon or more, "x,y x,y …" as in SVG: all of them are the thing, */
  readonly outline: readonly string[];
  /** but for these. */
  readonly holes?: readonly string[];
}

export function photographsIn(root: string): readonly Photograph[] {
  const file = JSON.parse(readFileSync(join(root, photographsFolder, 'photographs.json'), 'utf8')) as {
    readonly photographs: readonly Photograph[];
  };
  return file.photographs;
}

export async function imageOf(root: string, { name }: Photograph): Promise<RgbaImage> {
  const bytes = new Uint8Array(readFileSync(join(root, photographsFolder, `${name}.webp`)));
  return (await readAnyImage(bytes)).image;
}

export type Point = readonly [x: number, y: number];

export const polygonOf = (points: string): Point[] =>
  points.split(' ').map((point) => point.split(',').map(Number) as unknown as Point);

/** The drawn mask: a pixel is the thing's where its centre lies in an outline and in no hole. */
export function maskOf({ width, height, outline, holes = [] }: Photograph): Mask {
  const alpha = new Uint8Array(width * height);
  for (const points of outline) fill(polygonOf(points), 255);
  for (const points of holes) fill(polygonOf(points), 0);
  return { alpha, width, height };

  function fill(polygon: readonly Point[], value: number): void {
    for (let y = 0; y < height; y++) {
      const crossings = crossingsOf(polygon, y + 0.5);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const from = Math.max(0, Math.ceil(crossings[i]! - 0.5));
        const to = Math.min(width, Math.ceil(crossings[i + 1]! - 0.5));
        if (to > from) alpha.fill(value, y * width + from, y * width + to);
      }
    }
  }
}

/** Where the polygon's edges meet a row, from left to right. */
function crossingsOf(polygon: readonly Point[], row: number): number[] {
  const crossings: number[] = [];
  polygon.forEach(([x0, y0], i) => {
    const [x1, y1] = polygon[(i + 1) % polygon.length]!;
    if (y0 > row !== y1 > row) crossings.push(x0 + ((row - y0) / (y1 - y0)) * (x1 - x0));
  });
  return crossings.sort((a, b) => a - b);
}
