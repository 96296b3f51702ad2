import type { RootState } from '@react-three/fiber';

/** Brings the scene to the clock's time, as the next animation frame would, where none comes: a hidden tab has none, and a picture may be asked for there. */
export function catchUp({ advance }: RootState): void {
  if (document.hidden) advance(performance.now());
}
