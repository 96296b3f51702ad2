import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useState } from 'react';
import { identity } from '../../../src/math/matrix4.ts';
import type { Pair } from '../runs/pair.ts';
import { useRegistrationSession, useRegistrationState } from '../model.ts';
import { initOf } from '../runs/startPose.ts';
import { thinned } from '../../../src/view/clouds/thinned.ts';
import { ScanCloud } from '../scans/ScanCloud.tsx';
import { scansSeen } from '../scans/seen.ts';
import { CloudPoints, type CloudPointsProps } from '../../../src/view/clouds/CloudPoints.tsx';

interface Props extends Pick<CloudPointsProps, 'uniforms' | 'space' | 'palette' | 'share'> {
  readonly pair: Pair;
  readonly colour: string;
}

/** Before a pane's first run: the source where it will start from. */
export function WaitingClouds({ pair, ...drawn }: Props) {
  const { hand } = useRegistrationSession().own;
  const start = useRegistrationState((state) => state.start);
  const invalidate = useThree((state) => state.invalidate);
  const init = useMemo(() => initOf(pair, start), [pair, start]);
  const points = useMemo(() => thinned(pair.source.points), [pair]);
  const [pose] = useState(identity);
  useEffect(() => {
    invalidate();
    return hand.subscribe(() => invalidate());
  }, [hand, init, invalidate]);
  useFrame(() => {
    pose.set(hand.getState().pose ?? init);
  }, -1);
  const seen = scansSeen(pair);
  if (seen) return <ScanCloud {...drawn} seen={seen} side="source" pose={pose} share={drawn.share ?? 1} />;
  return (
    <CloudPoints
      {...drawn}
      role="source"
      points={points}
      pose={pose}
      pale={points === pair.source.points ? pair.kinds : null}
      ghost={pair.mesh !== null}
    />
  );
}
