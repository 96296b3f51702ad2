import { useMemo } from 'react';
import { bounds } from '../../../src/clouds/spacing.ts';
import type { Points } from '../../../src/clouds/types.ts';
import { useSeen } from '../model.ts';
import type { Seen } from '../picture/see.ts';

/** What most objects of longest edge 1 and the picture behind them take. */
export const OUTLINE: Points = Float64Array.of(
  ...[-0.48, -0.48, -0.55, 0.48, -0.48, -0.55, 0.48, 0.48, -0.55, -0.48, 0.48, -0.55],
  ...[-0.4, -0.4, 0.4, 0.4, -0.4, 0.4, 0.4, 0.4, 0.4, -0.4, 0.4, 0.4],
);

interface Framed extends Pick<Seen, 'truth'> {
  /** Where no truth is known: what there is of the answers. */
  readonly answers: readonly (Points | undefined)[];
}

/**
 * What the camera is framed to: the object, whole, and not the picture on its plane behind it, which is soon gone. The object is the truth where it is known,
 * so that no answer that comes later moves the camera; else what is there of the answers.
 */
function framedOf({ truth, answers }: Framed): Points {
  if (!(truth ?? answers[0])) return OUTLINE;
  if (truth) return widened(truth);
  return Float64Array.of(...answers.flatMap((points) => Array.from(points ?? [])));
}

/** Answers reach about so far beyond the truth, and dots are wider than their points. */
const BEYOND = 1.1;

/** Points so many times as far from the middle of their box. */
export function widened(points: Points, times = BEYOND): Points {
  const { centre } = bounds(points);
  return points.map((value, i) => centre[i % 3]! + times * (value - centre[i % 3]!));
}

/** The same array as long as nothing of it changes. */
export function useFramed(): Points {
  const { truth, ...seen } = useSeen();
  const answer = truth ? undefined : seen.answer?.points;
  const lookup = truth ? undefined : seen.lookup?.points;
  return useMemo(() => framedOf({ truth, answers: [answer, lookup] }), [truth, answer, lookup]);
}
