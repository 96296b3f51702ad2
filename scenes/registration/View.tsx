import { useMemo, useState } from 'react';
import type { Points } from '../../src/clouds/types.ts';
import type { WorstPlace } from '../../src/registration/worstPlace.ts';
import { PaneStage } from '../../src/scene/PaneStage.tsx';
import type { Drawn, StagePane } from '../../src/scene/stage.ts';
import { ColourBar } from '../../src/scene/parts/ColourBar.tsx';
import { Notice } from '../../src/scene/parts/Notice.tsx';
import { PaneTabs } from '../../src/scene/parts/PaneTabs.tsx';
import type { ViewProps } from '../../src/scene/viewProps.ts';
import { useTheme } from '../../src/ui/preferences.ts';
import { useText, type Words } from '../../src/ui/useText.ts';
import { CloudPoints } from '../../src/view/clouds/CloudPoints.tsx';
import { ModelSurface } from '../../src/view/clouds/ModelSurface.tsx';
import { cloudShare } from '../../src/view/clouds/share.ts';
import { thinned } from '../../src/view/clouds/thinned.ts';
import { usePanes, useRegistrationSession, useRegistrationState, useSubject } from './model.ts';
import { PlaceGizmo } from './own/PlaceGizmo.tsx';
import { PaneClouds } from './panes/PaneClouds.tsx';
import { PaneFoot } from './panes/PaneFoot.tsx';
import { PaneHead } from './panes/PaneHead.tsx';
import { MethodLabels } from './panes/MethodLabels.tsx';
import { PointAt, type Pointed } from './panes/PointAt.tsx';
import { PointRead } from './panes/PointRead.tsx';
import { residualLimit } from './panes/residualLimit.ts';
import { useFramed } from './panes/useFramed.ts';
import { usePlaces } from './panes/usePlaces.ts';
import { WaitingClouds } from './panes/WaitingClouds.tsx';
import { lengthUnit, shownLength } from './read/lengths.ts';
import { coloursOf, methodName, titleOf } from './read/methods.ts';
import type { Pair } from './runs/pair.ts';
import type { PaneRun, PaneView } from './runs/paneRuns.ts';
import { panesNow } from './runs/session.ts';
import { LensCloud } from './scans/LensCloud.tsx';
import { ScanCloud } from './scans/ScanCloud.tsx';
import { scansSeen } from './scans/seen.ts';
import { useLens } from './scans/useLens.ts';

/** Points that are drawn of two clouds. */
const pointsOf = ({ source, target }: Both): number => (source.points.length + target.points.length) / 3;

interface Both {
  readonly source: { readonly points: Points };
  readonly target: { readonly points: Points };
}

