import { useSyncExternalStore } from 'react';
import { lossIds } from '../../../src/jobs/reconstruction/moreApi.ts';
import { useFindMeans, useFreshMeans, useMeans } from '../runs/means.ts';
import { useReconstructionSession } from '../runs/session.tsx';
import { useRecorded } from '../../../src/runs/session.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { Failed } from '../more/Failed.tsx';
import { CloudStage } from '../stage/CloudStage.tsx';
import type { ViewProps } from '../viewProps.ts';
import { Distribution, MeanClouds } from './MeanClouds.tsx';
import { MeanHead } from './MeanHead.tsx';
import '../losses.css';

/** The toy is flat: seen from straight before it, and just so much from above that one notices what it is to turn it. */
const DIRECTION = { azimuth: 0, elevation: 0.5 } as const;

/** The square −1 … 1 that holds every toy. */
const OUTLINE = Float64Array.of(-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0);

/** The paper's toy: the mean shape under Chamfer and under EMD, found step by step. */
export default function LossesView(props: ViewProps) {
  const t = useText();
  useFindMeans();
  const { more } = useReconstructionSession();
  const means = useMeans();
  useRecorded(useFreshMeans());
  const failure = useSyncExternalStore(more.subscribe, () => more.getState().meansFailure);
  return (
    <CloudStage
      {...props}
      label={t('rec.losses.canvas')}
      outline={OUTLINE}
      direction={DIRECTION}
      panes={lossIds.map((loss) => ({
        id: loss,
        label: t(`rec.losses.${loss}`),
        head: <MeanHead loss={loss} />,
        draw: (drawn) => means && <MeanClouds means={means} loss={loss} {...drawn} />,
      }))}
      shared={(drawn) => means && <Distribution means={means} {...drawn} />}
    >
      {failure !== null && <Failed why={t('rec.losses.failed', { reason: failure })} />}
      {!means && failure === null && (
        <p className="clouds-notice card" role="status">
          {t('rec.losses.waiting')}
        </p>
      )}
    </CloudStage>
  );
}
