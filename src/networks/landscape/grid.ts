import type { RunningStatistics } from '../batchNorm.ts';
import type { NetworkSpec, Samples } from '../types.ts';
import type { BackendId, Evaluator, LandscapeProblem } from './evaluator.ts';
import type { Plane } from './plane.ts';
import { float64Evaluator } from './reference.ts';

export interface GridSpec {
  readonly network: NetworkSpec;
  readonly plane: Plane;
  readonly alpha: readonly [number, number];
  readonly beta: readonly [number, number];
  /** Points a side, ≥ 2. 17, 33, 65, 129 hold one another: a grid of 129 is first one of 17, then of 33, and nothing is computed twice. */
  readonly size: number;
  /** Batch normalization's, of θ*: see `LandscapeProblem`. */
  readonly running?: readonly RunningStatistics[] | null;
}

export interface GridOptions {
  /** A clock in milliseconds, to stop by. Without it each `step` makes one batch. */
  readonly now?: () => number;
  /** Who computes; float64 where it is not said. */
  readonly evaluator?: Evaluator;
  /** [index, of]: this grid fills every of-th point only, from the index-th on; the others stay NaN, for others to fill. See `mergeGrids`. */
  readonly share?: readonly [number, number];
}

export interface LandscapeGrid {
  readonly backend: BackendId;
  readonly size: number;
  /** size × size, row of β, column of α: the loss at alphaAt(column), betaAt(row). NaN where it is not computed yet; ∞ where the net overflows. */
  readonly loss: Float64Array;
  /** The next points, `batch` of them at most, for one whose answers come later: `answer` takes their losses, in order, before anything else is asked. */
  ask(batch: number): Points;
  answer(losses: Float64Array): void;
  /** Computes for about so many milliseconds; true while there is more to do. Whoever has heard enough just stops calling. */
  step(budgetMilliseconds: number): boolean;
  /** Points computed so far. */
  readonly done: number;
  /** Every row and column that is a multiple of this is there: a coarser picture of (size − 1)/stride + 1 points a side. 0: none is yet. */
  readonly stride: number;
}

/** `count` places of a plane. */
export interface Points {
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly count: number;
}

/** The coarsest picture has at least so many cells a side. */
const COARSEST = 16;

/** Losses over a part of a plane, computed piece by piece, from coarse to fine. */
export function createGrid(spec: GridSpec, samples: Samples, options: GridOptions = {}): LandscapeGrid {
  const { size, alpha: alphaRange, beta: betaRange } = spec;
  const { now = () => Infinity, share: [index, of] = [0, 1] } = options;
  const evaluator = options.evaluator ?? float64Evaluator(problemOf(spec, samples));
  const loss = new Float64Array(size * size).fill(NaN);
  const { order, levels } = orderOf(size);
  const out = new Float64Array(evaluator.batch);
  let next = index;
  let asked = 0;
  let done = 0;

  function ask(batch: number): Points {
    const most = Math.ceil((order.length - next) / of);
    asked = Math.min(batch, Math.max(0, most));
    const place = (range: readonly [number, number], side: (at: number) => number) =>
      Float64Array.from({ length: asked }, (_, i) => coordinate(range, side(order[next + i * of]!), size));
    return {
      alpha: place(alphaRange, (at) => at % size),
      beta: place(betaRange, (at) => Math.floor(at / size)),
      count: asked,
    };
  }
  function answer(losses: Float64Array): void {
    for (let i = 0; i < asked; i++, next += of) loss[order[next]!] = Number.isNaN(losses[i]!) ? Infinity : losses[i]!;
    done += asked;
    asked = 0;
  }
  return {
    ...{ backend: evaluator.backend, size, loss },
    get done() {
      return done;
    },
    get stride() {
      return levels.findLast(({ end }) => next >= end)?.stride ?? 0;
    },
    ask,
    answer,
    step(budgetMilliseconds) {
      const end = now() + budgetMilliseconds;
      while (next < order.length) {
        const { alpha, beta, count } = ask(evaluator.batch);
        evaluator.evaluate(alpha, beta, out, count);
        answer(out);
        if (now() >= end) break;
      }
      return next < order.length;
    },
  };
}

export const problemOf = ({ network, plane, running = null }: GridSpec, samples: Samples): LandscapeProblem => ({
  ...{ network, plane, running, samples },
});

/** Where row or column `i` of `size` lies between the ends. */
export const coordinate = ([low, high]: readonly [number, number], i: number, size: number): number =>
  low + ((high - low) * i) / (size - 1);

/** All that one share of a grid has computed, taken over into another's. */
export function mergeGrids(into: Float64Array, share: Float64Array): void {
  for (let i = 0; i < into.length; i++) if (!Number.isNaN(share[i]!)) into[i] = share[i]!;
}

interface Level {
  readonly stride: number;
  /** How many points of the order make it whole. */
  readonly end: number;
}

/** Every point once, coarse levels first, each level row by row. */
function orderOf(size: number): { readonly order: Uint32Array; readonly levels: readonly Level[] } {
  let stride = 1;
  while ((size - 1) % (2 * stride) === 0 && (size - 1) / (2 * stride) >= COARSEST) stride *= 2;
  const order = new Uint32Array(size * size);
  const levels: Level[] = [];
  let end = 0;
  for (let coarser = 0; stride >= 1; coarser = stride, stride /= 2) {
    for (let row = 0; row < size; row += stride) {
      for (let column = 0; column < size; column += stride) {
        if (coarser > 0 && row % coarser === 0 && column % coarser === 0) continue;
        order[end++] = row * size + column;
      }
    }
    levels.push({ stride, end });
  }
  return { order, levels };
}
