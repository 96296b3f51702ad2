import { useMemo } from 'react';
import type { WorstPlace } from '../../../src/registration/worstPlace.ts';
import { scanTargetColour } from '../../../src/view/clouds/colours.ts';
import { ShadedPoints, type ShadedPointsProps } from '../../../src/view/clouds/shaded/ShadedPoints.tsx';
import type { PaneRun } from '../runs/paneRuns.ts';
import { aroundLens, posesOf } from './lens.ts';
import type { ScansSeen } from './seen.ts';

interface Props extends Pick<ShadedPointsProps, 'uniforms' | 'space' | 'palette' | 'pose'> {
  readonly seen: ScansSeen;
  readonly worst: WorstPlace;
  /** Whose source it is, and its hue; absent: the target. */
  readonly run?: PaneRun;
  readonly colour?: string;
}

/** All points of one scan that come before a lens, in the hue that says whose they are. */
export function LensCloud({ seen, worst, run, colour, ...rest }: Props) {
  const record = run?.record;
  const cloud = useMemo(
    () => (record ? aroundLens(seen.drawn.source, worst, posesOf(record)) : aroundLens(seen.drawn.target, worst, null)),
    [seen, worst, record],
  );
  return <ShadedPoints {...rest} lens cloud={cloud} colour={colour ?? scanTargetColour(rest.palette)} least={2} />;
}
