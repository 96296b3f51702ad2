import { contains } from '../../../../src/surfaces/domain.ts';
import { displayPoint, floorPoint } from '../../../../src/view/display.ts';
import type { LabelSpec } from '../../../../src/view/LabelLayer.ts';
import type { LabelInputs } from './types.ts';

export function startLabel({ state, model, words, palette, project }: LabelInputs): LabelSpec[] {
  const [x, y] = state.start;
  if (!contains(model.display.domain, x, y)) return [];
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
  if (!guess || !contains(model.display.domain, ...guess)) return [];
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

/** Dots looked at to find where the swarm is. */
const LOOKED_AT = 512;
/** Dots nearer together than this in root mean square, in CSS pixels, are a smear. */
const SMEAR = 16;

/** What the thousands of points are, led to the highest of them on the screen; nothing while they are too few, or too near together, to be seen. */
export function swarmLabel({ swarm, model, frame, words, palette, project }: LabelInputs): LabelSpec[] {
  if (!swarm || !frame.dots) return [];
  const { display, objective } = model;
  const count = Math.min(frame.dots.length / 4, swarm.count);
  const stride = Math.max(1, Math.floor(count / LOOKED_AT));
  const at = { x: 0, y: 0, z: 0 };
  const seen: { x: number; y: number }[] = [];
  let looked = 0;
  for (let i = 0; i < count; i += stride, looked++) {
    const [x, y] = [frame.dots[4 * i] as number, frame.dots[4 * i + 1] as number];
    if (!contains(display.domain, x, y)) continue;
    const f = objective.value(x, y);
    if (f <= frame.cut) seen.push({ ...project(displayPoint(display, x, y, f, at)) });
  }
  if (seen.length < Math.max(2, looked / 20)) return [];
  const mean = (of: (p: { x: number; y: number }) => number) => seen.reduce((sum, p) => sum + of(p), 0) / seen.length;
  const [x, y] = [mean((p) => p.x), mean((p) => p.y)];
  if (mean((p) => (p.x - x) ** 2 + (p.y - y) ** 2) < SMEAR ** 2) return [];
  const top = seen.reduce((highest, p) => (p.y < highest.y ? p : highest));
  return [
    {
      id: 'swarm',
      text: words('scene.swarm', { count: words.number(swarm.count, 6), optimizer: swarm.name }),
      kind: 'swarm',
      colour: palette.ink,
      anchorX: top.x,
      anchorY: top.y,
      wishX: 0,
      wishY: -34,
      reach: 120,
      led: true,
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
  // It rises with a path that climbs over it; events tell of the level that it rises from.
  const raised = frame.cut > state.cut * (1 + 1e-9);
  const level = { from: words.number(state.cut, 3), f: words.number(frame.cut, 3) };
  const cut = clipped ? [words(raised ? 'scene.cut.raised' : 'scene.cut', level)] : [];
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
