import { ticks as ticksBetween } from 'd3-array';
import { lossFloorOf } from '../runs/lossFloor.ts';
import { riseOf } from '../runs/rise.ts';
import type { RunView } from '../runs/runViews.ts';
import type { LabState } from '../state/types.ts';
import { contains } from '../../../src/surfaces/domain.ts';
import { objectiveOf, type Objective } from '../../../src/surfaces/objective.ts';
import { bulkFloor, rectBelow, sampleSurface, type SampledSurface } from '../../../src/surfaces/sampled.ts';
import type { Domain } from '../../../src/surfaces/types.ts';
import { createDisplay, type Display } from '../../../src/view/display.ts';

/** All that the drawing needs to know about a state and its records; a pure function of them. */
export interface SceneModel {
  readonly objective: Objective;
  readonly sampled: SampledSurface;
  readonly lowest: number;
  readonly minima: LabState['surface']['minima'];
  readonly display: Display;
  /** The cut at each step. */
  readonly cuts: Float64Array;
  /** The part of the domain that is drawn: where f ≤ the highest cut, and wherever a path goes. */
  readonly rect: Domain;
  readonly ticksX: readonly number[];
  readonly ticksY: readonly number[];
  readonly tickStep: readonly [x: number, y: number];
  /** Drawn is a part of the map only. */
  readonly partial: boolean;
  /** Linear: f of one contour and the step between two. Log: lowest and contours a decade. */
  readonly contour: readonly [number, number];
}

const CONTOURS = 8;
const CONTOURS_A_DECADE = 2.5;

let lastSampled: { key: string; objective: Objective; sampled: SampledSurface } | null = null;

/** The newest surface's samples, kept while only runs or views change. */
function sampledOf({ formula, params, domain }: LabState['surface']) {
  const key = JSON.stringify([formula, params, domain]);
  if (lastSampled?.key !== key) {
    const objective = objectiveOf(formula, params);
    lastSampled = { key, objective, sampled: sampleSurface(objective, domain) };
  }
  return lastSampled;
}

/** f of world height 0: f_min, but not the bottom of a pole where heights are linear; logarithms cope with it. */
function heightsFrom(state: LabState, sampled: SampledSurface, floor: number): number {
  const { id, cut } = state.surface;
  return id === null && state.height === 'linear' ? Math.max(floor, bulkFloor(sampled, cut)) : floor;
}

export function sceneModelOf(state: LabState, runs: readonly RunView[]): SceneModel {
  const { objective, sampled } = sampledOf(state.surface);
  const { domain, relief } = state.surface;
  const lowest = heightsFrom(state, sampled, lossFloorOf(state, runs).value);
  const cuts = riseOf(runs, state, lowest);
  const display = createDisplay({
    domain,
    rect: rectBelow(sampled, state.surface.cut),
    lowest,
    cut: state.surface.cut,
    relief,
    exaggeration: state.exaggeration,
    log: state.height === 'log',
  });
  const rect = withPaths(rectBelow(sampled, cuts[cuts.length - 1] ?? state.cut), domain, runs, state);
  const x = ticksOf(rect[0], rect[1], 5);
  const y = ticksOf(rect[2], rect[3], Math.max(2, Math.round((5 * (rect[3] - rect[2])) / (rect[1] - rect[0]))));
  return {
    objective,
    sampled,
    lowest,
    minima: state.surface.minima,
    display,
    cuts,
    rect,
    ticksX: x.ticks,
    ticksY: y.ticks,
    tickStep: [x.step, y.step],
    // `seenOf` has put the window in the place of the domain.
    partial: state.near || domain === state.zoom,
    contour:
      state.height === 'log'
        ? [lowest, CONTOURS_A_DECADE]
        : [0, scaleStep(lowest, Math.max(cuts[cuts.length - 1] as number, lowest + 1e-12))],
  };
}

function scaleStep(low: number, high: number): number {
  const ticks = ticksBetween(low, high, CONTOURS);
  return ticks.length > 1 ? (ticks[1] as number) - (ticks[0] as number) : high - low;
}

function ticksOf(low: number, high: number, count: number) {
  const ticks = ticksBetween(low, high, count);
  return { ticks, step: ticks.length > 1 ? (ticks[1] as number) - (ticks[0] as number) : high - low };
}

/** Widened, within the domain, so that no shadow runs off the plan. */
function withPaths(rect: Domain, domain: Domain, runs: readonly RunView[], state: LabState): Domain {
  let [x0, x1, y0, y1] = rect;
  const include = (x: number, y: number) => {
    x0 = Math.max(Math.min(x0, x), domain[0]);
    x1 = Math.min(Math.max(x1, x), domain[1]);
    y0 = Math.max(Math.min(y0, y), domain[2]);
    y1 = Math.min(Math.max(y1, y), domain[3]);
  };
  include(...state.start);
  for (const { record } of runs) {
    for (let row = 0; row < record.count; row++) {
      const [x, y] = [record.x[2 * row] as number, record.x[2 * row + 1] as number];
      const [px, py] = row === 0 ? [x, y] : [record.x[2 * row - 2] as number, record.x[2 * row - 1] as number];
      // The step across the border shows up to the border; beyond it nothing is drawn.
      if (contains(domain, x, y) || contains(domain, px, py)) include(x, y);
    }
  }
  return [x0, x1, y0, y1];
}
