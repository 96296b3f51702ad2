import { useThree } from '@react-three/fiber';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Box } from '../math/box.ts';
import { SessionProvider, useCommonState, useSession } from '../runs/session.tsx';
import type { CameraState } from '../state/common.ts';
import { useReducedMotion, useTheme } from '../ui/preferences.ts';
import { useText } from '../ui/useText.ts';
import { CameraRig } from '../view/CameraRig.tsx';
import type { Ball, PaneExtras } from '../view/clouds/drawPanes.ts';
import type { Movement } from '../view/clouds/share.ts';
import { framePanes, heightOf, widthOf } from '../view/clouds/panes.ts';
import { Pane, SideBySide, type DrawPanes } from '../view/clouds/SideBySide.tsx';
import type { Lens } from '../view/clouds/shaded/lens.ts';
import type { CloudSpace } from '../view/clouds/space.ts';

import { createCloudUniforms, type CloudUniforms } from '../view/clouds/uniforms.ts';
import { usePaneBoxes } from '../view/clouds/usePaneBoxes.ts';
import { usePanesPicture } from '../view/clouds/usePanesPicture.ts';
import type { Direction } from '../view/framing.ts';
import { Pace } from '../view/Pace.tsx';
import { palettes, type Palette } from '../view/palette.ts';
import type { Quality } from '../view/quality.ts';
import { TurnOnce } from '../view/TurnOnce.tsx';
import { turnRoom } from '../view/turnRoom.ts';
import { tilted } from '../view/tilt.ts';
import { Stage } from '../view/Stage.tsx';
import { useInspectable } from '../view/useInspectable.ts';
import { useResting } from '../view/useResting.ts';
import { useQuality } from '../view/useQuality.ts';
import { LensMarks } from './parts/LensMarks.tsx';
import { PaneLabels, type PaneLabel } from './parts/PaneLabels.tsx';
import type { ViewProps } from './viewProps.ts';
// In this order: what is narrow or low says otherwise.
import './panes/layout.css';
import './panes/pane.css';
import './panes/parts.css';
import './panes/older.css';
import './panes/lens.css';
import './panes/narrow.css';

/** What everything drawn in a pane shares. */
export interface Drawn {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
  readonly quality: Quality;
  readonly boxes: readonly Box[];
  /** Whether something moves: then less may be drawn. */
  readonly movement: Movement;
  /** What the canvas fills: for words over the picture. */
  readonly holder: HTMLElement;
}

export interface StagePane {
  readonly id: string;
  readonly label: string;
  /** Several things lie over one another in it. */
  readonly overlaid?: boolean;
  /** Title and numbers, over the pane; `data-painted` marks what the PNG shows. */
  readonly head: ReactNode;
  readonly foot?: ReactNode;
  /** What it shows where that answers an older question than the one asked now, in words: it is greyed and named so. */
  readonly older?: string | null | undefined;
  /** What is drawn in this pane alone. */
  readonly draw: (drawn: Drawn) => ReactNode;
}

/** What is looked at; the same object as long as nothing of it changes. */
export interface Subject {
  readonly space: CloudSpace;
  /** What the picture is framed to, flat world x, y, z. */
  readonly outline: readonly number[];
  /** From where it is seen at first. */
  readonly direction: Direction;
  /** CSS pixels between the subject and a pane's border; on a phone. Titles and numbers keep their own distance. */
  readonly clearance: number;
  readonly phoneClearance: number;
  /** Degrees by which the picture stands more upright than the frame that links count its camera in (see `tilted`). */
  readonly tilt?: number;
  /** It is made of `ShadedPoints`. */
  readonly shaded?: boolean;
  /** What stands before this ball is not drawn, so that it hides nothing; absent: all is. */
  readonly about?: Ball;
}

/** What a lens shows, and how that is said. */
export interface StageLens extends Omit<Lens, 'boxes'> {
  readonly label: string;
}

export interface PaneStageProps extends ViewProps {
  /** Of the canvas, for screen readers. */
  readonly label: string;
  /** null: there is nothing to draw yet. */
  readonly subject: Subject | null;
  readonly panes: readonly StagePane[];
  /** Drawn in every pane. */
  readonly shared?: (drawn: Drawn) => ReactNode;
  /** Inside the canvas, over all panes: picking, hovering, handles. */
  readonly inside?: (drawn: Drawn) => ReactNode;
  /** A place that an inset of every pane magnifies; the same object from render to render. */
  readonly lens?: StageLens | null;
  /** On arrival, once the clock has played, the camera goes slowly all around. */
  readonly turns?: boolean;
  /** Words at places of the picture, in every pane; the same list from render to render. */
  readonly labels?: readonly PaneLabel[];
  /** Above the panes: which of them are shown. */
  readonly before?: ReactNode;
  /** Below or over the panes: a colour bar, notices. */
  readonly children?: ReactNode;
  /** What tests and the curious may see of this view (`koubai.scene`); the same object from render to render. */
  readonly inspected?: object;
  /** Names the view for styles and tests. */
  readonly view?: string | undefined;
}

const PHONE_WIDTH = 720;

/** Panes side by side under one camera and one clock: cards over the one canvas that draws what is in them. */
export function PaneStage(props: PaneStageProps) {
  const { renderer, askedQuality, onContext, onError, label, subject, panes, before, children, view } = props;
  const { lens = null } = props;
  const session = useSession();
  const t = useText();
  const [holder, setHolder] = useState<HTMLElement | null>(null);
  const { slot, boxes, covers } = usePaneBoxes(holder);
  const lenses = usePaneBoxes(holder);
  const { quality, pacer } = useQuality(renderer, askedQuality);
  return (
    <div className="clouds" data-view={view} ref={setHolder}>
      {renderer === null ? (
        <p className="clouds-notice card" role="status">
          {t('panes.webgl')}
        </p>
      ) : (
        <Stage
          maxPixelRatio={quality.maxPixelRatio}
          label={label}
          describedBy="summary"
          onContext={onContext}
          onError={onError}
        >
          {holder && subject && boxes.length === panes.length && (
            <SessionProvider session={session}>
              {pacer && <Pace pacer={pacer} clock={session.clock} />}
              <Inside
                {...props}
                subject={subject}
                quality={quality}
                boxes={boxes}
                covers={covers}
                lensBoxes={lenses.boxes}
                holder={holder}
              />
            </SessionProvider>
          )}
        </Stage>
      )}
      <div className="panes-room">
        {before}
        <div className="panes" data-count={panes.length}>
          {panes.map(({ id, label: name, head, foot, overlaid, older }, place) => (
            <section
              key={id}
              ref={slot(place)}
              className={overlaid ? 'pane overlaid' : 'pane'}
              data-pane={id}
              data-older={older ? '' : undefined}
              aria-label={name}
            >
              {older && <p className="pane-older">{older}</p>}
              {head}
              {lens && (
                <div className="pane-lens" ref={lenses.slot(place)}>
                  <span data-painted="">{lens.label}</span>
                </div>
              )}
              {foot}
            </section>
          ))}
        </div>
        {children}
      </div>
    </div>
  );
}

interface InsideProps extends PaneStageProps {
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

/** What stands in the canvas. */
function Inside(props: InsideProps) {
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
  const [turning, setTurning] = useState(!reducedMotion && camera === null && !arrived.has(store));
  const onTurned = useCallback(() => {
    arrived.add(store);
    setTurning(false);
  }, [store]);
  return (
    <>
      {props.turns && turning && !camera && (
        <TurnOnce clock={clock} about={framing.target} away={away} onEnd={onTurned} />
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