/** The panes: a card for each method over the one canvas that draws their clouds. */
export function View(props: ViewProps) {
  const session = useRegistrationSession();
  const t = useText();
  const views = usePanes();
  const pair = useSubject((subject) => subject.pair);
  const data = useRegistrationState((state) => state.data);
  const settings = useRegistrationState((state) => state.panes);
  const residuals = useRegistrationState((state) => state.residuals);
  const { places, picking } = usePlaces();
  const colours = coloursOf(useTheme(), settings);
  const subject = useFramed(pair, views, data === 'own');
  const inspected = useMemo(
    () => ({
      runs: () =>
        panesNow(session).map(({ settings: { method }, run }) => ({
          method,
          steps: run?.record.steps ?? null,
          errors: [...(run?.answer.errors ?? [])],
          // As it is shown: at one distance for all.
          fitness: [...(run?.answer.laid?.fitness ?? [])],
          poses: [...(run?.record.poses ?? [])],
        })),
    }),
    [session],
  );
  const run = views.find((view) => view.run)?.run;
  const [point, setPoint] = useState<Pointed | null>(null);
  const pointed = point && views[point.run]?.run;
  const overlay = (places[0]?.length ?? 0) > 1;
  const scans = pair && scansSeen(pair);
  const { worst, stage: lens } = useLens(pair, views);
  const drawnOf = (own: PaneRun | null, of: Pair): Both => scans?.drawn ?? own?.answer.working ?? of;
  const total = pair ? views.reduce((sum, { run: own }) => sum + pointsOf(drawnOf(own, pair)), 0) : 0;
  const shared =
    scans !== null ||
    views.every(({ run: own }) => own?.prepared.target.cloud.points.length === pair?.target.points.length || !own);
  const shareOf = ({ quality, movement }: Drawn) =>
    cloudShare(total, quality, props.renderer ?? '', scans ? movement : 'moves');

  const panes = places.map((indices): StagePane => {
    const [first = 0] = indices;
    const view = overlay ? undefined : views[first];
    return {
      id: overlay ? 'all' : String(first),
      label: overlay ? t('reg.overlay') : titleOf(t, settings[first]!, pair),
      overlaid: overlay,
      older: indices.map((k) => views[k] && olderOf(t, views[k], pair)).find((text) => text) ?? null,
      head: indices.map(
        (k) =>
          views[k] && (
            <PaneHead key={k} pane={views[k]} pair={pair} colour={colours[k] ?? ''} together={overlay} shape={k} />
          ),
      ),
      foot: view && <PaneFoot pane={view} />,
      draw: (drawn) =>
        indices.map((k) => {
          const own = views[k]?.run;
          const common = { ...commonOf(drawn), colour: colours[k] ?? drawn.palette.ink, share: shareOf(drawn) };
          if (own)
            return (
              <PaneClouds
                key={k}
                {...common}
                run={own}
                sharedTarget={shared}
                threads={!overlay}
                shape={overlay ? k : 0}
                worst={worst}
              />
            );
          return pair && <WaitingClouds key={k} {...common} pair={pair} />;
        }),
    };
  });
  return (
    <PaneStage
      {...props}
      label={t('reg.canvas', { data: t(`reg.data.${data}`) })}
      subject={subject}
      panes={panes}
      shared={(drawn) =>
        pair && <Target {...commonOf(drawn)} pair={pair} share={shared ? shareOf(drawn) : null} worst={worst} />
      }
      lens={lens}
      inside={(drawn) => (
        <>
          <PlaceGizmo {...commonOf(drawn)} boxes={drawn.boxes} />
          {overlay && <MethodLabels {...drawn} views={views} colours={colours} />}
          <PointAt {...drawn} places={places} runs={views.map(({ run: own }) => own)} onPoint={setPoint} />
        </>
      )}
      before={
        picking && (
          <PaneTabs
            label={t('reg.panes.pick')}
            tabs={settings.map(({ method }, id) => ({ id, name: methodName(t, method), colour: colours[id] }))}
            shown={picking.shown}
            onPick={picking.pick}
          />
        )
      }
      inspected={inspected}
    >
      {residuals && run && (
        <ColourBar
          title={t('reg.residual')}
          limit={shownLength(run.pair, residualLimit(run))}
          unit={lengthUnit(run.pair)}
        />
      )}
      {point && pointed && <PointRead at={point} run={pointed} colour={colours[point.run]} />}
      <Reading />
    </PaneStage>
  );
}

/** What an older run is of, beside what is asked now; null: it is the newest. */
function olderOf(t: Words, { run, older }: PaneView, pair: Pair | null): string | null {
  if (!run || !older) return null;
  return t(run.pair.id === pair?.id ? 'reg.older.run' : 'reg.older.scene');
}

const commonOf = ({ uniforms, space, palette }: Drawn) => ({ uniforms, space, palette });

interface TargetProps extends ReturnType<typeof commonOf> {
  readonly pair: Pair;
  /** Part of its points that is drawn; null: each pane draws its own. */
  readonly share: number | null;
  readonly worst: WorstPlace | null;
}

/** What stays, the same in every pane. */
function Target({ pair, share, worst, ...common }: TargetProps) {
  const { mesh, target } = pair;
  const seen = scansSeen(pair);
  const dots = useMemo(() => thinned(target.points), [target]);
  if (seen) {
    return (
      <>
        <ScanCloud {...common} seen={seen} side="target" pose={null} share={share ?? 1} />
        {worst && <LensCloud {...common} seen={seen} worst={worst} pose={null} />}
      </>
    );
  }
  const normals = dots === target.points ? (target.normals ?? null) : null;
  return (
    <>
      {mesh && <ModelSurface {...common} mesh={mesh} />}
      {share !== null && (
        <CloudPoints {...common} role="target" points={dots} normals={normals} pose={null} share={share} />
      )}
    </>
  );
}

/** How far the data has been read, or why it could not be had. */
function Reading() {
  const t = useText();
  const data = t(`reg.data.${useRegistrationState((state) => state.data)}`);
  const { loading, failure } = useSubject((subject) => subject);
  if (failure !== null) return <Notice failed text={t('reg.load.failed', { data, reason: failure })} />;
  return loading !== null && <Notice text={t('reg.load', { data })} part={loading} />;
}
