import { useFrame } from '@react-three/fiber';
import type { Clock } from '../trace/clock.ts';
import type { Pacer } from './pace.ts';

interface Props {
  readonly pacer: Pacer;
  readonly clock: Clock;
}

/** Tells the pacer of every frame that is drawn. */
export function Pace({ pacer, clock }: Props) {
  useFrame(() => pacer.drawn(performance.now(), clock.playing), -3);
  return null;
}
