import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { PerspectiveCamera } from 'three';
import type { Box } from '../../math/box.ts';
import { shiftOf } from '../../view/clouds/panes.ts';
import { clipFromWorld, projectTo } from '../../view/clouds/project.ts';
import type { Vector } from '../../view/clouds/space.ts';

interface Props {
  readonly place: Vector;
  /** World units across. */
  readonly width: number;
  readonly boxes: readonly Box[];
  /** What the canvas fills. */
  readonly holder: HTMLElement;
}

/** CSS pixels: a smaller square would not be found. */
const LEAST = 14;

/** In every pane a square around what its lens shows. */
export function LensMarks({ place, width, boxes, holder }: Props) {
  const get = useThree((state) => state.get);
  const invalidate = useThree((state) => state.invalidate);
  const marks = useMemo(() => boxes.map((box) => ({ box, element: document.createElement('span') })), [boxes]);
  useEffect(() => {
    for (const { element } of marks) element.className = 'lens-mark';
    holder.append(...marks.map(({ element }) => element));
    invalidate();
    return () => marks.forEach(({ element }) => element.remove());
  }, [holder, marks, invalidate]);
  const spot = useMemo(() => ({ x: 0, y: 0, depth: 0 }), []);
  useFrame(() => {
    const { camera, size } = get() as { camera: PerspectiveCamera; size: { width: number; height: number } };
    projectTo(clipFromWorld(camera), size, ...place, spot);
    const focal = size.height / 2 / Math.tan((camera.fov * Math.PI) / 360);
    const side = Math.max((width * focal) / Math.max(spot.depth, 1e-6), LEAST);
    for (const { box, element } of marks) {
      const shift = shiftOf(box, size);
      const [x, y] = [spot.x + shift.x, spot.y + shift.y];
      const inside = x > box.left && x < box.right && y > box.top && y < box.bottom;
      element.style.visibility = spot.depth > 0 && inside ? 'visible' : 'hidden';
      element.style.transform = `translate(${(x - side / 2).toFixed(1)}px, ${(y - side / 2).toFixed(1)}px)`;
      element.style.width = `${side.toFixed(1)}px`;
      element.style.height = `${side.toFixed(1)}px`;
    }
  });
  return null;
}
