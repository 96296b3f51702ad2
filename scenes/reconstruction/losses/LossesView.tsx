import { PaneStage } from '../../../src/scene/PaneStage.tsx';
import { Notice } from '../../../src/scene/parts/Notice.tsx';
import type { ViewProps } from '../../../src/scene/viewProps.ts';
import { lossIds } from '../../../src/toys/ids.ts';
import { useText } from '../../../src/ui/useText.ts';
import { useInspected } from '../inspected.ts';
import { model } from '../model.ts';
import { useSubject } from '../subject.ts';
import { Distribution, MeanClouds } from './MeanClouds.tsx';
import { MeanHead } from './MeanHead.tsx';

/** The toy is flat: seen from straight before it, and just so much from above that one notices what it is to turn it. */
const DIRECTION = { azimuth: 0, elevation: 0.5 } as const;

/** The square −1 … 1 that holds every toy. */
const OUTLINE = Float64Array.of(-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0);

/** The paper's toy: the mean shape under Chamfer and under EMD, found step by step. */
export default function LossesView(props: ViewProps) {
  const t = useText();
  const { value: means, older, problem } = model.useResult('means');
  return (
    <PaneStage
      {...props}
      label={t('rec.losses.canvas')}
      subject={useSubject({ outline: OUTLINE, direction: DIRECTION })}
      panes={lossIds.map((loss) => ({
        id: loss,
        label: t(`rec.losses.${loss}`),
        older: older ? t('rec.older') : null,
        head: <MeanHead loss={loss} />,
        draw: (drawn) => means && <MeanClouds means={means} loss={loss} {...drawn} />,
      }))}
      shared={(drawn) => means && <Distribution means={means} {...drawn} />}
      inspected={useInspected()}
      view="losses"
    >
      {problem && <Notice failed text={t('rec.losses.failed', { reason: problem.message })} />}
      {!means && !problem && <Notice text={t('rec.losses.waiting')} />}
    </PaneStage>
  );
}
