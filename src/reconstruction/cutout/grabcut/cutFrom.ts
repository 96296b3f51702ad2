import type { Box2 } from '../../crop.ts';
import { cropped } from '../frame.ts';
import { shrunk } from '../shrink.ts';
import type { Mask, RgbaImage } from '../types.ts';
import { BACKGROUND, grabCut, MAYBE_BACKGROUND, MAYBE_OBJECT, OBJECT } from './grabcut.ts';

/** Longest edges, in pixels, that colours are learned on and that the outline is drawn on; rounds on each. */
const COARSE = { edge: 192, rounds: 7 };
const FINE = { edge: 512, rounds: 1 };
/** Coarse pixels about the coarse outline that the fine cut decides anew. */
const BAND = 3;

export interface CutFrom {
  /** What is looked at, in whole pixels of the image. */
  readonly region: Box2;
  /** What is known of the place (x, y), in pixels of the image: see `grabCut`. */
  readonly knownAt: (x: number, y: number) => number;
  /** See `grabCut`. */
  readonly gamma: number;
  /** Hears the part that is done, 0 … 1. */
  readonly onPart?: ((part: number) => void) | undefined;
}

/**
 * The object of a region by GrabCut, from coarse to fine: colours are learned on few pixels, where the rounds are cheap; then the outline alone is drawn on many. At
 * 512 × 512 that is a third of a second instead of three.
 */
export function cutFrom(image: RgbaImage, { region, knownAt, gamma, onPart }: CutFrom): Mask {
  const part = cropped(image, region);
  const coarse = shrunk(part, COARSE.edge);
  const at = (of: RgbaImage) => (u: number, v: number) =>
    knownAt(region.left + ((u + 0.5) * part.width) / of.width, region.top + ((v + 0.5) * part.height) / of.height);
  const all = COARSE.rounds + 3 * FINE.rounds;
  const first = grabCut(coarse, tabled(coarse, at(coarse)), {
    ...{ rounds: COARSE.rounds, gamma },
    onRound: (done) => onPart?.(done / all),
  });
  onPart?.(COARSE.rounds / all);
  const fine = shrunk(part, FINE.edge);
  const sure = at(fine);
  const band = bandOf(first.inside, coarse.width, coarse.height);
  const { inside } = grabCut(
    fine,
    tabled(fine, (u, v) => {
      const known = sure(u, v);
      if (known === BACKGROUND || known === OBJECT) return known;
      const [x, y] = [Math.floor((u * coarse.width) / fine.width), Math.floor((v * coarse.height) / fine.height)];
      return band[y * coarse.width + x]!;
    }),
    { rounds: FINE.rounds, gamma },
  );
  onPart?.(1);
  return placed(inside, fine, region, image);
}

const tabled = ({ width, height }: RgbaImage, valueAt: (u: number, v: number) => number): Uint8Array =>
  Uint8Array.from({ length: width * height }, (_, i) => valueAt(i % width, Math.floor(i / width)));

/** What `inside` says, for certain where it says the same for `BAND` pixels around. */
function bandOf(inside: Uint8Array, width: number, height: number): Uint8Array {
  return inside.map((own, i) => {
    const x = i % width;
    const y = (i - x) / width;
    for (let v = Math.max(0, y - BAND); v <= Math.min(height - 1, y + BAND); v++) {
      for (let u = Math.max(0, x - BAND); u <= Math.min(width - 1, x + BAND); u++) {
        if (inside[v * width + u] !== own) return own === 1 ? MAYBE_OBJECT : MAYBE_BACKGROUND;
      }
    }
    return own === 1 ? OBJECT : BACKGROUND;
  });
}

/** The cut of a region as a mask of the image: linear between the cut's pixels, so that its edge is about a pixel of it soft. */
function placed(inside: Uint8Array, cut: RgbaImage, { left, top, right, bottom }: Box2, image: RgbaImage): Mask {
  const alpha = new Uint8Array(image.width * image.height);
  const [scaleX, scaleY] = [cut.width / (right - left), cut.height / (bottom - top)];
  const value = (u: number, v: number) =>
    inside[Math.min(cut.height - 1, Math.max(0, v)) * cut.width + Math.min(cut.width - 1, Math.max(0, u))]!;
  for (let y = top; y < bottom; y++) {
    const v = (y - top + 0.5) * scaleY - 0.5;
    const [v0, dv] = [Math.floor(v), v - Math.floor(v)];
    for (let x = left; x < right; x++) {
      const u = (x - left + 0.5) * scaleX - 0.5;
      const [u0, du] = [Math.floor(u), u - Math.floor(u)];
      const upper = (1 - du) * value(u0, v0) + du * value(u0 + 1, v0);
      const lower = (1 - du) * value(u0, v0 + 1) + du * value(u0 + 1, v0 + 1);
      alpha[y * image.width + x] = Math.round(255 * ((1 - dv) * upper + dv * lower));
    }
  }
  return { alpha, width: image.width, height: image.height };
}
