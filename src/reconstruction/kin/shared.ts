import type { Points } from '../../clouds/types.ts';
import { nearestBothWays, type Neighbours } from '../metrics/nearest.ts';

/** Points nearer than this to the other thing are where both are; in longest edges. */
export const TOGETHER = 0.05;

/** Where two things, each as it is seen, are in one place. */
export interface SharedSpace {
  /** One a point: 1 where the other thing is, too. */
  readonly a: Uint8Array<ArrayBuffer>;
  readonly b: Uint8Array<ArrayBuffer>;
  /** Of the points of both, 0 … 1. */
  readonly share: number;
}

export function sharedSpace(a: Points, b: Points): SharedSpace {
  const [toB, toA] = nearestBothWays(a, b).map(({ distancesSq }: Neighbours) =>
    Uint8Array.from(distancesSq, (sq) => (sq < TOGETHER * TOGETHER ? 1 : 0)),
  ) as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];
  const count = (flags: Uint8Array) => flags.reduce((sum, flag) => sum + flag, 0);
  return { a: toB, b: toA, share: (count(toB) + count(toA)) / (toB.length + toA.length) };
}
