import { onGrid } from '../../../src/surfaces/domain.ts';
import type { Domain, Point2 } from '../../../src/surfaces/types.ts';
import type { Evidence, MarkQuestion } from '../cards/types.ts';

/** A mark this near counts, as a share of the length of the path from the start to the iterate. */
export const MARK_NEAR = 0.1;
/** Of the domain's sides, a press of an arrow key; with Shift. */
const COARSE = 1 / 40;
const FINE = 1 / 400;

/**
 * How a mark stands at a step: `open` before it was set, `waiting` until the run is there, then how far the iterate is from it.
 * `undecided`: the run is switched off, diverged before, or has not moved.
 */
export type MarkVerdict =
  | { readonly kind: 'open' | 'waiting' | 'undecided' }
  | {
      readonly kind: 'right' | 'wrong';
      /** The iterate. */
      readonly place: Point2;
      /** In units of the domain. */
      readonly distance: number;
      /** `distance` over the length of the path up to the iterate. */
      readonly share: number;
    };

export function markVerdictOf(
  question: MarkQuestion,
  { runs, state }: Evidence,
  mark: Point2 | null,
  step: number,
): MarkVerdict {
  if (mark === null) return { kind: 'open' };
  const row = markedStep(question, state.steps);
  if (step < row) return { kind: 'waiting' };
  const record = runs.find(({ id }) => id === question.run)?.record;
  if (!record || row >= record.count) return { kind: 'undecided' };
  const point = (i: number): Point2 => [record.x[2 * i] as number, record.x[2 * i + 1] as number];
  const apart = ([ax, ay]: Point2, [bx, by]: Point2) => Math.hypot(ax - bx, ay - by);
  let way = 0;
  for (let i = 1; i <= row; i++) way += apart(point(i - 1), point(i));
  const place = point(row);
  const distance = apart(place, mark);
  const share = distance / way;
  if (!Number.isFinite(share)) return { kind: 'undecided' };
  return { kind: share <= MARK_NEAR ? 'right' : 'wrong', place, distance, share };
}

/** The step asked about, or the last one where there are fewer. */
export function markedStep({ step }: MarkQuestion, steps: number): number {
  return Math.min(step, steps);
}

const directions: Readonly<Record<string, Point2>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The mark after an arrow key, along the plan's own axes and no further than its border; null for any other key. */
export function nudged([x, y]: Point2, domain: Domain, key: string, fine: boolean): Point2 | null {
  const direction = directions[key];
  if (!direction) return null;
  const [x0, x1, y0, y1] = domain;
  const size = fine ? FINE : COARSE;
  return onGrid([x + direction[0] * size * (x1 - x0), y + direction[1] * size * (y1 - y0)], domain);
}
