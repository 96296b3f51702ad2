import { useKeepBasins } from './useBasins.ts';
import '../words/later.ts';

/** Computes the maps for as long as it stands. */
export function KeepBasins() {
  useKeepBasins();
  return null;
}
