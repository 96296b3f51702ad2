import { PICTURE_SIZE, type Picture } from '../types.ts';
import { convolution, linear, MOST_PICTURES, transpose, type Layer, type Pictures } from './layers.ts';
import { createRoom, type Simd } from './room.ts';
import type { Weights } from './weights.ts';

/** Convolutions of the encoder, each of which halves the edge: 32, 16, 8, 4, 2 pixels. How many channels each has, the weights say. */
const DEPTH = 5;
/** Edges of the maps that the heads look at. */
export const mapEdges = [16, 8, 4] as const;

/** The encoder's map of one edge: [channels × pictures × edge × edge]. */
export interface EncodedMap {
  readonly channels: number;
  readonly values: Float32Array;
}

/** What the heads work on. The next picture overwrites it. */
export interface Encoding {
  readonly pictures: Pictures;
  /** [pictures × length], none negative. */
  readonly code: Float32Array;
  /** Edges of 16, 8 and 4 pixels: what the deconvolution branch looks at besides the code. */
  readonly maps: readonly EncodedMap[];
}

/** Lengths that hang on the weights. */
export interface Widths {
  /** Of the encoder's last word: what the heads work on, and kinship is measured by. */
  readonly code: number;
  /** Channels of the maps of edges 16, 8 and 4. */
  readonly maps: readonly number[];
}

export interface Encoder {
  readonly widths: Widths;
  /** Of one picture, or of two at once. */
  encode(...pictures: readonly [Picture] | readonly [Picture, Picture]): Encoding;
  /** Whether SIMD is at work: without it the bits are the same. */
  simd(): boolean;
}

/** Five convolutions of stride 2 (batch normalisation folded into them) and a fully connected layer, each with a ReLU. */
export function createEncoder(weights: Weights, simd: Simd): Encoder {
  const room = createRoom(simd);
  const layers: Layer[] = [];
  for (let i = 0; i < DEPTH; i++) {
    const shape = { from: layers.at(-1)?.to ?? 2, edge: PICTURE_SIZE >> i, kernel: 3, stride: 2, relu: true } as const;
    layers.push(convolution(weights, `enc${i}`, shape, room));
  }
  const lastPixels = (PICTURE_SIZE >> DEPTH) ** 2;
  const flat = layers.at(-1)!.to * lastPixels;
  const code = linear(weights, 'f1', { from: flat, relu: true }, room);
  const rows = room.reserve(MOST_PICTURES * flat);
  const input = room.reserve(MOST_PICTURES * 2 * PICTURE_SIZE ** 2);
  const widths = { code: code.to, maps: mapEdges.map((_, i) => layers[i + 1]!.to) };
  return {
    widths,
    simd: () => room.open().simd,
    encode(...given) {
      const pictures = given.length;
      const { memory } = room.open();
      const view = (at: number, length: number) => memory.subarray(at, at + length);
      given.forEach((picture, i) => readPicture(picture, memory, input, i, pictures));
      let map = input;
      const places = layers.map((layer) => (map = layer.run(map, pictures)));
      transpose(memory, map, layers.at(-1)!.to, pictures, lastPixels, rows);
      return {
        pictures,
        code: view(code.run(rows, pictures), pictures * code.to),
        maps: mapEdges.map((edge, i) => {
          const channels = widths.maps[i]!;
          return { channels, values: view(places[i + 1]!, channels * pictures * edge * edge) };
        }),
      };
    },
  };
}

/** Length of a picture's feature: the code, then mean and root mean square of each channel of the maps, which novelty is measured by. */
export const featureLength = ({ code, maps }: Widths): number =>
  code + 2 * maps.reduce((sum, channels) => sum + channels, 0);

/**
 * Of the first picture. The code tells shapes apart and little else: what is no shape at all comes out as the code of some shape. What it was made from tells
 * that, hence the statistics.
 */
export function featureOf({ pictures, code, maps }: Encoding): Float32Array<ArrayBuffer> {
  const length = code.length / pictures;
  const feature = new Float32Array(featureLength({ code: length, maps: maps.map(({ channels }) => channels) }));
  feature.set(code.subarray(0, length));
  let at = length;
  for (const { channels, values } of maps) {
    const pixels = values.length / channels / pictures;
    for (let i = 0; i < values.length; i += pixels * pictures) {
      let [sum, squares] = [0, 0];
      for (let k = i; k < i + pixels; k++) {
        sum += values[k]!;
        squares += values[k]! * values[k]!;
      }
      feature[at++] = sum / pixels;
      feature[at++] = Math.sqrt(squares / pixels);
    }
  }
  return feature;
}

/** Two channels, gray and mask, 0 … 1. */
function readPicture({ gray, mask }: Picture, memory: Float32Array, to: number, index: number, pictures: number): void {
  const pixels = PICTURE_SIZE ** 2;
  if (gray.length !== pixels || mask.length !== pixels)
    throw new RangeError(`a picture has ${pixels} pixels, not ${gray.length} and ${mask.length}`);
  const [grays, masks] = [to + index * pixels, to + (pictures + index) * pixels];
  for (let i = 0; i < pixels; i++) {
    memory[grays + i] = gray[i]! / 255;
    memory[masks + i] = mask[i]! / 255;
  }
}
