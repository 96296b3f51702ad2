import { useMemo } from 'react';
import type { KinMap, KinPlace } from '../jobs/api.ts';
import { identity } from '../../../src/math/matrix4.ts';
import { CloudPoints } from '../../../src/view/clouds/CloudPoints.tsx';
import { Correspondences } from '../../../src/view/clouds/Correspondences.tsx';
import { NEAREST, nearestPlaces } from './nearest.ts';
import type { Drawn } from '../../../src/scene/stage.ts';
import { useSeen } from '../model.ts';

interface Props extends Drawn {
  readonly map: KinMap;
  readonly own: KinPlace;
}

const still = identity();
const DIAMETER = 14;

/** The shown picture's mark in the accent, tied to its nearest kin. */
export function OwnMark({ map, own, ...drawn }: Props) {
  const { shown } = useSeen();
  const point = useMemo(() => Float64Array.from(own.place), [own]);
  const matches = useMemo(() => {
    const to = Int32Array.from(nearestPlaces(map, shown, own.order), (place) => own.order[place]!);
    return { from: new Int32Array(to.length), to };
  }, [map, shown, own]);
  const accent = drawn.palette.accent as `#${string}`;
  return (
    <>
      <Correspondences
        {...drawn}
        source={point}
        target={map.places}
        matches={matches}
        pose={still}
        limit={Infinity}
        colour={accent}
        most={NEAREST}
        width={1.5}
      />
      <CloudPoints {...drawn} role="marker" points={point} pose={null} colour={accent} diameter={DIAMETER} />
    </>
  );
}
