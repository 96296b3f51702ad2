import { useVeiled } from '../../../src/runs/session.tsx';
import { lab } from '../model.ts';

/** Whether the map of where starts end is on view: not before a question is answered that it would answer. */
export function useDraped(): boolean {
  const draped = lab.useState((state) => state.drape === 'basins');
  return !useVeiled() && draped;
}
