import type { RunView } from '../../src/runs/runViews.ts';
import type { LabState } from '../../src/state/types.ts';
import type { LabelSpec } from '../../src/view/LabelLayer.ts';
import { displayPoint, floorPoint, type Mutable3 } from '../../src/view/display.ts';
import { inkColour, type Palette } from '../../src/view/palette.ts';
import type { Words } from '../../src/ui/useText.ts';
import { exitsOf, standsOnPlan } from './exits.ts';
import type { FrameState } from './frameState.ts';
import type { SceneModel } from './model.ts';

/** World → CSS pixels; the result is kept by nobody. */
export type Projector = (world: Mutable3) => { readonly x: number; readonly y: number };

export interface LabelInputs {
  readonly state: LabState;
  readonly runs: readonly RunView[];
  readonly model: SceneModel;
  readonly frame: FrameState;
  readonly palette: Palette;
  readonly words: Words;
  readonly project: Projector;
  /** Where the eye stands, in world units: ticks stand along the sides of the plan next to it. */
  readonly eye: Mutable3;
  readonly swarm: { readonly count: number; readonly name: string } | null;
}

/** All labels in the order in which they get their place. Ticks come first: they have one place only. */
export function labelSpecs(inputs: LabelInputs): LabelSpec[] {
  return [...(inputs.state.plan ? tickLabels(inputs) : []), ...headLabels(inputs), ...noteLabels(inputs)];
}

const TICK_GAP = 17;

function tickLabels({ model, words, project, eye, palette }: LabelInputs): LabelSpec[] {
  const { display, rect, ticksX, ticksY } = model;
  const [x0, x1, y0, y1] = rect;
  const at = { x: 0, y: 0, z: 0 };
  const middle = { ...project(floorPoint(display, (x0 + x1) / 2, (y0 + y1) / 2, at)) };
  const south = floorPoint(display, x0, y0, { x: 0, y: 0, z: 0 }).z;
  const yEdge = Math.abs(eye.z - south) < Math.abs(eye.z - floorPoint(display, x0, y1, at).z) ? y0 : y1;
  const xEdge = eye.x < floorPoint(display, (x0 + x1) / 2, y0, at).x ? x0 : x1;
  const label = (
    id: string,
    kind: 'tick' | 'axis',
    text: string,
    x: number,
    y: number,
    gap: number,
    alongX: boolean,
  ): LabelSpec => {
    const p = { ...project(floorPoint(display, x, y, at)) };
    // Outwards: across the side, away from the plan's middle.
    const inner = project(
      alongX ? floorPoint(display, x, (y0 + y1) / 2, at) : floorPoint(display, (x0 + x1) / 2, y, at),
    );
    let [dx, dy] = [p.x - inner.x, p.y - inner.y];
    if (Math.hypot(dx, dy) < 1) [dx, dy] = [p.x - middle.x, p.y - middle.y];
    const length = Math.max(Math.hypot(dx, dy), 1e-6);
    return {
      id,
      text,
      kind,
      anchorX: p.x,
      anchorY: p.y,
      wishX: (dx / length) * gap,
      wishY: (dy / length) * gap,
      reach: kind === 'axis' ? 30 : 10,
      colour: palette.ink,
    };
  };
  const between = (ticks: readonly number[], low: number, high: number) => {
    const i = Math.max(0, Math.floor(ticks.length * 0.6) - 1);
    return ticks.length > 1 ? ((ticks[i] as number) + (ticks[i + 1] as number)) / 2 : (low + high) / 2;
  };
  return [
    ...ticksX.map((x) => label(`x${x}`, 'tick', words.number(x), x, yEdge, TICK_GAP, true)),
    ...ticksY.map((y) => label(`y${y}`, 'tick', words.number(y), xEdge, y, TICK_GAP + 4, false)),
    label('axis-x', 'axis', 'x', between(ticksX, x0, x1), yEdge, TICK_GAP + 6, true),
    label('axis-y', 'axis', 'y', xEdge, between(ticksY, y0, y1), TICK_GAP + 8, false),
  ];
}

