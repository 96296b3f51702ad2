import { useState } from 'react';
import { PaneStage } from '../../../src/scene/PaneStage.tsx';
import { ColourBar } from '../../../src/scene/parts/ColourBar.tsx';
import { PaneTabs } from '../../../src/scene/parts/PaneTabs.tsx';
import type { ViewProps } from '../../../src/scene/viewProps.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { PickedPoint } from '../../../src/view/clouds/usePointPick.ts';
import { useInspected } from '../inspected.ts';
import { model, useSeen } from '../model.ts';
import { useSubject } from '../subject.ts';
import { AnswerHead } from './AnswerHead.tsx';
import { errorLimit } from './colours.ts';
import { OUTLINE, useFramed } from './framed.ts';
import { PaneClouds } from './PaneClouds.tsx';
import { PaneFoot } from './PaneFoot.tsx';
import { PointAt } from './PointAt.tsx';
import { PointTip } from './PointTip.tsx';
import { SeenLegend } from './SeenLegend.tsx';
import { useAnswerPanes } from './useAnswerPanes.ts';
import { useTilt } from './useTilt.ts';

/** From a little beside the viewer's own place, a little above: depth is seen at once. */
const DIRECTION = { azimuth: -15, elevation: 20 } as const;

/** The picture that becomes a cloud, and beside it the truth and what a mere look-up answers. */
export function AnswerView(props: ViewProps) {
  const t = useText();
  const { shown, picking } = useAnswerPanes();
  const [point, setPoint] = useState<PickedPoint | null>(null);
  const errors = model.useState((state) => state.errors);
  const { compared } = useSeen();
  const { older } = model.useResult('picture');
  return (
    <PaneStage
      {...props}
      label={t('rec.canvas')}
      subject={useSubject({
        outline: OUTLINE,
        framed: useFramed(),
        direction: DIRECTION,
        tilt: useTilt(),
        shaded: true,
      })}
      panes={shown.map((id) => ({
        id,
        label: t(`rec.pane.${id}`),
        older: older ? t('rec.older') : null,
        head: <AnswerHead id={id} />,
        foot: <PaneFoot id={id} />,
        draw: (drawn) => <PaneClouds id={id} {...drawn} />,
      }))}
      inside={(drawn) => <PointAt {...drawn} shown={shown} onPoint={setPoint} />}
      before={
        picking && (
          <PaneTabs
            label={t('rec.panes.pick')}
            tabs={picking.all.map((id) => ({ id, name: t(`rec.pane.${id}`) }))}
            shown={shown}
            onPick={picking.pick}
          />
        )
      }
      inspected={useInspected()}
      turns
      view="answer"
    >
      {point && <PointTip at={point} id={shown[point.pane]} />}
      {errors && compared.network ? (
        <ColourBar title={t('rec.errors.bar')} limit={100 * errorLimit} unit=" %" />
      ) : (
        <SeenLegend />
      )}
    </PaneStage>
  );
}
