import type { Subject } from '../landscape/compute.ts';
import { accuracy } from './accuracy.ts';
import { backprop } from './backprop.ts';
import { newton } from './newton.ts';
import { noise } from './noise.ts';
import type { Study } from './types.ts';
import { wall } from './wall.ts';
import { wide } from './wide.ts';

interface Given {
  /** null: the study has a setting of its own. */
  readonly subject: Subject | null;
  /** Place of the selected optimizer. */
  readonly place: number;
  readonly pause: () => Promise<void>;
  readonly tell: (part: number) => void;
}

function own({ subject, place }: Given): readonly [Subject, number] {
  if (!subject) throw new Error('this study is about a run');
  return [subject, place];
}

/** The experiments of the cards. */
export const studies = {
  wide: ({ pause, tell }) => wide(pause, tell),
  wall: ({ pause }) => wall(pause),
  noise: (given) => noise(...own(given)),
  accuracy: (given) => accuracy(...own(given)),
  newton: ({ pause }) => newton(pause),
  backprop: (given) => backprop(...own(given)),
} as const satisfies Readonly<Record<string, (given: Given) => Study | Promise<Study>>>;
