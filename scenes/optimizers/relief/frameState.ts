import type { RunView } from '../runs/runViews.ts';
import { MAX_ENABLED } from '../state/defaults.ts';
import { drawnRow, jumpFraction } from '../../../src/trace/jump.ts';
import type { SceneModel } from './model.ts';

/** Where the clock's time puts things; one mutable object, written once a frame and read by every layer of it. */
export interface FrameState {
  /** How far paths are drawn, in rows. */
  row: number;
  /** Share of the way from the step to the next that heads and swarm have crossed. */
  mix: number;
  cut: number;
  /** x, y, f of each run's head, in the order of the runs. */
  readonly heads: Float64Array;
  /** The swarm as last computed, 4 numbers a dot: x, y after a step and after the next. null while there is none. Its layer writes it. */
  dots: Float32Array | null;
}

export function createFrameState(): FrameState {
  return { row: 0, mix: 0, cut: 1, heads: new Float64Array(3 * MAX_ENABLED), dots: null };
}

/** A pure function of model, runs and t; allocates nothing. */
export function writeFrame(out: FrameState, model: SceneModel, runs: readonly RunView[], t: number): void {
  out.row = drawnRow(t);
  out.mix = jumpFraction(t);
  const { cuts, objective } = model;
  const step = Math.min(Math.floor(t), cuts.length - 1);
  const now = cuts[step] as number;
  const next = cuts[Math.min(step + 1, cuts.length - 1)] as number;
  out.cut = now + out.mix * (next - now);
  for (let i = 0; i < runs.length; i++) {
    const { record } = runs[i] as RunView;
    // A run that ended early rests where it ended.
    const row = Math.min(out.row, record.count - 1);
    const from = Math.max(Math.floor(row), 0);
    const to = Math.min(from + 1, record.count - 1);
    const u = row - from;
    const x = (1 - u) * (record.x[2 * from] as number) + u * (record.x[2 * to] as number);
    const y = (1 - u) * (record.x[2 * from + 1] as number) + u * (record.x[2 * to + 1] as number);
    out.heads[3 * i] = x;
    out.heads[3 * i + 1] = y;
    out.heads[3 * i + 2] = u === 0 ? (record.f[from] as number) : objective.value(x, y);
  }
}
