import { useThree } from '@react-three/fiber';
import { useCallback, useMemo, useState } from 'react';
import type { Box } from '../math/box.ts';
import { useCommonState, useSession } from '../runs/session.tsx';
import type { CameraState } from '../state/common.ts';
import { useReducedMotion, useTheme } from '../ui/preferences.ts';
import { CameraRig } from '../view/CameraRig.tsx';
import type { PaneExtras } from '../view/clouds/drawPanes.ts';
import { framePanes, heightOf, widthOf } from '../view/clouds/panes.ts';
import { Pane, SideBySide, type DrawPanes } from '../view/clouds/SideBySide.tsx';
import type { Movement } from '../view/clouds/share.ts';
import { createCloudUniforms } from '../view/clouds/uniforms.ts';
import { usePanesPicture } from '../view/clouds/usePanesPicture.ts';
import { palettes } from '../view/palette.ts';
import type { Quality } from '../view/quality.ts';
import { TurnSlowly } from '../view/TurnSlowly.tsx';
import { turnRoom } from '../view/turnRoom.ts';
import { tilted } from '../view/tilt.ts';
import { useInspectable } from '../view/useInspectable.ts';
import { useResting } from '../view/useResting.ts';
import { LensMarks } from './parts/LensMarks.tsx';
import { PaneLabels } from './parts/PaneLabels.tsx';
import type { PaneStageProps, Subject } from './stage.ts';

const PHONE_WIDTH = 720;

interface PanesInsideProps extends PaneStageProps {
  readonly subject: Subject;
  readonly quality: Quality;
  readonly boxes: readonly Box[];
  readonly lensBoxes: readonly Box[];
  readonly covers: readonly Box[];
  readonly holder: HTMLElement;
}

const nothing = {};
/** Whose arrival has been celebrated. */
const arrived = new WeakSet<object>();

/** What stands in the canvas of a `PaneStage`. */
export function PanesInside(props: PanesInsideProps) {
  const { subject, panes, shared, inside, labels, inspected = nothing, quality, boxes, covers, holder } = props;
  const { lens = null, lensBoxes, askedQuality } = props;
  const { space, outline, direction, clearance, phoneClearance } = subject;
  const { store, clock, pictures } = useSession();
  const palette = palettes[useTheme()];
  const reducedMotion = useReducedMotion();
  const size = useThree((state) => state.size);
  const { tilt = 0 } = subject;
  const said = useCommonState((state) => state.camera);
  const camera = useMemo(() => (said && tilt !== 0 ? tilted(said, tilt) : said), [said, tilt]);
  const [uniforms] = useState(createCloudUniforms);
  const [painter, setPainter] = useState<{ readonly draw: DrawPanes } | null>(null);
  const onPainter = useCallback((draw: DrawPanes | null) => setPainter(draw && { draw }), []);
  const framing = useMemo(
    () => framePanes(outline, direction, size, boxes, size.width < PHONE_WIDTH ? phoneClearance : clearance, covers),
    [outline, direction, clearance, phoneClearance, size, boxes, covers],
  );
  const away = useMemo(() => {
    const [half, high] = [Math.min(...boxes.map(widthOf)) / 2, Math.min(...boxes.map(heightOf)) / 2];
    return turnRoom(outline, direction, framing, size, { left: -half, right: half, top: -high, bottom: high });
  }, [outline, direction, framing, size, boxes]);
  const onCamera = useCallback(
    (next: CameraState) => store.update({ camera: tilt === 0 ? next : tilted(next, -tilt) }, 'replace'),
    [store, tilt],
  );
  usePanesPicture({ pictures, painter: painter?.draw ?? null, boxes, palette, holder });
  useInspectable(
    useMemo(
      () => ({
        t: () => clock.t,
        steps: () => clock.steps,
        boxes: () => boxes,
        outline: () => outline,
        worldFromTarget: () => [...space.worldFromTarget],
        ...inspected,
      }),
      [clock, boxes, outline, space, inspected],
    ),
  );
  const resting = useResting(clock, subject);
  const movement: Movement = !resting ? 'moves' : askedQuality === 'high' ? 'best' : 'still';
  const extras = useMemo<PaneExtras>(
    () => ({
      // A picture that stands has the time for it.
      shaded: !subject.shaded ? 'no' : quality.dome || resting ? 'dome' : 'plain',
      about: subject.about ?? null,
      lens: lens && { ...lens, boxes: lensBoxes },
    }),
    [subject, quality, resting, lens, lensBoxes],
  );
  const drawn = useMemo(
    () => ({ uniforms, space, palette, quality, boxes, movement, holder }),
    [uniforms, space, palette, quality, boxes, movement, holder],
  );
  const [turning, setTurning] = useState(camera === null && !arrived.has(store));
  const onTurned = useCallback(() => {
    arrived.add(store);
    setTurning(false);
  }, [store]);
  return (
    <>
      {props.turns && turning && !camera && !reducedMotion && (
        <TurnSlowly clock={clock} about={framing.target} away={away} onEnd={onTurned} />
      )}
      <CameraRig framing={framing} direction={direction} camera={camera} instant={reducedMotion} onCamera={onCamera} />
      <SideBySide {...drawn} extras={extras} onPainter={onPainter}>
        {shared?.(drawn)}
        {panes.map(({ id, draw }, place) => (
          <Pane key={id} index={place}>
            {draw(drawn)}
          </Pane>
        ))}
        {inside?.(drawn)}
        {lens && <LensMarks place={lens.place} width={lens.width} boxes={boxes} holder={holder} />}
        {labels && <PaneLabels labels={labels} boxes={boxes} holder={holder} />}
      </SideBySide>
    </>
  );
}
