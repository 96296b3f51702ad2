import { useFrame, useThree } from '@react-three/fiber';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Group, type PerspectiveCamera } from 'three';
import type { Box } from '../../math/box.ts';
import type { Palette } from '../palette.ts';
import { createPanePainter, type PaneExtras } from './drawPanes.ts';
import type { CloudSpace } from './space.ts';
import { useDispose } from '../useDispose.ts';
import { setCloudPalette, type CloudUniforms } from './uniforms.ts';

/** The groups that belong to one pane each. */
type PaneGroups = Map<Group, number>;

const PaneContext = createContext<PaneGroups | null>(null);

/** Draws all panes now, as they are: for a picture. */
export type DrawPanes = () => void;

export interface SideBySideProps {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
  /** One a pane, in CSS pixels from the canvas's top left. */
  readonly boxes: readonly Box[];
  /** How much larger than usual dots and lines are. */
  readonly scale?: number;
  /** Clouds that are shaded, and a lens; the same object from render to render. */
  readonly extras?: PaneExtras | undefined;
  /** Told how to draw the panes outside of a frame; null: no longer. */
  readonly onPainter?: (draw: DrawPanes | null) => void;
  readonly children: ReactNode;
}

/**
 * Methods side by side under one camera. What stands in no `Pane` is drawn in all of them, from the same buffers. Draws in place of
 * fiber's own rendering, still on demand.
 */
export function SideBySide(props: SideBySideProps) {
  const { uniforms, space, palette, boxes, scale = 1, extras, onPainter, children } = props;
  const get = useThree((state) => state.get);
  const invalidate = useThree((state) => state.invalidate);
  const [groups] = useState<PaneGroups>(() => new Map());
  const painter = useMemo(() => createPanePainter(uniforms), [uniforms]);
  const show = useCallback(
    (index: number) => {
      groups.forEach((pane, group) => {
        group.visible = pane === index;
      });
    },
    [groups],
  );
  const draw = useCallback(() => {
    const { gl, scene, camera, size } = get();
    // What would be made for a lost context would be taken for its successor's own.
    if (gl.getContext().isContextLost()) return;
    painter.draw(gl, scene, camera as PerspectiveCamera, size, boxes, show);
  }, [get, painter, boxes, show]);
  useEffect(() => {
    setCloudPalette(uniforms, palette);
    painter.set(space.radius, scale, extras);
    invalidate();
  }, [uniforms, palette, painter, space, scale, extras, draw, invalidate]);
  useEffect(() => {
    onPainter?.(draw);
    return () => onPainter?.(null);
  }, [onPainter, draw]);
  useDispose(uniforms.uRamp.value);
  useDispose(painter);
  // Its own pass stands in no scene, which is all that the stage lets go of with a lost context.
  const canvas = useThree((state) => state.gl.domElement);
  useEffect(() => {
    canvas.addEventListener('webglcontextlost', painter.dispose);
    return () => canvas.removeEventListener('webglcontextlost', painter.dispose);
  }, [canvas, painter]);
  useFrame(() => {
    draw();
  }, 1);
  return <PaneContext.Provider value={groups}>{children}</PaneContext.Provider>;
}

export interface PaneProps {
  readonly index: number;
  readonly children: ReactNode;
}

/** Its children are drawn in one pane only. */
export function Pane({ index, children }: PaneProps) {
  const groups = useContext(PaneContext);
  const [group] = useState(() => new Group());
  useEffect(() => {
    groups?.set(group, index);
    return () => {
      groups?.delete(group);
    };
  }, [groups, group, index]);
  return <primitive object={group}>{children}</primitive>;
}
