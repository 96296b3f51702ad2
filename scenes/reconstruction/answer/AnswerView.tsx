import { useState } from 'react';
import { useClockOfMorph } from '../runs/jobs.tsx';
import { useReconstructionState, useResults } from '../runs/session.tsx';
import { useText } from '../../../src/ui/useText.ts';
import type { PickedPoint } from '../../../src/view/clouds/usePointPick.ts';
import { CloudStage } from '../stage/CloudStage.tsx';
import type { ViewProps } from '../viewProps.ts';
import { ErrorBar } from './ErrorBar.tsx';
import { OUTLINE, useFramed } from './framed.ts';
import { PaneClouds } from './PaneClouds.tsx';
import { PaneFoot } from './PaneFoot.tsx';
import { PaneHead } from './PaneHead.tsx';
import { PointAt } from './PointAt.tsx';
import { PointTip } from './PointTip.tsx';
import { useAnswerPanes } from './useAnswerPanes.ts';
import { PaneTabs } from './PaneTabs.tsx';

/** From a little beside the viewer's own place: depth is seen at once. */
const DIRECTION = { azimuth: -22, elevation: 13 } as const;

/** The picture that becomes a cloud, and beside it the truth and what a mere look-up answers. */
export function AnswerView(props: ViewProps) {
  const t = useText();
  useClockOfMorph();
  const { shown, picking } = useAnswerPanes();
  const [point, setPoint] = useState<PickedPoint | null>(null);
  const errors = useReconstructionState((state) => state.errors);
  const compared = useResults((results) => results.compared.network !== null);
  const framed = useFramed();
  return (
    <CloudStage
      {...props}
      label={t('rec.canvas')}
      outline={OUTLINE}
      framed={framed}
      direction={DIRECTION}
      panes={shown.map((id) => ({
        id,
        label: t(`rec.pane.${id}`),
        head: <PaneHead id={id} />,
        foot: <PaneFoot id={id} />,
        draw: (drawn) => <PaneClouds id={id} {...drawn} />,
      }))}
      inside={(drawn, boxes) => <PointAt {...drawn} boxes={boxes} shown={shown} onPoint={setPoint} />}
      before={picking && <PaneTabs picking={picking} />}
    >
      {point && <PointTip at={point} id={shown[point.pane]} />}
      {errors && compared && <ErrorBar />}
    </CloudStage>
  );
}
