import { useCallback, useMemo, useState } from 'react';
import { PaneStage } from '../../../src/scene/PaneStage.tsx';
import { Notice } from '../../../src/scene/parts/Notice.tsx';
import { PaneHead } from '../../../src/scene/parts/PaneHead.tsx';
import type { ViewProps } from '../../../src/scene/viewProps.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { PickedPoint } from '../../../src/view/clouds/usePointPick.ts';
import { AnswerNotice } from '../answer/answering.tsx';
import { useInspected } from '../inspected.ts';
import { model } from '../model.ts';
import { showShape } from '../picture/choose.ts';
import { categoryName } from '../read/names.ts';
import { useSubject } from '../subject.ts';
import { KinInside } from './KinInside.tsx';
import { KinMarks } from './KinMarks.tsx';
import { useKin } from './kinNow.ts';
import { KinTip } from './KinTip.tsx';
import { OwnMark } from './OwnMark.tsx';
import { useAtlas } from './useAtlas.ts';
import './kin.css';

/** From where the gallery's shapes fill the pane most evenly: found by trying all directions. */
const DIRECTION = { azimuth: -65, elevation: 8 } as const;
/** Marks and names have a size of their own; CSS pixels. */
const MARGIN = 24;
/** Until the map is there. */
const CUBE = Float64Array.from({ length: 24 }, (_, i) => ((Math.floor(i / 3) >> (i % 3)) & 1 ? 1 : -1));

/** The gallery and the shown picture in the encoder's feature space: what lies near is alike to the network. */
export default function KinView(props: ViewProps) {
  const t = useText();
  const session = model.useSession();
  const { map, place: mine } = useKin();
  const small = useAtlas(map);
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const [tip, setTip] = useState<PickedPoint | null>(null);
  const onPick = useCallback(
    ({ index }: PickedPoint) => {
      const shape = map?.shapes[index];
      if (shape) showShape(session, shape.category, shape.seed);
    },
    [session, map],
  );
  const place = mine?.place;
  const outline = useMemo(() => (map ? Float64Array.of(...map.places, ...(place ?? [])) : CUBE), [map, place]);
  const lit = tip?.index ?? -1;
  const pointed = map?.shapes[lit];
  const shapes = map && {
    ...{ id: 'shapes', label: t('rec.kin.shapes'), value: String(map.shapes.length) },
  };
  return (
    <PaneStage
      {...props}
      label={t('rec.kin.canvas')}
      subject={useSubject({ outline, direction: DIRECTION, margin: MARGIN })}
      panes={[
        {
          id: 'kin',
          label: t('rec.kin.pane'),
          head: <PaneHead title={t('rec.kin.pane')} way={t('rec.kin.way')} numbers={shapes ? [shapes] : []} />,
          draw: (drawn) =>
            map && (
              <>
                <KinMarks {...drawn} map={map} small={small} lit={lit} />
                {mine && <OwnMark {...drawn} map={map} own={mine} />}
              </>
            ),
        },
      ]}
      inside={(drawn) =>
        map && <KinInside {...drawn} map={map} root={root} own={mine?.place ?? null} onPick={onPick} onHover={setTip} />
      }
      inspected={useInspected()}
      view="kin"
    >
      <div ref={setRoot} className="kin-labels" aria-hidden="true" />
      {tip && pointed && <KinTip at={tip} shape={pointed} />}
      <KinNotice />
      <p className="visually-hidden" role="status">
        {pointed ? t('rec.kin.shape', { category: categoryName(t, pointed.category), seed: pointed.seed }) : ''}
      </p>
    </PaneStage>
  );
}

/** What the map, or the picture's place on it, waits for, or why it cannot be had. */
function KinNotice() {
  const t = useText();
  const { value: map, problem } = model.useResult('kinMap');
  const place = model.useResult('kinPlace').problem;
  const byChamfer = model.useResult('kinByChamfer').problem;
  const own = place ?? byChamfer;
  if (problem) return <Notice failed text={t('rec.kin.failed', { reason: problem.message })} />;
  if (own) return <Notice failed text={t('rec.kin.failed.own', { reason: own.message })} />;
  return map ? <AnswerNotice /> : <Notice text={t('rec.kin.waiting')} />;
}
