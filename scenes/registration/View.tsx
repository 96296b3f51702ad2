import { useMemo } from 'react';
import { bounds } from '../../src/clouds/spacing.ts';
import { multiply } from '../../src/math/matrix4.ts';
import { PaneStage, type Drawn, type StagePane } from '../../src/scene/PaneStage.tsx';
import { ColourBar } from '../../src/scene/parts/ColourBar.tsx';
import { Notice } from '../../src/scene/parts/Notice.tsx';
import { PaneTabs } from '../../src/scene/parts/PaneTabs.tsx';
import type { ViewProps } from '../../src/scene/viewProps.ts';
import { useTheme } from '../../src/ui/preferences.ts';
import { useText } from '../../src/ui/useText.ts';
import { CloudPoints } from '../../src/view/clouds/CloudPoints.tsx';
import { ModelSurface } from '../../src/view/clouds/ModelSurface.tsx';
import { cloudShare } from '../../src/view/clouds/share.ts';
import { cloudOutline, createSpace } from '../../src/view/clouds/space.ts';
import { thinned } from '../../src/view/clouds/thinned.ts';
import { usePanes, useRegistrationSession, useRegistrationState, useSubject } from './model.ts';
import { PlaceGizmo } from './own/PlaceGizmo.tsx';
import { PaneClouds } from './panes/PaneClouds.tsx';
import { PaneFoot } from './panes/PaneFoot.tsx';
import { PaneHead } from './panes/PaneHead.tsx';
import { residualLimit } from './panes/residualLimit.ts';
import { usePlaces } from './panes/usePlaces.ts';
import { WaitingClouds } from './panes/WaitingClouds.tsx';
import { lengthUnit, shownLength } from './read/lengths.ts';
import { coloursOf, methodName, titleOf } from './read/methods.ts';
import type { Pair } from './runs/pair.ts';
import { panesNow } from './runs/session.ts';

/** Spot looks along −z: from here one sees its face. */
const MODEL_DIRECTION = { azimuth: -148, elevation: 12 } as const;
/** A scan reads like a map, from well above. */
const SCAN_DIRECTION = { azimuth: 28, elevation: 40 } as const;
/** Part of a scan's points, at either end of each axis, that it is not made small for. */
const TRIM = 0.03;
/** In radii of the target: a source farther away is left out of the picture. */
const FARTHEST = 3;

function subjectOf({ source, target, asIs, mesh, up }: Pair) {
  const space = createSpace(bounds(target.points), up);
  const still = cloudOutline(target.points, space.worldFromTarget, mesh ? 0 : TRIM);
  // Scans of nobody knows where: what is to move is to be seen as well, unless it is so far off that neither would be.
  const moving = mesh ? [] : cloudOutline(source.points, multiply(space.worldFromTarget, asIs), TRIM);
  const seen = moving.every((value) => Math.abs(value) < FARTHEST * space.radius);
  return {
    space,
    outline: seen ? [...still, ...moving] : still,
    direction: mesh ? MODEL_DIRECTION : SCAN_DIRECTION,
    clearance: 14,
    phoneClearance: 6,
  };
}

/** Points that are drawn of two clouds. */
const pointsOf = ({ source, target }: Pick<Pair, 'source' | 'target'>): number =>
  (source.points.length + target.points.length) / 3;

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
  const subject = useMemo(() => pair && subjectOf(pair), [pair]);
  const inspected = useMemo(
    () => ({
      runs: () =>
        panesNow(session).map(({ settings: { method }, run }) => ({
          method,
          steps: run?.record.steps ?? null,
          errors: [...(run?.answer.errors ?? [])],
          fitness: [...(run?.record.fitness ?? [])],
          poses: [...(run?.record.poses ?? [])],
        })),
    }),
    [session],
  );
  const run = views.find((view) => view.run)?.run;
  const overlay = (places[0]?.length ?? 0) > 1;
  const total = pair ? views.reduce((sum, { run: own }) => sum + pointsOf(own?.answer.working ?? pair), 0) : 0;
  const shared = views.every(
    ({ run: own }) => own?.prepared.target.cloud.points.length === pair?.target.points.length || !own,
  );
  const shareOf = ({ quality }: Drawn) => cloudShare(total, quality, props.renderer ?? '');

  const panes = places.map((indices): StagePane => {
    const [first = 0] = indices;
    const view = overlay ? undefined : views[first];
    return {
      id: overlay ? 'all' : String(first),
      label: overlay ? t('reg.overlay') : titleOf(t, settings[first]!, pair),
      overlaid: overlay,
      head: indices.map(
        (k) =>
          views[k] && <PaneHead key={k} pane={views[k]} pair={pair} colour={colours[k] ?? ''} together={overlay} />,
      ),
      foot: view && <PaneFoot pane={view} />,
      draw: (drawn) =>
        indices.map((k) => {
          const own = views[k]?.run;
          const common = { ...commonOf(drawn), colour: colours[k] ?? drawn.palette.ink, share: shareOf(drawn) };
          if (own) return <PaneClouds key={k} {...common} run={own} sharedTarget={shared} threads={!overlay} />;
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
      shared={(drawn) => pair && <Target {...commonOf(drawn)} pair={pair} share={shared ? shareOf(drawn) : null} />}
      inside={({ boxes, ...drawn }) => <PlaceGizmo {...commonOf({ boxes, ...drawn })} boxes={boxes} />}
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
      <Reading />
    </PaneStage>
  );
}

const commonOf = ({ uniforms, space, palette }: Drawn) => ({ uniforms, space, palette });

interface TargetProps extends ReturnType<typeof commonOf> {
  readonly pair: Pair;
  /** Part of its points that is drawn; null: each pane draws its own. */
  readonly share: number | null;
}

/** What stays, the same in every pane. */
function Target({ pair: { mesh, target }, share, ...common }: TargetProps) {
  const dots = useMemo(() => thinned(target.points), [target]);
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
