import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { PerspectiveCamera } from 'three';
import type { Box, Viewport } from '../../math/box.ts';
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
  const marks = useMemo(() => boxes.map(createMark), [boxes]);
  const spot = useMemo(() => ({ x: 0, y: 0, depth: 0 }), []);
  useEffect(() => {
    for (const mark of marks) mark.attach(holder);
    invalidate();
    return () => marks.forEach((mark) => mark.remove());
  }, [holder, marks, invalidate]);
  useFrame(() => {
    const { camera, size } = get() as { camera: PerspectiveCamera; size: Viewport };
    projectTo(clipFromWorld(camera), size, ...place, spot);
    const focal = size.height / 2 / Math.tan((camera.fov * Math.PI) / 360);
    const side = Math.max((width * focal) / Math.max(spot.depth, 1e-6), LEAST);
    for (const mark of marks) mark.place(spot.x, spot.y, spot.depth > 0 ? side : 0, size);
  });
  return null;
}

/** The square in one pane. */
function createMark(box: Box) {
  const element = document.createElement('span');
  element.className = 'lens-mark';
  return {
    attach(holder: HTMLElement) {
      holder.append(element);
    },
    /** x, y: its middle in the shared camera's picture; `side`: CSS pixels, 0: it is behind the eye. */
    place(sharedX: number, sharedY: number, side: number, size: Viewport) {
      const shift = shiftOf(box, size);
      const [x, y] = [sharedX + shift.x, sharedY + shift.y];
      const inside = x > box.left && x < box.right && y > box.top && y < box.bottom;
      element.style.visibility = side > 0 && inside ? 'visible' : 'hidden';
      element.style.transform = `translate(${(x - side / 2).toFixed(1)}px, ${(y - side / 2).toFixed(1)}px)`;
      element.style.width = `${side.toFixed(1)}px`;
      element.style.height = `${side.toFixed(1)}px`;
    },
    remove() {
      element.remove();
    },
  };
}
