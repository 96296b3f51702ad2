import { useThree } from '@react-three/fiber';
import { useMemo } from 'react';
import type { LossId } from '../../../src/toys/ids.ts';
import type { Means } from '../../../src/toys/means.ts';
import { identity } from '../../../src/math/matrix4.ts';
import { useStep } from '../../../src/runs/session.tsx';
import { CloudPoints } from '../../../src/view/clouds/CloudPoints.tsx';
import { Correspondences } from '../../../src/view/clouds/Correspondences.tsx';
import { lossColour } from './colours.ts';
import { MovingCloud } from './MovingCloud.tsx';
import { placesAt, sampleAt, tiesAt } from './threads.ts';
import type { Drawn } from '../../../src/scene/stage.ts';

interface Props extends Drawn {
  readonly means: Means;
  readonly loss: LossId;
}

/** Clouds do not move here: only their points do. */
const still = identity();
const ANSWER_DIAMETER = 7.5;
const SAMPLE_DIAMETER = 4.5;
const PHONE_WIDTH = 720;

/** One loss: its answer as the clock has it, the sample that it is pulled to next, and the threads that pull. */
export function MeanClouds({ means, loss, ...drawn }: Props) {
  const step = Math.min(useStep(), means.steps);
  const ties = useMemo(() => tiesAt(means, loss, step), [means, loss, step]);
  const narrow = useThree((state) => state.size.width < PHONE_WIDTH);
  const size = (means.count > 80 ? 0.8 : 1) * (narrow ? 0.7 : 1);
  return (
    <>
      <CloudPoints
        {...drawn}
        role="target"
        points={sampleAt(means, step)}
        pose={null}
        diameter={size * SAMPLE_DIAMETER}
      />
      <Correspondences
        {...drawn}
        source={placesAt(means, loss, step)}
        target={sampleAt(means, step)}
        matches={ties}
        pose={still}
        limit={Infinity}
        colour="ink"
        width={1.2}
      />
      <MovingCloud
        {...drawn}
        places={means.runs[loss].places}
        count={means.count}
        colour={lossColour(drawn.palette, loss)}
        diameter={size * ANSWER_DIAMETER}
      />
    </>
  );
}

/** Many samples of the distribution, faintly: what there is to be the mean of. */
export function Distribution({ means, ...drawn }: Drawn & { readonly means: Means }) {
  const points = useMemo(() => together(means), [means]);
  const pale = useMemo(() => new Uint8Array(points.length / 3).fill(1), [points]);
  return <CloudPoints {...drawn} role="target" points={points} pale={pale} pose={null} diameter={1.8} />;
}

/** Of more samples the picture would be a grey disc. */
const MOST = 40;

function together({ samples }: Means): Float64Array {
  return Float64Array.from(samples.slice(0, MOST).flatMap((points) => [...points]));
}
