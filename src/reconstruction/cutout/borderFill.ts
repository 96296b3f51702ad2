import { fitBackground, ringOf } from './background.ts';
import { differenceFrom, distanceAt, type Difference } from './difference.ts';
import { flooded } from './flood.ts';
import { partsOf } from './parts.ts';
import type { Mask, RgbaImage } from './types.ts';

/** What a border-colour flood fill found. */
export interface BorderFill {
  readonly mask: Mask;
  /** Share of the border that has the background's colour: near 1 where the background is plain. */
  readonly plain: number;
  /** Robust standard deviation of the border from the background fitted to it, 0 … 255 units. */
  readonly spread: number;
  /** Share of the picture that is left as the object. */
  readonly covered: number;
}

/** Without noise, colours may differ by so much and still be the background's. */
const LEAST_DISTANCE = 9;
const MOST_DISTANCE = 40;
/** Of the largest part: smaller ones are specks. */
const SPECK = 0.01;
/** Of the picture: a gap between an object's slats is at least so large. */
const GAP = 0.0003;

/**
 * The object as all that the border's colour does not reach. The background is a smooth surface fitted to the border (a gradient is
 * one); tolerance follows the noise that the border shows; soft shadows belong to the background. Gaps that the flood cannot reach are
 * background too where they have its very colour and a sharp edge (a highlight has none). `looseness`: a hand's factor on the tolerance.
 */
export function borderFill(image: RgbaImage, looseness = 1): BorderFill {
  const { width, height } = image;
  const background = fitBackground(image);
  const distance = looseness * Math.min(MOST_DISTANCE, LEAST_DISTANCE + 3 * background.spread);
  const difference = differenceFrom(image, background);
  const outside = flooded(difference, width, height, { distance, slope: 3 + background.spread });
  const ring = ringOf(width, height);
  const plain = ring.filter((at) => distanceAt(difference, at) < distance).length / ring.length;

  openGaps(outside, difference, width, height, distance);
  const inside = outside.map((value) => 1 - value);
  dropSpecks(inside, width, height);
  const alpha = softened(inside, difference, width, height);
  const covered = inside.reduce((sum, one) => sum + one, 0) / inside.length;
  return { mask: { alpha, width, height }, plain, spread: background.spread, covered };
}

/** Marks enclosed pieces of background in `outside`. */
function openGaps(outside: Uint8Array, difference: Difference, width: number, height: number, distance: number): void {
  const alike = outside.map((out, at) => (out === 0 && distanceAt(difference, at) < distance ? 1 : 0));
  const { label, sizes } = partsOf(alike, width, height);
  const rim = sizes.map(() => ({ sum: 0, count: 0 }));
  const inner = new Float64Array(sizes.length);
  for (let at = 0; at < label.length; at++) {
    const own = label[at]!;
    if (own === 0) continue;
    inner[own]! += distanceAt(difference, at);
    const x = at % width;
    // Two pixels on from each of its edge pixels: the far side of the edge.
    const far = (inX: boolean, next: number, beyond: number) => {
      if (!inX || next < 0 || next >= label.length || label[next] === own) return;
      const there = beyond >= 0 && beyond < label.length ? beyond : next;
      rim[own]!.sum += Math.max(distanceAt(difference, next), distanceAt(difference, there));
      rim[own]!.count++;
    };
    far(x > 1, at - 1, at - 2);
    far(x < width - 2, at + 1, at + 2);
    far(true, at - width, at - 2 * width);
    far(true, at + width, at + 2 * width);
  }
  const least = Math.max(6, GAP * label.length);
  const gap = sizes.map((size, part) => {
    const { sum, count } = rim[part]!;
    return part > 0 && size >= least && inner[part]! / size < distance / 2 && count > 0 && sum / count > 2.5 * distance;
  });
  for (let at = 0; at < label.length; at++) if (gap[label[at]!]) outside[at] = 1;
}

function dropSpecks(inside: Uint8Array, width: number, height: number): void {
  const { label, sizes } = partsOf(inside, width, height);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  for (let at = 0; at < label.length; at++) if (sizes[label[at]!]! < SPECK * largest) inside[at] = 0;
}

/** At its outline the object covers a pixel as far as the pixel's colour has gone from the background's to the object's. */
function softened(inside: Uint8Array, difference: Difference, width: number, height: number): Uint8Array {
  return inside.map((one, at) => {
    if (one === 0) return 0;
    const x = at % width;
    const y = (at - x) / width;
    let around = 0;
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) around += 1 - inside[v * width + u]!;
    }
    if (around === 0) return 255;
    let most = 0;
    for (let v = Math.max(0, y - 2); v <= Math.min(height - 1, y + 2); v++) {
      for (let u = Math.max(0, x - 2); u <= Math.min(width - 1, x + 2); u++) {
        if (inside[v * width + u] === 1) most = Math.max(most, distanceAt(difference, v * width + u));
      }
    }
    return most === 0 ? 255 : Math.round(255 * Math.min(1, distanceAt(difference, at) / (0.9 * most)));
  });
}