function headLabels({ state, runs, model, frame, palette, project }: LabelInputs): LabelSpec[] {
  if (!state.labels) return [];
  const at = { x: 0, y: 0, z: 0 };
  const heads = runs.map((run, i) => {
    const [x, y, f] = frame.heads.subarray(3 * i, 3 * i + 3) as unknown as [number, number, number];
    const { domain } = model.display;
    const drawn = x >= domain[0] && x <= domain[1] && y >= domain[2] && y <= domain[3] && f <= frame.cut;
    return { run, drawn, p: { ...project(displayPoint(model.display, x, y, f, at)) } };
  });
  // From left to right, so that leaders do not cross.
  return heads
    .filter(({ drawn }) => drawn)
    .sort((a, b) => a.p.x - b.p.x)
    .map(({ run, p }, i, all): LabelSpec => ({
      id: `head-${run.id}`,
      text: run.name,
      kind: 'head',
      colour: inkColour(palette.theme, run.ink),
      anchorX: p.x,
      anchorY: p.y,
      wishX: (i - (all.length - 1) / 2) * 64,
      wishY: -64,
      reach: 260,
    }));
}

function noteLabels({ state, runs, model, frame, palette, words, project, swarm }: LabelInputs): LabelSpec[] {
  if (!state.labels) return [];
  const at = { x: 0, y: 0, z: 0 };
  const labels: LabelSpec[] = [];
  for (const run of runs) {
    for (const exit of exitsOf(run, model)) {
      const flat = standsOnPlan(exit, model);
      if (exit.row > frame.row || (flat && !state.plan)) continue;
      const p = project(
        flat ? floorPoint(model.display, exit.x, exit.y, at) : displayPoint(model.display, exit.x, exit.y, exit.f, at),
      );
      const values = { optimizer: run.name, step: exit.step, f: words.number(exit.fBeyond, 3) };
      labels.push({
        id: `${exit.kind}-${run.id}`,
        text: words(exit.kind === 'rim' ? 'scene.rim' : 'scene.left', values),
        kind: 'event',
        colour: inkColour(palette.theme, run.ink),
        anchorX: p.x,
        anchorY: p.y,
        wishX: 0,
        wishY: flat ? 26 : -30,
        reach: 200,
      });
    }
  }
  const [x, y] = state.start;
  const p = project(displayPoint(model.display, x, y, model.objective.value(x, y), at));
  labels.push({
    id: 'start',
    text: words('scene.start', { x: words.number(x), y: words.number(y) }),
    kind: 'start',
    colour: palette.ink,
    anchorX: p.x,
    anchorY: p.y,
    wishX: -20,
    wishY: -26,
    reach: 150,
  });
  labels.push(...cutLabel({ model, frame, words, project, palette }));
  if (swarm && state.swarm) {
    const [x0, x1, y0, y1] = model.rect;
    // Above the rim at the back, where nothing else is.
    const back = y0 + (y1 - y0) * 0.97;
    const far = x0 + 0.72 * (x1 - x0);
    const q = project(
      displayPoint(model.display, far, back, Math.min(model.objective.value(far, back), frame.cut), at),
    );
    labels.push({
      id: 'swarm',
      text: words('scene.swarm', { count: words.number(swarm.count, 6), optimizer: swarm.name }),
      kind: 'swarm',
      colour: palette.ink,
      anchorX: q.x,
      anchorY: q.y,
      wishX: 0,
      wishY: -24,
      reach: 120,
    });
  }
  return labels;
}

/** The level at which the surface is cut, at the rim's eastern end; nothing where the whole domain lies below it. */
function cutLabel({
  model,
  frame,
  words,
  project,
  palette,
}: Pick<LabelInputs, 'model' | 'frame' | 'words' | 'project' | 'palette'>): LabelSpec[] {
  const { display, objective, rect } = model;
  const [, x1, y0, y1] = rect;
  // Along the eastern border from the north: the first place that is not above the cut is the rim.
  const clipped = objective.value(x1, y1) > frame.cut;
  if (!clipped) return [];
  let [above, below] = [y1, (y0 + y1) / 2];
  if (objective.value(x1, below) > frame.cut) return [];
  for (let i = 0; i < 30; i++) {
    const middle = (above + below) / 2;
    if (objective.value(x1, middle) > frame.cut) above = middle;
    else below = middle;
  }
  const p = project(displayPoint(display, x1, below, frame.cut, { x: 0, y: 0, z: 0 }));
  return [
    {
      id: 'cut',
      text: words('scene.cut', { f: words.number(frame.cut, 3) }),
      kind: 'swarm',
      colour: palette.ink,
      anchorX: p.x,
      anchorY: p.y,
      wishX: -10,
      wishY: -16,
      reach: 60,
    },
  ];
}
