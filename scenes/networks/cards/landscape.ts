import type { Look } from '../model.ts';
import { cardOf, valuesOf, type Evidence } from './types.ts';

/** Losses that are no more apart than this factor are called the same. */
const SAME = 1.5;

/** The path's record at a step, of the net that the plane was laid through. */
function atStep({ landscape }: Look, step: number) {
  const path = landscape.paths[landscape.spec.about]!;
  const row = Math.min(step, path.loss.length - 1);
  return { residual: path.residual[row]!, truth: path.loss[row]!, shadow: path.shadow[row]! };
}

const random = ({ look }: Evidence): Look | null =>
  look?.landscape.spec.kind === 'random' && look.run.whole ? look : null;

/** A plane through one net shows what is around that net; where the path came from it does not show. */
export const plane = cardOf({
  ...{ id: 'plane', set: '&p=random', answers: ['same', 'higher', 'lower'], judgedAt: 3, starts: true },
  of: random,
  outcome(look) {
    const { truth, shadow } = atStep(look, 3);
    return truth > SAME * shadow ? 'higher' : truth * SAME < shadow ? 'lower' : 'same';
  },
  claim(look) {
    const [first, last] = [atStep(look, 0), atStep(look, Infinity)];
    return first.residual > 1 && first.truth > SAME * first.shadow && last.residual < 1e-9;
  },
  values(look, step) {
    const { truth: early, shadow: under } = atStep(look, 3);
    return { ...atStep(look, step), early, under, updates: look.run.at[Math.min(3, look.run.at.length - 1)]! };
  },
  // The plane goes through the net: there both are one.
  ends: (look, step) => atStep(look, step).residual < 1e-9,
});

/** The wider, the less of the loss around a net bends downwards (Li et al. 2018, §6). */
export const wide = cardOf({
  ...{ id: 'wide', answers: ['smoother', 'same', 'rougher'], judgedAt: 1 },
  of: valuesOf('wide'),
  outcome: ({ narrow = NaN, wide: broad = NaN }) =>
    broad < 0.8 * narrow ? 'smoother' : broad > 1.25 * narrow ? 'rougher' : 'same',
  claim: ({ narrow = NaN, wide: broad = NaN }) => broad < 0.8 * narrow,
  values: (found) => found,
});

/** Between two good nets there is a wall on the straight line, and a way round it (Garipov et al. 2018). */
export const wall = cardOf({
  ...{ id: 'wall', answers: ['low', 'closed', 'round'], judgedAt: 1 },
  of: valuesOf('wall'),
  outcome({ line = NaN, curve = NaN, first = NaN, second = NaN }) {
    const ends = Math.max(first, second);
    return line < 5 * ends ? 'low' : line > 5 * curve ? 'round' : 'closed';
  },
  claim: ({ line = NaN, curve = NaN }) => line > 5 * curve,
  values: (found) => found,
});

/** Mean steepness of the highest tenth of a landscape, in parts of that of all of it. */
function topSteepness({ loss, size }: Pick<Look['landscape'], 'loss' | 'size'>): number {
  const found: { readonly height: number; readonly slope: number }[] = [];
  for (let row = 1; row < size - 1; row++) {
    for (let column = 1; column < size - 1; column++) {
      const at = row * size + column;
      const slope = Math.hypot(loss[at + 1]! - loss[at - 1]!, loss[at + size]! - loss[at - size]!);
      if (Number.isFinite(slope)) found.push({ height: loss[at]!, slope });
    }
  }
  found.sort((a, b) => b.height - a.height);
  const mean = (list: typeof found) => list.reduce((sum, { slope }) => sum + slope, 0) / list.length;
  return mean(found.slice(0, Math.ceil(found.length / 10))) / mean(found);
}

/** Where it is wrong for certain the squared error has no slope left; cross entropy has the more. */
export const losses = cardOf({
  ...{ id: 'losses', set: '&vw=losses&z=2&hs=linear', answers: ['cross', 'squared', 'both'], judgedAt: 1 },
  of({ look, other }: Evidence) {
    if (!look || look.run !== other?.run || look.landscape.size !== other.landscape.size) return null;
    // Whichever the net was trained with.
    const trained = look.run.network.loss === 'cross-entropy';
    const [cross, squared] = trained ? [look, other] : [other, look];
    return { cross: topSteepness(cross.landscape), squared: topSteepness(squared.landscape) };
  },
  outcome: ({ cross, squared }) => (cross > 1.2 * squared ? 'cross' : squared > 1.2 * cross ? 'squared' : 'both'),
  claim: ({ cross, squared }) => cross > 1 && squared < 1,
  values: (found) => found,
});
