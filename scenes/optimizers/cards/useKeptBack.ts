import { useVeiled } from '../../../src/runs/session.tsx';
import { lab } from '../model.ts';
import { tour } from './tour.ts';

/** A map that a link may ask for, as it does. */
type LinkedMap = 'drape=basins' | 'view=heat' | 'view=tune';

/** Whether a card's own link puts a map on view: it answers the question, another map does not. */
export const answersBy = (card: string | null, map: LinkedMap): boolean =>
  tour.find(({ id }) => id === card)?.link.includes(`&${map}&`) ?? false;

/** Whether a map waits until the open question is answered. */
export function useKeptBack(map: LinkedMap): boolean {
  const answers = lab.useState(({ card }) => answersBy(card, map));
  return useVeiled() && answers;
}
