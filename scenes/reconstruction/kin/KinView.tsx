import { useCallback, useMemo, useState } from 'react';
import { useFindKin, useMore } from '../runs/kin.ts';
import { showShape, useReconstructionSession, useResults } from '../runs/session.tsx';
import { useRecorded } from '../../../src/runs/session.tsx';
import { categoryName } from '../read/names.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { PickedPoint } from '../../../src/view/clouds/usePointPick.ts';
import { Loading } from '../answer/Loading.tsx';
import { Failed } from '../more/Failed.tsx';
import { CloudStage } from '../stage/CloudStage.tsx';
import type { ViewProps } from '../viewProps.ts';
import { KinInside } from './KinInside.tsx';
import { KinMarks } from './KinMarks.tsx';
import { KinTip } from './KinTip.tsx';
import { OwnMark } from './OwnMark.tsx';
import '../kin.css';

/** From where the gallery's shapes fill the pane most evenly: found by trying all directions. */
const DIRECTION = { azimuth: -65, elevation: 8 } as const;
/** Marks and names have a size of their own; CSS pixels. */
const MARGIN = 16;
/** Until the map is there. */
const CUBE = Float64Array.from({ length: 24 }, (_, i) => ((Math.floor(i / 3) >> (i % 3)) & 1 ? 1 : -1));
/** Nothing moves here. */
const NO_STEPS = { steps: 0 } as const;

/** The gallery and the shown picture in the encoder's feature space: what lies near is alike to the network. */
export default function KinView(props: ViewProps) {
  const t = useText();
  const session = useReconstructionSession();
  useFindKin();
  useRecorded(NO_STEPS);
  const map = useMore((more) => more.kin);
  const failure = useMore((more) => more.kinFailure);
  const kinOf = useMore((more) => more.kinOf);
  const key = useResults((results) => results.shown?.key);
  const mine = kinOf && kinOf.key === key ? kinOf : null;
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
  const pane = useMemo(
    () => ({
      id: 'kin',
      label: t('rec.kin.pane'),
      head: (
        <header className="pane-head">
          <div className="pane-names">
            <h2 data-painted="">{t('rec.kin.pane')}</h2>
            <p className="pane-way" data-painted="">
              {t('rec.kin.way')}
            </p>
          </div>
          {map && (
            <dl className="pane-numbers">
              <div>
                <dt>{t('rec.kin.shapes')}</dt>
                <dd data-value="shapes">{map.shapes.length}</dd>
              </div>
            </dl>
          )}
        </header>
      ),
    }),
    [t, map],
  );
  return (
    <CloudStage
      {...props}
      label={t('rec.kin.canvas')}
      outline={outline}
      direction={DIRECTION}
      margin={MARGIN}
      panes={[
        {
          ...pane,
          draw: (drawn) =>
            map && (
              <>
                <KinMarks {...drawn} map={map} lit={lit} />
                {mine && <OwnMark {...drawn} map={map} own={mine} />}
              </>
            ),
        },
      ]}
      inside={(drawn, boxes) =>
        map && (
          <KinInside
            {...drawn}
            map={map}
            boxes={boxes}
            root={root}
            own={mine?.place ?? null}
            onPick={onPick}
            onHover={setTip}
          />
        )
      }
    >
      <div ref={setRoot} className="kin-labels" aria-hidden="true" />
      {tip && map?.shapes[tip.index] && <KinTip at={tip} shape={map.shapes[tip.index]!} />}
      {failure !== null && <Failed why={t(map ? 'rec.kin.failed.own' : 'rec.kin.failed', { reason: failure })} />}
      {failure === null && map && <Loading />}
      {failure === null && !map && (
        <p className="clouds-notice card" role="status">
          {t('rec.kin.waiting')}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {tip && map?.shapes[tip.index]
          ? t('rec.kin.shape', {
              category: categoryName(t, map.shapes[tip.index]!.category),
              seed: map.shapes[tip.index]!.seed,
            })
          : ''}
      </p>
    </CloudStage>
  );
}
