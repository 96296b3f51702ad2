import { useKeptBack } from '../cards/useKeptBack.ts';
import { lab } from '../model.ts';

/** Whether the map of where starts end is on view: not before the question is answered that it answers. */
export function useDraped(): boolean {
  const draped = lab.useState((state) => state.drape === 'basins');
  return !useKeptBack('drape=basins') && draped;
}
