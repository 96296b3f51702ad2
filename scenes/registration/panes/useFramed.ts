import { useMemo } from 'react';
import { bounds } from '../../../src/clouds/spacing.ts';
import { useStep, useSteps } from '../../../src/runs/session.tsx';
import { cloudOutline, createSpace } from '../../../src/view/clouds/space.ts';
import type { Pair } from '../runs/pair.ts';
import { freshRuns, type PaneView } from '../runs/paneRuns.ts';
import { scansSeen, seenAt } from '../scans/seen.ts';

/** Spot looks along −z: from here one sees its face. */
const MODEL_DIRECTION = { azimuth: -148, elevation: 12 } as const;

function subjectOf(pair: Pair) {
  const seen = scansSeen(pair);
  if (seen) {
    const { space, outline, direction, about } = seen;
    return { space, outline, direction, about, clearance: 8, phoneClearance: 4, shaded: true };
  }
  const space = createSpace(bounds(pair.target.points), pair.up);
  const outline = cloudOutline(pair.target.points, space.worldFromTarget);
  return { space, outline, direction: MODEL_DIRECTION, clearance: 14, phoneClearance: 6 };
}

/** What the camera frames: the pair as given; of the visitor's own clouds, once they are registered, as they lie then. null: there is nothing. */
export function useFramed(pair: Pair | null, views: readonly PaneView[], own: boolean) {
  const subject = useMemo(() => pair && subjectOf(pair), [pair]);
  const ended = useStep() >= useSteps();
  const runs = own && ended ? freshRuns(views) : null;
  // The first one that found something speaks for all: one camera shows them.
  const found = runs?.find(({ answer }) => answer.judgement?.verdict !== 'failed') ?? runs?.[0];
  const pose = found && found.pair === pair && found.record.steps > 0 ? found.answer.targetFromSource : null;
  return useMemo(() => {
    const seen = pair && scansSeen(pair);
    return subject && seen && pose ? { ...subject, ...seenAt(seen, pose) } : subject;
  }, [subject, pair, pose]);
}
