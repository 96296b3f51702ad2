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

export function nameOfHeld(t: Words, { shown: { sample, from, key } }: Held): string {
  if (sample) return t('rec.kin.shape', { category: categoryName(t, sample.category), seed: sample.seed });
  return from === 'own' ? t('rec.two.own') : key.replace(/^item /, '');
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

/** Near by feature: nearer than nine in ten; near in space: half of the points meet. */
const NEAR = { feature: 0.9, space: 0.5 } as const;

export function verdictOf({ nearer, space }: Common): 'same' | 'kin' | 'shape' | 'apart' {
  if (nearer >= NEAR.feature) return space.share >= NEAR.space ? 'same' : 'kin';
  return space.share >= NEAR.space ? 'shape' : 'apart';
}
