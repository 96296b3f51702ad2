import { ANSWER_POINTS } from '../types.ts';
import { CODE, WIDTHS, type Encoding } from './encoder.ts';
import { convolution, createScratch, join, linear } from './layers.ts';
import type { Weights } from './weights.ts';

/** Channels of the deconvolution branch, whose maps have edges of 4, 8 and 16 pixels. */
const CHANNELS = 64;
const EDGE = 16;
/** Points of the fully connected branch; the deconvolution branch gives as many, two a pixel. */
const BRANCH_POINTS = ANSWER_POINTS / 2;

/** From encoding to points. */
export interface Head {
  /** What of the deconvolution branch does not depend on noise, once for each picture. */
  prepare(encoding: Encoding): void;
  /** The answer for the picture prepared, 3 · 1,024, fresh: the fully connected branch's points, then the deconvolution branch's. */
  answer(noise?: ArrayLike<number>): Float64Array<ArrayBuffer>;
}

/** The two branches after Fan, Su and Guibas 2017 (PSGN), small: a code from the encoder's and noise; points from it, and a map that grows from it. */
export function createHead(weights: Weights, noiseLength: number): Head {
  const scratch = createScratch();
  const conv = (name: string, from: number, to: number, edge: number, kernel: 1 | 3, relu = false) =>
    convolution(weights, name, { from, to, edge, kernel, relu }, scratch);
  const code = linear(weights, 'f2', { from: CODE + noiseLength, to: CODE, relu: true });
  const connected = linear(weights, 'f3', { from: CODE, to: 3 * BRANCH_POINTS });
  const seedMap = linear(weights, 'up0', { from: CODE, to: CHANNELS * 16 });
  const skips = [
    conv('c4', WIDTHS[3], CHANNELS, 4, 1),
    conv('c3', WIDTHS[2], CHANNELS, 8, 1),
    conv('c2', WIDTHS[1], CHANNELS, EDGE, 1),
  ] as const;
  const stages = [1, 2, 3].map((i) => {
    const edge = 2 << i;
    const joined = new Float64Array(CHANNELS * edge * edge);
    return { edge, joined, layer: conv(`u${i}`, CHANNELS, CHANNELS, edge, 3, true) };
  });
  const last = conv('out', CHANNELS, 6, EDGE, 3);
  const input = new Float64Array(CODE + noiseLength);
  let skipMaps: readonly Float64Array[] = [];

  return {
    prepare({ code: given, fine, middle, coarse }) {
      input.set(given);
      skipMaps = [skips[0].run(coarse), skips[1].run(middle), skips[2].run(fine)];
    },
    answer(noise = []) {
      if (noise.length !== noiseLength) throw new RangeError(`the head takes ${noiseLength} numbers of noise`);
      input.set(noise, CODE);
      const points = new Float64Array(3 * ANSWER_POINTS);
      const c = code.run(input);
      points.set(connected.run(c));
      let map = seedMap.run(c);
      for (const [i, { edge, joined, layer }] of stages.entries()) {
        join(skipMaps[i]!, map, CHANNELS, edge, joined);
        map = layer.run(joined);
      }
      readMap(last.run(map), points);
      return points;
    },
  };
}

/** Six channels are the x, y, z of each pixel's first point and of its second. */
function readMap(map: Float64Array, points: Float64Array): void {
  const pixels = EDGE * EDGE;
  for (let channel = 0; channel < 6; channel++) {
    const base = 3 * (BRANCH_POINTS + pixels * Math.floor(channel / 3)) + (channel % 3);
    for (let pixel = 0; pixel < pixels; pixel++) points[base + 3 * pixel] = map[channel * pixels + pixel]!;
  }
}
