import { expSe3 } from '../../math/se3.ts';
import { featureOf } from './feature.ts';
import { BLOCK, PANEL, panelsOf, roundingFor, TILE, tilesOf, untile } from './gram.ts';
import { applyMap } from './infer.ts';
import type { Sample } from './samples.ts';
import { solveRight } from './solve.ts';
import type { DoModelPoints, DoTraining } from './types.ts';

/** Where HHᵀ is summed: room for the features of some blocks and for the tiles, all zeros at first, and the kernel that works on them. */
export interface GramRoom {
  readonly features: Float32Array;
  readonly tiles: Float64Array;
  /** Adds HHᵀ of the block whose features begin at `offset` (in floats) to the tiles. */
  add(offset: number, panels: number, samples: number, rounding: number): void;
}
export type OpenGram = (floats: number, tiles: number) => GramRoom;

/** Which blocks a member has: those whose number leaves `member` when divided by `of`. */
export interface Share {
  readonly member: number;
  readonly of: number;
}

export const blocksOf = ({ samples }: DoTraining): number => Math.ceil(samples / BLOCK);

/** What a block adds to the normal equations beside HHᵀ. */
export interface BlockSums {
  /** 6 × 2Nm: (X − X*) Hᵀ, float64. */
  readonly right: Float64Array<ArrayBuffer>;
  /** Σ ‖x − x*‖² with the poses as they were. */
  readonly errorSq: number;
}

/** One member's part of a training: its samples, their poses and features. */
export interface Trainer {
  /** Features of block `block` in its present poses; into HHᵀ too where `gram` (a resumed training needs them only for `update`). */
  fill(block: number, gram: boolean): BlockSums;
  /** Its part of HHᵀ so far; begins a new one. */
  takeTiles(): Float64Array<ArrayBuffer>;
  /** x ← x − D h for all its samples, with the features last filled in. Answers Σ ‖x − x*‖² of each of its blocks, in order. */
  update(map: Float32Array): number[];
}

interface Block {
  readonly samples: readonly Sample[];
  /** 6 a sample. */
  readonly poses: Float64Array;
  /** Where its features begin. */
  readonly offset: number;
}

/** `draw` gives sample `index` of the training, the same to everybody. */
export function createTrainer(
  training: DoTraining,
  model: DoModelPoints,
  draw: (index: number) => Sample,
  share: Share,
  open: OpenGram,
): Trainer {
  const size = 2 * (model.points.length / 3);
  const panels = panelsOf(size);
  const owned = Math.ceil((blocksOf(training) - share.member) / share.of);
  const room = open(owned * panels * PANEL * BLOCK, TILE * tilesOf(panels));
  const rounding = roundingFor(training.samples);
  const feature = featureOf(training.feature, model);
  const blocks = new Map<number, Block>();
  const h = new Float64Array(size);
  const pose = new Float64Array(16);

  /** Drawn when first needed, so that opening takes no time. */
  const blockAt = (number: number): Block => {
    const known = blocks.get(number);
    if (known) return known;
    const first = number * BLOCK;
    const samples = Array.from({ length: Math.min(BLOCK, training.samples - first) }, (_, s) => draw(first + s));
    const offset = ((number - share.member) / share.of) * panels * PANEL * BLOCK;
    const fresh = { samples, poses: new Float64Array(6 * samples.length), offset };
    blocks.set(number, fresh);
    return fresh;
  };

  return {
    fill(number, gram) {
      const { samples, poses, offset } = blockAt(number);
      const right = new Float64Array(6 * size);
      const off = new Float64Array(6);
      let errorSq = 0;
      for (const [s, { scene, truth }] of samples.entries()) {
        const x = poses.subarray(6 * s, 6 * s + 6);
        feature(scene, expSe3(x.subarray(0, 3), x.subarray(3), pose), h);
        errorSq += difference(x, truth, off);
        for (let k = 0; k < size; k++) {
          room.features[offset + PANEL * ((k >> 3) * samples.length + s) + (k & 7)] = h[k]!;
        }
        addOuter(off, h, right);
      }
      if (gram) room.add(offset, panels, samples.length, rounding);
      return { right, errorSq };
    },
    takeTiles() {
      const tiles = room.tiles.slice();
      room.tiles.fill(0);
      return tiles;
    },
    update(map) {
      const off = new Float64Array(6);
      return Array.from({ length: owned }, (_, i) => {
        const { samples, poses, offset } = blockAt(share.member + i * share.of);
        let errorSq = 0;
        for (const [s, { truth }] of samples.entries()) {
          for (let k = 0; k < size; k++) {
            h[k] = room.features[offset + PANEL * ((k >> 3) * samples.length + s) + (k & 7)]!;
          }
          const x = poses.subarray(6 * s, 6 * s + 6);
          applyMap(map, h, x);
          errorSq += difference(x, truth, off);
        }
        return errorSq;
      });
    },
  };
}

/** off = x − x*; returns its square. */
function difference(x: Float64Array, truth: Float64Array, off: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < 6; i++) {
    const d = x[i]! - truth[i]!;
    off[i] = d;
    sum += d * d;
  }
  return sum;
}

/** right += off hᵀ. */
function addOuter(off: Float64Array, h: Float64Array, right: Float64Array): void {
  for (let row = 0; row < 6; row++) {
    const d = off[row]!;
    for (let k = 0; k < h.length; k++) right[row * h.length + k]! += d * h[k]!;
  }
}

/**
 * The ridge regression's solution D = (X − X*) Hᵀ/N (HHᵀ/N + λI)⁻¹ (paper, eq. 9), 6 × features, rounded to float32, which is what a map file
 * holds: training goes on with the very maps that inference will use. `tiles`: each member's part; `right`: of all blocks.
 */
export function solveMap(
  { samples, lambda }: DoTraining,
  tiles: readonly Float64Array[],
  right: Float64Array,
): Float32Array<ArrayBuffer> {
  const size = right.length / 6;
  const sum = new Float64Array(tiles[0]!.length);
  for (const part of tiles) for (let i = 0; i < sum.length; i++) sum[i]! += part[i]!;
  const gram = untile(sum, size);
  for (let i = 0; i < gram.length; i++) gram[i]! /= samples;
  for (let i = 0; i < size; i++) gram[i * size + i]! += lambda;
  const map = right.map((value) => value / samples);
  solveRight(gram, size, map);
  return Float32Array.from(map);
}
