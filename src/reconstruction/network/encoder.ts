import { PICTURE_SIZE, type Picture } from '../types.ts';
import { convolution, createScratch, linear, type Layer } from './layers.ts';
import type { Weights } from './weights.ts';

/** Channels after each of the encoder's five convolutions, each of which halves the edge: 32, 16, 8, 4, 2 pixels. */
export const WIDTHS = [32, 64, 128, 256, 256] as const;

/** Length of the encoder's last word: what the heads work on, and kinship is measured by. */
export const CODE = 512;

/** Channels of the three maps that the heads look at: the mean and the root mean square of each say what a picture is made of. */
const MAPPED = WIDTHS[1] + WIDTHS[2] + WIDTHS[3];

/** Length of a picture's feature: the code, then those statistics (896), which novelty is measured by. */
export const FEATURE = CODE + 2 * MAPPED;

/** What the heads work on. The next picture overwrites it. */
export interface Encoding {
  /** 512, none negative. */
  readonly code: Float64Array;
  /** Maps [64 × 16 × 16], [128 × 8 × 8] and [256 × 4 × 4]: what the deconvolution branch looks at besides the code. */
  readonly fine: Float64Array;
  readonly middle: Float64Array;
  readonly coarse: Float64Array;
}

export interface Encoder {
  encode(picture: Picture): Encoding;
}

/** Five convolutions of stride 2 (batch normalisation folded into them) and a fully connected layer, each with a ReLU. */
export function createEncoder(weights: Weights): Encoder {
  const scratch = createScratch();
  const layers = WIDTHS.map((to, i) => {
    const shape = { from: WIDTHS[i - 1] ?? 2, to, edge: PICTURE_SIZE >> i, kernel: 3, stride: 2, relu: true } as const;
    return convolution(weights, `enc${i}`, shape, scratch);
  });
  const [first, second, third, fourth, fifth] = layers as [Layer, Layer, Layer, Layer, Layer];
  const code = linear(weights, 'f1', { from: 4 * WIDTHS[4], to: CODE, relu: true });
  const input = new Float64Array(2 * PICTURE_SIZE ** 2);
  return {
    encode(picture) {
      readPicture(picture, input);
      const fine = second.run(first.run(input));
      const middle = third.run(fine);
      const coarse = fourth.run(middle);
      return { code: code.run(fifth.run(coarse)), fine, middle, coarse };
    },
  };
}

/**
 * The code tells shapes apart and little else: what is no shape at all comes out as the code of some shape. What it was made from tells
 * that, hence the statistics.
 */
export function featureOf({ code, fine, middle, coarse }: Encoding): Float32Array<ArrayBuffer> {
  const feature = new Float32Array(FEATURE);
  feature.set(code);
  let at = CODE;
  for (const [map, channels] of [
    [fine, WIDTHS[1]],
    [middle, WIDTHS[2]],
    [coarse, WIDTHS[3]],
  ] as const) {
    const pixels = map.length / channels;
    for (let i = 0; i < map.length; i += pixels) {
      let [sum, squares] = [0, 0];
      for (let k = i; k < i + pixels; k++) {
        sum += map[k]!;
        squares += map[k]! * map[k]!;
      }
      feature[at++] = sum / pixels;
      feature[at++] = Math.sqrt(squares / pixels);
    }
  }
  return feature;
}

/** Two channels, gray and mask, 0 … 1. */
function readPicture({ gray, mask }: Picture, input: Float64Array): void {
  const pixels = PICTURE_SIZE ** 2;
  if (gray.length !== pixels || mask.length !== pixels)
    throw new RangeError(`a picture has ${pixels} pixels, not ${gray.length} and ${mask.length}`);
  for (let i = 0; i < pixels; i++) {
    input[i] = gray[i]! / 255;
    input[pixels + i] = mask[i]! / 255;
  }
}
