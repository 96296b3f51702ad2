import type { RgbaImage } from '../types.ts';
import { COMPONENTS, mixtureOf, partOf, Sums, type Mixture } from './gmm.ts';
import { splitColours } from './split.ts';

/** Colours of background and object. */
export type Mixtures = readonly [background: Mixture, object: Mixture];

/** A first division of each side's pixels into parts, by their colours alone. A pixel each. */
export function firstParts({ data }: RgbaImage, inside: Uint8Array): Uint8Array {
  const part = new Uint8Array(inside.length);
  for (const side of [0, 1]) {
    const colours = new Uint8Array(3 * inside.reduce((sum, own) => sum + (own === side ? 1 : 0), 0));
    let i = 0;
    inside.forEach((own, at) => {
      if (own === side) for (let c = 0; c < 3; c++) colours[i++] = data[4 * at + c]!;
    });
    const groups = splitColours(colours);
    i = 0;
    inside.forEach((own, at) => {
      if (own === side) part[at] = groups[i++]!;
    });
  }
  return part;
}

/** The likeliest part of each pixel in its own side's mixture. */
export function likeliestParts({ data }: RgbaImage, inside: Uint8Array, mixtures: Mixtures): Uint8Array {
  return inside.map((side, at) =>
    partOf(mixtures[side === 0 ? 0 : 1], data[4 * at]!, data[4 * at + 1]!, data[4 * at + 2]!),
  );
}

/** The likeliest mixtures with these parts; null where a side has no pixel. */
export function learned({ data }: RgbaImage, inside: Uint8Array, part: Uint8Array): Mixtures | null {
  const sums = [0, 1].map(() => Array.from({ length: COMPONENTS }, () => new Sums()));
  for (let at = 0; at < inside.length; at++) {
    sums[inside[at]!]![part[at]!]!.add(data[4 * at]!, data[4 * at + 1]!, data[4 * at + 2]!);
  }
  const [background, object] = sums.map(mixtureOf);
  return background && object && background.count > 0 && object.count > 0 ? [background, object] : null;
}
