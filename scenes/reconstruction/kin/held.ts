import type { TextKey } from '../../../src/i18n/index.ts';
import { sharedSpace, type SharedSpace } from '../../../src/reconstruction/kin/shared.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { KinPlace } from '../jobs/api.ts';
import type { Seen } from '../picture/see.ts';
import { categoryName } from '../read/names.ts';
import type { Held } from './heldThing.ts';

/** What there is on view, to be kept; null: not yet answered. */
export function holdable({ shown, answer }: Seen): Held | null {
  return shown && answer && { shown, picture: shown.picture, points: answer.points, feature: answer.feature };
}

export function nameOfHeld(t: Words, { shown: { sample, from, key } }: Pick<Held, 'shown'>): string {
  if (sample) return t('rec.kin.shape', { category: categoryName(t, sample.category), seed: sample.seed });
  if (from === 'item') return t(key.replace(/^item /, 'rec.input.item.') as TextKey);
  return t(from === 'drawing' ? 'rec.two.drawing' : 'rec.two.own');
}

/** What two things have in common. */
export interface Common {
  /** Share of the map's shapes that are farther from the second thing than the first is, by feature; 0 … 1. */
  readonly nearer: number;
  readonly space: SharedSpace;
}

export function commonOf(held: Held, now: Held, distance: number, { distances }: KinPlace): Common {
  const farther = distances.reduce((count, other) => count + (other > distance ? 1 : 0), 0);
  return { nearer: farther / distances.length, space: sharedSpace(held.points, now.points) };
}

/** Near by feature: nearer than nine in ten; far: half are nearer. Near in space: half of the points meet. */
const NEAR = { feature: 0.9, space: 0.5 } as const;
const FAR_BY_FEATURE = 0.5;

export function verdictOf({ nearer, space }: Common): 'same' | 'kin' | 'between' | 'shape' | 'apart' {
  if (nearer >= NEAR.feature) return space.share >= NEAR.space ? 'same' : 'kin';
  if (nearer > FAR_BY_FEATURE) return 'between';
  return space.share >= NEAR.space ? 'shape' : 'apart';
}
