import { createRoot, type ReconcilerRoot } from '@react-three/fiber';
import { useEffect, useRef, type ReactNode } from 'react';
import { PerspectiveCamera, WebGLRenderer } from 'three';
import { letGo, watchContext } from './contextLoss.ts';
import { FIELD_OF_VIEW } from './framing.ts';

class NoWebglError extends Error {}
class ContextGoneError extends Error {}

/** WebGL2 on this canvas, or NoWebglError saying why not. */
function openRenderer(canvas: HTMLCanvasElement): WebGLRenderer {
  let reason = '';
  const note = (event: Event) => {
    reason = (event as WebGLContextEvent).statusMessage;
  };
  canvas.addEventListener('webglcontextcreationerror', note);
  const attributes = { alpha: true, antialias: true, powerPreference: 'high-performance' } as const;
  const context = canvas.getContext('webgl2', attributes) as WebGL2RenderingContext | null;
  canvas.removeEventListener('webglcontextcreationerror', note);
  if (!context) throw new NoWebglError(reason || 'no WebGL2');
  return new WebGLRenderer({ canvas, context, ...attributes });
}

export interface StageProps {
  readonly maxPixelRatio: number;
  readonly label: string;
  readonly describedBy: string;
  /** The drawing context went (false: nothing is drawn until it is back) or is there again. */
  readonly onContext?: (alive: boolean) => void;
  /** Called when the canvas cannot be had, or its context does not come back. */
  readonly onError: (error: unknown) => void;
  readonly children: ReactNode;
}

/** The one canvas of the app. Rendering is on demand: who changes something calls `invalidate`. */
export function Stage({ maxPixelRatio, label, describedBy, onContext, onError, children }: StageProps) {
  const holder = useRef<HTMLDivElement>(null);
  const rootRef = useRef<ReconcilerRoot<HTMLCanvasElement> | null>(null);
  const content = useRef<ReactNode>(children);
  const ready = useRef(false);
  const fail = useRef(onError);
  const tell = useRef(onContext);
  const ratio = useRef(maxPixelRatio);
  const resize = useRef<(() => void) | null>(null);
  useEffect(() => {
    fail.current = onError;
    tell.current = onContext;
    content.current = children;
    if (ready.current) rootRef.current?.render(children);
  });
  useEffect(() => {
    const element = holder.current as HTMLDivElement;
    // A canvas of its own for each root: a canvas that lost its context for good cannot be had again.
    const canvas = document.createElement('canvas');
    canvas.tabIndex = 0;
    canvas.dataset['part'] = 'canvas';
    element.append(canvas);
    let gone = false;
    const root = createRoot(canvas);
    rootRef.current = root;
    const camera = new PerspectiveCamera(FIELD_OF_VIEW, 1, 0.5, 600);
    const seen = { width: 0, height: 0 };
    const configure = ({ width, height }: typeof seen, frameloop: 'demand' | 'never') =>
      root.configure({
        gl: () => openRenderer(canvas),
        frameloop,
        flat: true,
        legacy: true,
        dpr: [1, ratio.current],
        size: { width, height, top: 0, left: 0 },
        camera,
      });
    const fit = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (gone) return;
      if (width === 0 || height === 0) {
        // Behind a flat figure nobody sees a frame, and none is ever presented: they would pile up, and coming back
        // would wait for them all.
        if (ready.current) void configure(seen, 'never');
        return;
      }
      [seen.width, seen.height] = [width, height];
      configure(seen, 'demand').then(
        () => {
          if (gone) return;
          ready.current = true;
          root.render(content.current);
        },
        (error: unknown) => {
          if (!gone) fail.current(error);
        },
      );
    };
    resize.current = fit;
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    const endWatch = watchContext(canvas, {
      lost: () => {
        if (ready.current) letGo(root.render(content.current).getState().scene);
        // Browsers draw a broken picture in its place.
        canvas.style.visibility = 'hidden';
        element.dataset['lost'] = '';
        tell.current?.(false);
      },
      restored: () => {
        canvas.style.visibility = '';
        delete element.dataset['lost'];
        tell.current?.(true);
        // three has begun anew and uploads all that the next frame draws: geometries, textures, programs.
        if (ready.current) root.render(content.current).getState().invalidate();
      },
      gone: () => {
        fail.current(new ContextGoneError('the WebGL context was lost and did not come back'));
      },
    });
    return () => {
      gone = true;
      ready.current = false;
      rootRef.current = null;
      resize.current = null;
      endWatch();
      observer.disconnect();
      root.unmount();
      canvas.remove();
    };
  }, []);
  useEffect(() => {
    ratio.current = maxPixelRatio;
    if (ready.current) resize.current?.();
  }, [maxPixelRatio]);
  useEffect(() => {
    const canvas = holder.current?.querySelector('canvas');
    // It has keys of its own, which a screen reader shall leave to it.
    canvas?.setAttribute('role', 'application');
    canvas?.setAttribute('aria-label', label);
    canvas?.setAttribute('aria-describedby', describedBy);
  }, [label, describedBy]);
  return <div ref={holder} className="canvas-holder" />;
}
