import type { RunView } from '../runs/runViews.ts';
import type { Objective } from '../../../src/surfaces/objective.ts';
import type { Dot } from './nearestDot.ts';

/** What the pointer is at, in words that stay true while the runs change: looked up when it is shown. */
export interface Pointed {
  readonly clientX: number;
  readonly clientY: number;
  readonly x: number;
  readonly y: number;
  /** The iterate that is meant; null: the place alone. */
  readonly dot: Dot | null;
  /** It is the start, which is being dragged. */
  readonly start?: boolean;
  /** It was clicked, and stays until it is put away. */
  readonly pinned?: boolean;
}

/** The numbers there. */
export interface Reading {
  readonly run: RunView | null;
  readonly x: number;
  readonly y: number;
  readonly f: number;
  /** |∇f| */
  readonly slope: number;
}

const sample = new Float64Array(3);

/** x, y, f and |∇f| of the iterate as the newest record has it, or of the place. */
export function readingOf({ x, y, dot }: Pointed, runs: readonly RunView[], objective: Objective): Reading {
  const run = (dot && runs.find(({ id, record }) => id === dot.id && dot.row < record.count)) ?? null;
  const [px, py] = run && dot ? [run.record.x[2 * dot.row] as number, run.record.x[2 * dot.row + 1] as number] : [x, y];
  objective.evaluate(px, py, sample);
  const f = run && dot ? (run.record.f[dot.row] as number) : (sample[0] as number);
  return { run, x: px, y: py, f, slope: Math.hypot(sample[1] as number, sample[2] as number) };
}
