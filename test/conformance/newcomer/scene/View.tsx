import { Notice } from '../../src/scene/parts/Notice.tsx';
import { PaneHead } from '../../src/scene/parts/PaneHead.tsx';
import { PaneStage } from '../../src/scene/PaneStage.tsx';
import type { ViewProps } from '../../src/scene/viewProps.ts';
import { useText } from '../../src/ui/useText.ts';
import { CloudPoints } from '../../src/view/clouds/CloudPoints.tsx';
import { cloudOutline, createSpace } from '../../src/view/clouds/space.ts';
import { model } from './model.ts';

const box = { min: [-1, -1, 0], max: [1, 1, 0] } as const;
const space = createSpace(box, 'y');
const subject = {
  space,
  outline: cloudOutline(Float64Array.of(-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0), space.worldFromTarget),
  direction: { azimuth: 20, elevation: 30 },
  clearance: 24,
  phoneClearance: 12,
} as const;

export default function View(props: ViewProps) {
  const t = useText();
  const { value, problem } = model.useResult('ring');
  return (
    <PaneStage
      {...props}
      label={t('new.about')}
      subject={subject}
      panes={[
        {
          id: 'ring',
          label: t('new.corners'),
          head: <PaneHead title={t('new.corners')} way={t('new.now', { corners: (value?.length ?? 0) / 3 })} />,
          draw: ({ boxes: _, quality: __, ...drawn }) =>
            value && <CloudPoints {...drawn} role="target" points={value} pose={null} diameter={9} />,
        },
      ]}
    >
      {problem && <Notice failed text={problem.message} />}
    </PaneStage>
  );
}
