import { displayPoint, floorPoint } from '../../../src/view/display.ts';
import type { LabelSpec } from '../../../src/view/LabelLayer.ts';
import type { LabelInputs } from './types.ts';

export function startLabel({ state, model, words, palette, project }: LabelInputs): LabelSpec[] {
  const [x, y] = state.start;
  const p = project(displayPoint(model.display, x, y, model.objective.value(x, y), { x: 0, y: 0, z: 0 }));
  return [
    {
      id: 'start',
      text: words('scene.start', { x: words.number(x), y: words.number(y) }),
      kind: 'start',
      colour: palette.ink,
      anchorX: p.x,
      anchorY: p.y,
      wishX: -20,
      wishY: -26,
      reach: 150,
    },
  ];
}

/** The visitor's mark, named on the plan, or on the surface where the plan is folded away. */
export function guessLabel({ state, guess, model, words, palette, project }: LabelInputs): LabelSpec[] {
  if (!guess) return [];
  const [x, y] = guess;
  const world = { x: 0, y: 0, z: 0 };
  const p = project(
    state.plan
      ? floorPoint(model.display, x, y, world)
      : displayPoint(model.display, x, y, model.objective.value(x, y), world),
  );
  return [
    {
      id: 'guess',
      text: words('scene.guess'),
      kind: 'start',
      colour: palette.accent,
      anchorX: p.x,
      anchorY: p.y,
      wishX: 24,
      wishY: 22,
      reach: 120,
    },
  ];
}

/** What the thousands of points are; above the rim at the back, where nothing else is. */
export function swarmLabel({ swarm, model, frame, words, palette, project }: LabelInputs): LabelSpec[] {
  if (!swarm) return [];
  const { display, objective, rect } = model;
  const x = rect[0] + 0.72 * (rect[1] - rect[0]);
  const y = rect[2] + 0.97 * (rect[3] - rect[2]);
  const p = project(displayPoint(display, x, y, Math.min(objective.value(x, y), frame.cut), { x: 0, y: 0, z: 0 }));
  return [
    {
      id: 'swarm',
      text: words('scene.swarm', { count: words.number(swarm.count, 6), optimizer: swarm.name }),
      kind: 'swarm',
      colour: palette.ink,
      anchorX: p.x,
      anchorY: p.y,
      wishX: 0,
      wishY: -24,
      reach: 120,
    },
  ];
}

/** The level at which the surface is cut and what height means, at the rim's eastern end; linear and all below the cut: nothing. */
export function cutLabel({ state, model, frame, words, project, palette }: LabelInputs): LabelSpec[] {
  const { display, objective, rect } = model;
  const [, x, y0, y1] = rect;
  // Along the eastern border from the north: the first place that is not above the cut is the rim.
  let [above, below] = [y1, (y0 + y1) / 2];
  const log = state.height === 'log';
  const clipped = objective.value(x, y1) > frame.cut && objective.value(x, below) <= frame.cut;
  if (!clipped && !log) return [];
  for (let i = 0; clipped && i < 30; i++) {
    const middle = (above + below) / 2;
    if (objective.value(x, middle) > frame.cut) above = middle;
    else below = middle;
  }
  const y = clipped ? below : y1;
  const p = project(displayPoint(display, x, y, Math.min(objective.value(x, y), frame.cut), { x: 0, y: 0, z: 0 }));
  const cut = clipped ? [words('scene.cut', { f: words.number(frame.cut, 3) })] : [];
  return [
    {
      id: 'cut',
      text: [...cut, ...(log ? [words('scene.log')] : [])].join(' · '),
      kind: 'swarm',
      colour: palette.ink,
      anchorX: p.x,
      anchorY: p.y,
      wishX: -10,
      wishY: -16,
      reach: 90,
    },
  ];
}
