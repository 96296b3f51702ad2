import { useThree } from '@react-three/fiber';
import { useCallback, useMemo, useState } from 'react';
import type { Box } from '../../../src/math/box.ts';
import { multiply } from '../../../src/math/matrix4.ts';
import { bounds } from '../../../src/clouds/spacing.ts';
import { useRegistrationSession, useRegistrationState, useRuns } from '../runs/session.tsx';
import type { CameraState } from '../../../src/state/common.ts';
import { CameraRig } from '../../../src/view/CameraRig.tsx';
import { CloudPoints } from '../../../src/view/clouds/CloudPoints.tsx';
import { ModelSurface } from '../../../src/view/clouds/ModelSurface.tsx';
import { framePanes } from '../../../src/view/clouds/panes.ts';
import { cloudShare } from '../../../src/view/clouds/share.ts';
import { Pane, SideBySide, type DrawPanes } from '../../../src/view/clouds/SideBySide.tsx';
import { cloudOutline, createSpace } from '../../../src/view/clouds/space.ts';
import { thinned } from '../../../src/view/clouds/thinned.ts';
import { createCloudUniforms } from '../../../src/view/clouds/uniforms.ts';
import { usePanesPicture } from '../../../src/view/clouds/usePanesPicture.ts';
import type { Palette } from '../../../src/view/palette.ts';
import type { Quality } from '../../../src/view/quality.ts';
import type { Pair } from '../runs/pair.ts';
import { PlaceGizmo } from '../own/PlaceGizmo.tsx';
import { PaneClouds } from './PaneClouds.tsx';
import { WaitingClouds } from './WaitingClouds.tsx';
import { useInspection } from './useInspection.ts';

interface Props {
  readonly pair: Pair;
  readonly boxes: readonly Box[];
  /** Which panes stand in the boxes, in their order; in one box all of them lie over one another. */
  readonly places: readonly (readonly number[])[];
  readonly colours: readonly string[];
  readonly palette: Palette;
  readonly quality: Quality;
  readonly renderer: string;
  readonly reducedMotion: boolean;
  readonly holder: HTMLElement;
}

/** CSS pixels between the subject and a pane's border: titles stand there. */
const CLEARANCE = 34;
const PHONE_CLEARANCE = 12;
/** Spot looks along −z: from here one sees its face. */
const MODEL_DIRECTION = { azimuth: -148, elevation: 12 } as const;
/** A scan reads like a map, from well above. */
const SCAN_DIRECTION = { azimuth: 28, elevation: 40 } as const;
const PHONE_WIDTH = 720;
/** Part of a scan's points, at either end of each axis, that it is not made small for. */
const TRIM = 0.03;
/** In radii of the target: a source farther away is left out of the picture. */
const FARTHEST = 3;

/** Points that are drawn of two clouds. */
const pointsOf = ({ source, target }: Pick<Pair, 'source' | 'target'>): number =>
  (source.points.length + target.points.length) / 3;

/** What stands in the canvas: every pane's clouds under one camera. */
export function PanesView(props: Props) {
  const { pair, boxes, places, colours, palette, quality, renderer, reducedMotion, holder } = props;
  const session = useRegistrationSession();
  const { store } = session;
  const size = useThree((state) => state.size);
  const panes = useRuns((runs) => runs.panes);
  const camera = useRegistrationState((state) => state.camera);
  const overlay = places.length === 1 && (places[0]?.length ?? 0) > 1;
  const [uniforms] = useState(createCloudUniforms);
  const [painter, setPainter] = useState<{ readonly draw: DrawPanes } | null>(null);
  const onPainter = useCallback((draw: DrawPanes | null) => setPainter(draw && { draw }), []);
  const { source, target, asIs, up, mesh } = pair;
  const dots = useMemo(() => thinned(target.points), [target]);
  const space = useMemo(() => createSpace(bounds(target.points), up), [target, up]);
  const direction = mesh ? MODEL_DIRECTION : SCAN_DIRECTION;
  const framing = useMemo(() => {
    const still = cloudOutline(target.points, space.worldFromTarget, mesh ? 0 : TRIM);
    // Scans of nobody knows where: what is to move is to be seen as well, unless it is so far off that neither would be.
    const moving = mesh ? [] : cloudOutline(source.points, multiply(space.worldFromTarget, asIs), TRIM);
    const seen = moving.every((value) => Math.abs(value) < FARTHEST * space.radius);
    return framePanes(
      seen ? [...still, ...moving] : still,
      direction,
      size,
      boxes,
      size.width < PHONE_WIDTH ? PHONE_CLEARANCE : CLEARANCE,
    );
  }, [target, source, asIs, mesh, space, direction, size, boxes]);
  const onCamera = useCallback((next: CameraState) => store.update({ camera: next }, 'replace'), [store]);
  usePanesPicture({ pictures: session.pictures, painter: painter?.draw ?? null, boxes, palette, holder });
  useInspection(session, boxes);
  const shared = panes.every(({ run }) => !run || run.working.target.points.length === target.points.length);
  const total = panes.reduce((sum, { run }) => sum + pointsOf(run?.working ?? pair), 0);
  const share = cloudShare(total, quality, renderer);
  const common = { uniforms, space, palette } as const;
  return (
    <>
      <CameraRig framing={framing} direction={direction} camera={camera} instant={reducedMotion} onCamera={onCamera} />
      <SideBySide {...common} boxes={boxes} onPainter={onPainter}>
        {mesh && <ModelSurface {...common} mesh={mesh} />}
        {shared && (
          <CloudPoints
            {...common}
            role="target"
            points={dots}
            normals={dots === target.points ? (target.normals ?? null) : null}
            pose={null}
            share={share}
          />
        )}
        {places.map((indices, place) => (
          <Pane key={place} index={place}>
            {indices.map((k) => {
              const run = panes[k]?.run;
              const colour = colours[k] ?? palette.ink;
              return run ? (
                <PaneClouds
                  key={k}
                  {...common}
                  run={run}
                  colour={colour}
                  share={share}
                  sharedTarget={shared}
                  threads={!overlay}
                />
              ) : (
                <WaitingClouds key={k} {...common} pair={pair} colour={colour} share={share} />
              );
            })}
          </Pane>
        ))}
        <PlaceGizmo {...common} boxes={boxes} />
      </SideBySide>
    </>
  );
}
