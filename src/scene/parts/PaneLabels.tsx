import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { PerspectiveCamera } from 'three';
import type { Box } from '../../math/box.ts';
import { shiftOf } from '../../view/clouds/panes.ts';
import { clipFromWorld, projectTo } from '../../view/clouds/project.ts';

/** Words at a place of the picture, in every pane. */
export interface PaneLabel {
  readonly text: string;
  /** In the world. */
  readonly at: readonly [x: number, y: number, z: number];
  /** On which side of the place it stands. */
  readonly side: 'left' | 'right' | 'below' | 'above';
  /** Absent: soft ink. */
  readonly colour?: string;
}

interface Props {
  readonly labels: readonly PaneLabel[];
  readonly boxes: readonly Box[];
  /** What the canvas fills. */
  readonly holder: HTMLElement;
}

/** CSS pixels between a place and its words. */
const GAP = 6;
const shares = { left: [-1, -0.5], right: [0, -0.5], below: [-0.5, 0], above: [-0.5, -1] } as const;
const gaps = { left: [-GAP, 0], right: [GAP, 0], below: [0, GAP], above: [0, -GAP] } as const;

/** Axes' numbers and names; they follow the camera and stand in the PNG. One that would leave its pane is not shown. */
export function PaneLabels({ labels, boxes, holder }: Props) {
  const get = useThree((state) => state.get);
  const invalidate = useThree((state) => state.invalidate);
  const placed = useMemo(
    () =>
      boxes.flatMap((box) =>
        labels.map((label) => {
          const element = document.createElement('span');
          element.className = 'pane-label';
          element.textContent = label.text;
          element.dataset['painted'] = '';
          if (label.colour !== undefined) element.style.color = label.colour;
          return { ...label, box, element, width: 0, height: 0 };
        }),
      ),
    [labels, boxes],
  );
  useEffect(() => {
    holder.append(...placed.map(({ element }) => element));
    for (const one of placed) [one.width, one.height] = [one.element.offsetWidth, one.element.offsetHeight];
    invalidate();
    return () => {
      for (const { element } of placed) element.remove();
    };
  }, [holder, placed, invalidate]);
  useFrame(() => {
    const { camera, size } = get();
    const clip = clipFromWorld(camera as PerspectiveCamera);
    const spot = { x: 0, y: 0, depth: 0 };
    for (const { at, side, box, element, width, height } of placed) {
      projectTo(clip, size, ...at, spot);
      const shift = shiftOf(box, size);
      const left = spot.x + shift.x + gaps[side][0] + shares[side][0] * width;
      const top = spot.y + shift.y + gaps[side][1] + shares[side][1] * height;
      const fits = left >= box.left && top >= box.top && left + width <= box.right && top + height <= box.bottom;
      element.style.visibility = spot.depth > 0 && fits ? 'visible' : 'hidden';
      element.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
    }
  });
  return null;
}
