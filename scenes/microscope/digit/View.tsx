import { useState } from 'react';
import { identity } from '../../../src/math/matrix4.ts';
import { PaneStage } from '../../../src/scene/PaneStage.tsx';
import { Notice } from '../../../src/scene/parts/Notice.tsx';
import { PointReadout } from '../../../src/scene/parts/PointReadout.tsx';
import { Pointing, type Pointables, type PointedAt } from '../../../src/scene/parts/Pointing.tsx';
import type { StagePane } from '../../../src/scene/stage.ts';
import type { ViewProps } from '../../../src/scene/viewProps.ts';
import { usePhone } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { Pad } from './panel/Pad.tsx';
import type { DigitLook } from './run/types.ts';
import { Head } from './views/Head.tsx';
import { Legend } from './views/Legend.tsx';
import { Nearest } from './views/Nearest.tsx';
import { BACK, FLOOR, FRONT, TALL } from './views/place.ts';
import { SheetLabels } from './views/SheetLabels.tsx';
import { Sheets } from './views/Sheets.tsx';
import { usePointed } from './views/usePointed.ts';
import '../microscope.css';
import './digit.css';

const corners = [
  ...[-4.5, 4.5].flatMap((x) => [x, -5, FRONT + 0.5, x, 4.5, FRONT]),
  ...[-7.4, 7.4].flatMap((x) => [x, FLOOR - 0.3, BACK, x, FLOOR + TALL + 0.9, BACK]),
];
const subject = {
  space: { worldFromTarget: identity(), scale: 1, radius: 13, centre: [0, 0, 0] },
  outline: corners,
  clearance: 12,
  phoneClearance: 8,
} as const;
/** From the picture at the left to the answer at the right; on a phone from below upwards. */
const wide = { ...subject, direction: { azimuth: 52, elevation: 14 } } as const;
const high = { ...subject, direction: { azimuth: 33, elevation: 32 } } as const;

/** A digit, and what the network that reads it makes of it, layer by layer. */
export default function View(props: ViewProps) {
  const t = useText();
  const phone = usePhone();
  const { value: look, problem } = model.useResult('digit');
  const { value: net } = model.useResult('digitNet');
  const spoke = model.useState((state) => state.spoke);
  const [pointables] = useState<Pointables>(() => new Map());
  const [pointed, setPointed] = useState<(PointedAt & { readonly look: DigitLook | null }) | null>(null);
  usePointed(pointables, look);
  const pane: StagePane = {
    ...{ id: 'digit', label: t('mic.digit.canvas') },
    head: <Head look={look} net={net} />,
    foot: (
      <div className="pane-foot mic-foot">
        {look && <Nearest look={look} />}
        {phone && <Pad />}
      </div>
    ),
    draw: (drawn) =>
      look && (
        <>
          <Sheets {...{ drawn, look, spoke }} />
          <SheetLabels {...{ drawn, look }} />
        </>
      ),
  };
  return (
    <PaneStage
      {...props}
      {...{ label: t('mic.digit.canvas'), view: 'digit', subject: phone ? high : wide, panes: [pane] }}
      inside={(drawn) => (
        <Pointing
          {...{ drawn, pointables }}
          onPointed={(at) => setPointed(at && { ...at, look })}
          onPress={() => undefined}
        />
      )}
    >
      {pointed && pointed.look === look && <PointReadout at={pointed} title={pointed.title} rows={pointed.rows} />}
      {look && <Legend look={look} spoke={spoke} />}
      {problem && <Notice failed text={t(problem.kind === 'stopped' ? 'mic.stopped' : 'mic.failed')} />}
      {!look && !problem && <Notice text={t('mic.digit.waiting')} />}
    </PaneStage>
  );
}
