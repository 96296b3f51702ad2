import type { RgbaImage } from '../types.ts';
import { COMPONENTS, mixtureOf, partOf, Sums, type Mixture } from './gmm.ts';
import { splitColours } from './split.ts';

/** Colours of background and object. */
export type Mixtures = readonly [background: Mixture, object: Mixture];

/** A first division of each side's pixels into parts, by their colours alone. A pixel each. */
export function firstParts({ data }: RgbaImage, inside: Uint8Array): Uint8Array {
  const part = new Uint8Array(inside.length);
  for (const side of [0, 1]) {
    const places = Int32Array.from(inside.keys()).filter((at) => inside[at] === side);
    const colours = new Uint8Array(3 * places.length);
    places.forEach((at, i) => {
      colours.set(data.subarray(4 * at, 4 * at + 3), 3 * i);
    });
    splitColours(colours).forEach((own, i) => (part[places[i]!] = own));
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
