import { useThree } from '@react-three/fiber';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { bounds } from '../../../src/clouds/spacing.ts';
import type { Points } from '../../../src/clouds/types.ts';
import type { Box } from '../../../src/math/box.ts';
import { useReconstructionSession, useReconstructionState } from '../runs/session.tsx';
import { SessionProvider } from '../../../src/runs/session.tsx';
import type { CameraState } from '../../../src/state/common.ts';
import { useReducedMotion, useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { CameraRig } from '../../../src/view/CameraRig.tsx';
import { framePanes } from '../../../src/view/clouds/panes.ts';
import { Pane, SideBySide, type DrawPanes } from '../../../src/view/clouds/SideBySide.tsx';
import { cloudOutline, createSpace, type CloudSpace } from '../../../src/view/clouds/space.ts';
import { createCloudUniforms, type CloudUniforms } from '../../../src/view/clouds/uniforms.ts';
import { usePaneBoxes } from '../../../src/view/clouds/usePaneBoxes.ts';
import { usePanesPicture } from '../../../src/view/clouds/usePanesPicture.ts';
import type { Direction } from '../../../src/view/framing.ts';
import { Pace } from '../../../src/view/Pace.tsx';
import { createPacer } from '../../../src/view/pace.ts';
import { palettes, type Palette } from '../../../src/view/palette.ts';
import { heldLevel, qualityAt, qualityFor } from '../../../src/view/quality.ts';
import { Stage } from '../../../src/view/Stage.tsx';
import { useInspection } from '../useInspection.ts';
import type { ViewProps } from '../viewProps.ts';

/** What everything drawn in a pane shares. */
export interface Drawn {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
}

export interface StagePane {
  readonly id: string;
  readonly label: string;
  /** Title and numbers, over the pane; `data-painted` marks what the PNG shows. */
  readonly head: ReactNode;
  readonly foot?: ReactNode;
  /** Its clouds, drawn in this pane alone. */
  readonly draw: (drawn: Drawn) => ReactNode;
}

export interface CloudStageProps extends ViewProps {
  /** Of the canvas, for screen readers. */
  readonly label: string;
  /** The room of the clouds, in their frame, and what the picture is framed to; the same array as long as nothing of it changes. */
  readonly outline: Points;
  /** What the picture is framed to where that is not the whole room. */
  readonly framed?: Points;
  /** From where it is seen at first. The same object as long as it does not change. */
  readonly direction: Direction;
  /** More room than titles need between the subject and a pane's border, CSS pixels. */
  readonly margin?: number;
  readonly panes: readonly StagePane[];
  /** Drawn in every pane. */
  readonly shared?: (drawn: Drawn) => ReactNode;
  /** Inside the canvas, with the panes' boxes: picking, hovering. */
  readonly inside?: (drawn: Drawn, boxes: readonly Box[]) => ReactNode;
  /** Above the panes: which of them are shown. */
  readonly before?: ReactNode;
  /** Below or over the panes: a colour bar, notices. */
  readonly children?: ReactNode;
}

/** CSS pixels between the subject and a pane's border: titles stand there. */
const CLEARANCE = 22;
const PHONE_CLEARANCE = 14;
const PHONE_WIDTH = 720;
/** Points that are framed: all of two clouds, or a stray one might be cut off. */
const MOST_FRAMED = 2200;

/** Panes side by side under one camera and one clock: cards over the one canvas that draws their clouds. */
export function CloudStage(props: CloudStageProps) {
  const { renderer, askedQuality, onContext, onError, label, panes, before, children } = props;
  const session = useReconstructionSession();
  const words = useText();
  const view = useReconstructionState((state) => state.view);
  const [holder, setHolder] = useState<HTMLElement | null>(null);
  const { slot, boxes } = usePaneBoxes(holder);
  const [best] = useState(() => qualityFor(renderer ?? '', window.innerWidth));
  const held = heldLevel(askedQuality);
  const [level, setLevel] = useState(held ?? 0);
  const quality = useMemo(() => qualityAt(best, level), [best, level]);
  const pacer = useMemo(() => (held === null ? createPacer(setLevel) : null), [held]);
  return (
    <div className="clouds rec-clouds" data-view={view} ref={setHolder}>
      {renderer !== null && (
        <Stage
          maxPixelRatio={quality.maxPixelRatio}
          label={label}
          describedBy="summary"
          onContext={onContext}
          onError={onError}
        >
          {holder && boxes.length === panes.length && (
            <SessionProvider session={session}>
              {pacer && <Pace pacer={pacer} clock={session.clock} />}
              <Inside {...props} boxes={boxes} holder={holder} />
            </SessionProvider>
          )}
        </Stage>
      )}
      {renderer === null && (
        <p className="clouds-notice card" role="status">
          {words('rec.webgl')}
        </p>
      )}
      <div className="panes-room">
        {before}
        <div className="panes" data-count={panes.length}>
          {panes.map(({ id, label: name, head, foot }, place) => (
            <section key={id} ref={slot(place)} className="pane" data-pane={id} aria-label={name}>
              {head}
              {foot}
            </section>
          ))}
        </div>
        {children}
      </div>
    </div>
  );
}

interface InsideProps extends CloudStageProps {
  readonly boxes: readonly Box[];
  readonly holder: HTMLElement;
}

/** What stands in the canvas. */
function Inside(props: InsideProps) {
  const { outline, framed = outline, direction, margin = 0, panes, shared, inside, boxes, holder } = props;
  const { store, pictures } = useReconstructionSession();
  const theme = useTheme();
  const reducedMotion = useReducedMotion();
  const size = useThree((state) => state.size);
  const camera = useReconstructionState((state) => state.camera);
  const [uniforms] = useState(createCloudUniforms);
  const [painter, setPainter] = useState<{ readonly draw: DrawPanes } | null>(null);
  const onPainter = useCallback((draw: DrawPanes | null) => setPainter(draw && { draw }), []);
  const palette = palettes[theme];
  const space = useMemo(() => createSpace(bounds(outline), 'y'), [outline]);
  const framing = useMemo(
    () =>
      framePanes(
        cloudOutline(framed, space.worldFromTarget, 0, MOST_FRAMED),
        direction,
        size,
        boxes,
        margin + (size.width < PHONE_WIDTH ? PHONE_CLEARANCE : CLEARANCE),
      ),
    [framed, space, direction, margin, size, boxes],
  );
  const onCamera = useCallback((next: CameraState) => store.update({ camera: next }, 'replace'), [store]);
  usePanesPicture({ pictures, painter: painter?.draw ?? null, boxes, palette, holder });
  useInspection(boxes);
  const drawn = useMemo(() => ({ uniforms, space, palette }), [uniforms, space, palette]);
  return (
    <>
      <CameraRig framing={framing} direction={direction} camera={camera} instant={reducedMotion} onCamera={onCamera} />
      <SideBySide {...drawn} boxes={boxes} onPainter={onPainter}>
        {shared?.(drawn)}
        {panes.map(({ id, draw }, place) => (
          <Pane key={id} index={place}>
            {draw(drawn)}
          </Pane>
        ))}
        {inside?.(drawn, boxes)}
      </SideBySide>
    </>
  );
}
