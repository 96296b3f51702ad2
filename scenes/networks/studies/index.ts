import type { Subject } from '../landscape/compute.ts';
import { accuracy } from './accuracy.ts';
import { backprop } from './backprop.ts';
import { newton } from './newton.ts';
import { noise } from './noise.ts';
import type { Study } from './types.ts';
import { wall } from './wall.ts';
import { wide } from './wide.ts';

interface Given {
  readonly subject: Subject;
  /** Place of the selected optimizer. */
  readonly place: number;
  readonly pause: () => Promise<void>;
  readonly tell: (part: number) => void;
}

/** The experiments of the cards. */
export const studies = {
  wide: ({ pause, tell }) => wide(pause, tell),
  wall: ({ pause }) => wall(pause),
  noise: ({ subject, place }) => noise(subject, place),
  accuracy: ({ subject, place }) => accuracy(subject, place),
  newton: ({ pause }) => newton(pause),
  backprop: ({ subject, place }) => backprop(subject, place),
} as const satisfies Readonly<Record<string, (given: Given) => Study | Promise<Study>>>;
