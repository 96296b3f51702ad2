import { useFrame } from '@react-three/fiber';
import { useSession } from '../../../src/runs/session.tsx';
import type { Pacer } from '../../../src/view/pace.ts';

/** Tells the pacer of every frame that is drawn. */
export function Pace({ pacer }: { readonly pacer: Pacer }) {
  const { clock } = useSession();
  useFrame(() => pacer.drawn(performance.now(), clock.playing), -3);
  return null;
}
