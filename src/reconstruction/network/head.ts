import { ANSWER_POINTS } from '../types.ts';
import { mapEdges, type Encoding, type Widths } from './encoder.ts';
import { convolution, join, linear, MOST_PICTURES, transpose, type Pictures } from './layers.ts';
import { createRoom, type Simd } from './room.ts';
import type { Weights } from './weights.ts';

/** Edge of the deconvolution branch's last map; it begins at a quarter of it. */
const EDGE = 16;
/** Points of the fully connected branch; the deconvolution branch gives as many, two a pixel. */
const BRANCH_POINTS = ANSWER_POINTS / 2;

/** From encoding to points. */
export interface Head {
  /** What of the deconvolution branch does not depend on noise, once for what was encoded. */
  prepare(encoding: Encoding): void;
  /** The answers for the pictures prepared, 3 · 1,024 each, fresh: the fully connected branch's points, then the deconvolution branch's. */
  answer(noise?: ArrayLike<number>): Float64Array<ArrayBuffer>[];
}

/** The two branches after Fan, Su and Guibas 2017 (PSGN), small: a code from the encoder's and noise; points from it, and a map that grows from it. */
export function createHead(weights: Weights, widths: Widths, noiseLength: number, simd: Simd): Head {
  const room = createRoom(simd);
  const from = widths.code + noiseLength;
  const code = linear(weights, 'f2', { from, relu: true }, room);
  const connected = linear(weights, 'f3', { from: code.to }, room);
  const seedMap = linear(weights, 'up0', { from: code.to }, room);
  // From the coarsest map to the finest: its skip, and the stage that it joins.
  const stages = [...mapEdges.entries()].reverse().map(([i, edge]) => {
    const skip = convolution(weights, `c${i + 2}`, { from: widths.maps[i]!, edge, kernel: 1 }, room);
    const shape = { from: skip.to, edge, kernel: 3, relu: true } as const;
    const layer = convolution(weights, `u${3 - i}`, shape, room);
    const given = room.reserve(MOST_PICTURES * widths.maps[i]! * edge * edge);
    return { map: i, edge, skip, layer, given, joined: room.reserve(MOST_PICTURES * skip.to * edge * edge) };
  });
  const last = convolution(weights, 'out', { from: stages.at(-1)!.layer.to, edge: EDGE, kernel: 3 }, room);
  const [input, seeds] = [room.reserve(MOST_PICTURES * from), room.reserve(MOST_PICTURES * seedMap.to)];
  const first = stages[0]!;
  let pictures: Pictures = 1;

  return {
    prepare({ pictures: count, code: given, maps }) {
      pictures = count;
      const { memory } = room.open();
      for (let i = 0; i < count; i++)
        memory.set(given.subarray(i * widths.code, (i + 1) * widths.code), input + i * from);
      for (const stage of stages) {
        memory.set(maps[stage.map]!.values, stage.given);
        stage.skip.run(stage.given, count);
      }
    },
    answer(noise = []) {
      if (noise.length !== noiseLength) throw new RangeError(`the head takes ${noiseLength} numbers of noise`);
      const { memory } = room.open();
      for (let i = 0; i < pictures; i++) memory.set(noise, input + i * from + widths.code);
      const c = code.run(input, pictures);
      const free = connected.run(c, pictures);
      const answers = Array.from({ length: pictures }, (_, i) => {
        const points = new Float64Array(3 * ANSWER_POINTS);
        points.set(memory.subarray(free + i * connected.to, free + (i + 1) * connected.to));
        return points;
      });
      transpose(memory, seedMap.run(c, pictures), pictures, first.skip.to, first.edge ** 2, seeds);
      let map = seeds;
      for (const [i, { edge, skip, layer, joined }] of stages.entries()) {
        join(memory, skip.out, map, skip.to * pictures, edge, i === 0 ? 1 : 2, joined);
        map = layer.run(joined, pictures);
      }
      const drawn = last.run(map, pictures);
      answers.forEach((points, i) => readMap(memory, drawn, i, pictures, points));
      return answers;
    },
  };
}

/** Six channels are the x, y, z of each pixel's first point and of its second. */
function readMap(memory: Float32Array, map: number, index: number, pictures: number, points: Float64Array): void {
  const pixels = EDGE * EDGE;
  for (let channel = 0; channel < 6; channel++) {
    const base = 3 * (BRANCH_POINTS + pixels * Math.floor(channel / 3)) + (channel % 3);
    const from = map + (channel * pictures + index) * pixels;
    for (let pixel = 0; pixel < pixels; pixel++) points[base + 3 * pixel] = memory[from + pixel]!;
  }
}
