import { corners, sumOf, type Perceptron } from '../../../../src/networks/microscope/gates.ts';
import { answerOf, countRight, type GateId } from '../../../../src/networks/microscope/truths.ts';
import { grid, MARGIN, SIDE } from './grid.ts';
import type { Fold, Stage } from './types.ts';

/** World units of the inputs and of a sum of 1. */
export const ACROSS = 9;
export const UP = 3.8;

export type At = readonly [x: number, y: number, z: number];

/** A place over the input plane. */
export const over = (x1: number, x2: number, sum: number): At => [(x1 - 0.5) * ACROSS, sum * UP, (0.5 - x2) * ACROSS];

function stageOf(kind: Stage['kind'], height: (sum: number) => number, values: Float64Array): Stage {
  const places = new Float64Array(3 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) places.set(over(grid[2 * i]!, grid[2 * i + 1]!, height(values[i]!)), 3 * i);
  return { kind, layer: 0, width: 1, places };
}

/** The sum as a plane over the unit square, then the step. */
export function planeOf(gate: GateId, perceptron: Perceptron): Fold {
  const values = Float64Array.from({ length: SIDE * SIDE }, (_, i) =>
    sumOf(perceptron, grid[2 * i]!, grid[2 * i + 1]!),
  );
  // Not by the grid, whose corners are rounded.
  const sums = corners.map(([x1, x2]) => sumOf(perceptron, x1, x2));
  const answers = sums.map((sum) => (sum > 0 ? answerOf(sum) : 0));
  return {
    stages: [stageOf('sum', (sum) => sum, values), stageOf('step', (sum) => (sum > 0 ? 1 : 0), values)],
    ...{ values, sums, answers, right: countRight(gate, answers) },
  };
}

/** Over the corners (0, 0), (1, 0) and (0, 1). */
export const handleIds = ['b', 'w1', 'w2'] as const;
export type HandleId = (typeof handleIds)[number];

/** Without what float64 adds: 0.5 − 0.7 is −0.2. */
const tidy = (value: number): number => Math.round(1e9 * value) / 1e9;

/** The sums that the handles stand at. */
export const heightsOf = ({ w1, w2, b }: Perceptron): Readonly<Record<HandleId, number>> => ({
  ...{ b, w1: tidy(w1 + b), w2: tidy(w2 + b) },
});

const LIMIT = 1.5;
const hundredths = (value: number): number => Math.round(100 * value) / 100 + 0;

/** One handle brought to another sum: only its own number changes. The bias lifts the plane, a weight tilts it. */
export function dragged(perceptron: Perceptron, handle: HandleId, sum: number): Perceptron {
  const height = Math.min(Math.max(hundredths(sum), -LIMIT), LIMIT);
  return { ...perceptron, [handle]: handle === 'b' ? height : hundredths(height - perceptron.b) };
}

/** Where the sum is 0 within the sheet, as a line of the input plane; null: nowhere. */
export function boundaryOf({
  w1,
  w2,
  b,
}: Perceptron): readonly [readonly [number, number], readonly [number, number]] | null {
  const [low, high] = [-MARGIN, 1 + MARGIN];
  const ends: (readonly [number, number])[] = [];
  const isIn = (value: number) => value >= low - 1e-9 && value <= high + 1e-9;
  for (const side of [low, high]) {
    const [x2, x1] = [-(b + w1 * side) / w2, -(b + w2 * side) / w1];
    if (w2 !== 0 && isIn(x2)) ends.push([side, x2]);
    if (w1 !== 0 && isIn(x1)) ends.push([x1, side]);
  }
  const [first, ...others] = ends;
  // The farthest: through a corner of the sheet it has that corner twice.
  const other = others.sort((p, q) => distance(q, first!) - distance(p, first!))[0];
  return first && other && distance(first, other) > 1e-6 ? [first, other] : null;
}

const distance = (p: readonly [number, number], q: readonly [number, number]): number =>
  Math.hypot(p[0] - q[0], p[1] - q[1]);

/**
 * The step without the slanted cells that a grid has across it, x, y, z a point: the sum, where its sides go, and the wall between
 * them, a grid of two by two along the line, at its foot and at its top. No line: no wall.
 */
export function stepPieces({ stages }: Fold, perceptron: Perceptron) {
  const sum = stages[0]!.places;
  const flat = (height: number) => sum.map((value, i) => (i % 3 === 1 ? height * UP : value));
  const line = boundaryOf(perceptron);
  const wall = (height: number) =>
    line && Float64Array.from([0, height].flatMap((y) => line.flatMap((p) => over(...p, y))));
  return { sum, high: flat(1), low: flat(0), foot: wall(0), top: wall(1) };
}
