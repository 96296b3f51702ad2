import type { RgbaImage } from '../types.ts';
import { forward, linksOf } from './contrast.ts';
import { costOf } from './gmm.ts';
import { emptyGraph, nodeAt, stepsOf } from './graph.ts';
import { firstParts, learned, likeliestParts, type Mixtures } from './learn.ts';
import { minCut } from './maxflow.ts';

/** What is known of a pixel before: the outer two for certain, the inner two as a first guess. */
export const [BACKGROUND, MAYBE_BACKGROUND, MAYBE_OBJECT, OBJECT] = [0, 1, 2, 3] as const;

/** Units of capacity in one of energy: capacities are whole numbers. */
const UNITS = 64;
/** More than all arcs of a pixel together can carry. */
const CERTAIN = 1 << 24;
/** No colour is so unlikely that it counts as certain. */
const MOST_COST = 400;

export interface GrabCut {
  /** A pixel each: 1 is the object. */
  readonly inside: Uint8Array;
  /** One a round: cost of the colours under its mixtures, and of the outline. */
  readonly energies: readonly number[];
}

export interface GrabCutOptions {
  readonly rounds: number;
  /** What an outline through a flat region costs, a pixel's length of it. */
  readonly gamma: number;
  /** Hears how many rounds are done. */
  readonly onRound?: ((done: number) => void) | undefined;
}

/**
 * GrabCut (Rother, Kolmogorov, Blake 2004): two mixtures of colours, learned from what is object and background so far, then the cheapest cut under
 * them and under the contrast between neighbours, in turn until nothing moves. `known`: a pixel each, see above.
 */
export function grabCut(image: RgbaImage, known: Uint8Array, { rounds, gamma, onRound }: GrabCutOptions): GrabCut {
  const inside = known.map((what) => (what >= MAYBE_OBJECT ? 1 : 0));
  const cut = cutter(image, known, gamma);
  const energies: number[] = [];
  let parts = firstParts(image, inside);
  for (let round = 0; round < rounds; round++) {
    const mixtures = learned(image, inside, parts);
    if (!mixtures) break;
    const { moved, energy } = cut(mixtures, inside);
    energies.push(energy);
    onRound?.(round + 1);
    if (moved === 0) break;
    parts = likeliestParts(image, inside, mixtures);
  }
  return { inside, energies };
}

/** The graph about all that is not known for background, and one pixel more. What does not change from round to round is made once. */
function cutter(image: RgbaImage, known: Uint8Array, gamma: number) {
  const { data, width, height } = image;
  const [left, top, right, bottom] = about(known, width, height);
  const graph = emptyGraph(right - left, bottom - top);
  const { capacity, terminal } = graph;
  const steps = stepsOf(graph);
  const links = linksOf(image, gamma, UNITS);
  const inGraph = (visit: (node: number, at: number) => void) => {
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) visit(nodeAt(graph, x - left, y - top), y * width + x);
    }
  };
  const within = new Uint8Array(terminal.length);
  inGraph((node) => (within[node] = 1));
  inGraph((node, at) => {
    forward.forEach((d, k) => {
      const other = node + steps[d]!;
      if (within[other] === 1) capacity[8 * node + d] = capacity[8 * other + 7 - d] = links[k]![at]!;
    });
  });

  /** Writes the cheapest cut to `inside`. */
  return ([background, object]: Mixtures, inside: Uint8Array) => {
    let common = 0;
    inGraph((node, at) => {
      const what = known[at]!;
      if (what === BACKGROUND || what === OBJECT) {
        terminal[node] = what === OBJECT ? CERTAIN : -CERTAIN;
        return;
      }
      const [r, g, b] = [data[4 * at]!, data[4 * at + 1]!, data[4 * at + 2]!];
      const ifBackground = Math.round(UNITS * Math.min(MOST_COST, costOf(background, r, g, b)));
      const ifObject = Math.round(UNITS * Math.min(MOST_COST, costOf(object, r, g, b)));
      // An object's pixel is on the source's side: the arc from the source is cut where it is background.
      terminal[node] = ifBackground - ifObject;
      common += Math.min(ifBackground, ifObject);
    });
    const { flow, source } = minCut(graph);
    let moved = 0;
    inGraph((node, at) => {
      if (inside[at] !== source[node]) moved++;
      inside[at] = source[node]!;
    });
    return { moved, energy: (flow + common) / UNITS };
  };
}

/** The box about all pixels that are not known for background, one pixel wider where there is one. */
function about(known: Uint8Array, width: number, height: number): readonly [number, number, number, number] {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (known[at] === BACKGROUND) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  }
  return [Math.max(0, left - 1), Math.max(0, top - 1), Math.min(width, right + 1), Math.min(height, bottom + 1)];
}
