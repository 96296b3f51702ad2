import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { PerspectiveCamera } from 'three';
import type { Box, Viewport } from '../../math/box.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { shiftOf } from '../../view/clouds/panes.ts';
import { clipFromWorld, projectTo } from '../../view/clouds/project.ts';
import { keptInOrder } from './keptInOrder.ts';

/** Words at a place of the picture, in every pane. */
export interface PaneLabel {
  readonly text: string;
  /** In the world. */
  readonly at: readonly [x: number, y: number, z: number];
  /** On which side of the place it stands. */
  readonly side: 'left' | 'right' | 'below' | 'above';
  /** What it tells of, where that is elsewhere: those that have it keep apart, in the order of these places. */
  readonly of?: readonly [x: number, y: number, z: number];
}

interface Props {
  readonly labels: readonly PaneLabel[];
  readonly boxes: readonly Box[];
  /** What the canvas fills. */
  readonly holder: HTMLElement;
}

/** CSS pixels between a place and its words. */
const GAP = 6;
/** Of the words' own size, and of the gap, from the place to their top left. */
const sides = {
  left: { x: -1, y: -0.5, gapX: -GAP, gapY: 0 },
  right: { x: 0, y: -0.5, gapX: GAP, gapY: 0 },
  below: { x: -0.5, y: 0, gapX: 0, gapY: GAP },
  above: { x: -0.5, y: -1, gapX: 0, gapY: -GAP },
} as const;

/** What one says before it is told. */
const silent: PaneLabel = { text: '', at: [0, 0, 0], side: 'right' };

/** The labels of one pane, as elements of the page. They stay the same ones whatever they say: where words change by the step, new ones would never be placed before they go. */
function createLabels(count: number, box: Box) {
  const shown = Array.from({ length: count }, () => {
    const element = document.createElement('span');
    element.className = 'pane-label';
    // Until a frame has placed it.
    element.style.visibility = 'hidden';
    element.dataset['painted'] = '';
    return { element, label: silent, width: 0, height: 0 };
  });
  const spot = { x: 0, y: 0, depth: 0 };
  return {
    attach(holder: HTMLElement) {
      holder.append(...shown.map(({ element }) => element));
    },
    say(labels: readonly PaneLabel[]) {
      shown.forEach((one, k) => {
        one.label = labels[k]!;
        one.element.textContent = one.label.text;
      });
      // Measured all at once: each measuring after a change would lay out the page anew.
      for (const one of shown) [one.width, one.height] = [one.element.offsetWidth, one.element.offsetHeight];
    },
    place(clip: Matrix4, size: Viewport) {
      const shift = shiftOf(box, size);
      const wishes = shown.map(({ label, width, height }) => {
        const side = sides[label.side];
        const of = label.of ? projectTo(clip, size, ...label.of, spot).y : NaN;
        projectTo(clip, size, ...label.at, spot);
        return {
          left: spot.x + shift.x + side.gapX + side.x * width,
          top: spot.y + shift.y + side.gapY + side.y * height,
          depth: spot.depth,
          of,
        };
      });
      const ordered = wishes.flatMap(({ of, depth }, k) => (!Number.isNaN(of) && depth > 0 ? [k] : []));
      const tallest = Math.max(0, ...ordered.map((k) => shown[k]!.height));
      const tops = keptInOrder(
        ordered.map((k) => wishes[k]!.top),
        ordered.map((k) => wishes[k]!.of),
        tallest,
        box.top,
        box.bottom - tallest,
      );
      ordered.forEach((k, i) => (wishes[k]!.top = tops[i]!));
      shown.forEach(({ element, width, height }, k) => {
        const { left: wantedLeft, top: wantedTop, depth } = wishes[k]!;
        const left = Math.max(Math.min(wantedLeft, box.right - width), box.left);
        const top = Math.max(Math.min(wantedTop, box.bottom - height), box.top);
        const fits = Math.abs(left - wantedLeft) <= width / 2 && Math.abs(top - wantedTop) <= 1.5 * height;
        element.style.visibility = depth > 0 && fits ? 'visible' : 'hidden';
        element.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
      });
    },
    remove() {
      for (const { element } of shown) element.remove();
    },
  };
}

/** Axes' numbers and names; they follow the camera and stand in the PNG. One that would leave its pane stands at its border, and is not shown where it would leave it by more. */
export function PaneLabels({ labels, boxes, holder }: Props) {
  const get = useThree((state) => state.get);
  const invalidate = useThree((state) => state.invalidate);
  const count = labels.length;
  const panes = useMemo(() => boxes.map((box) => createLabels(count, box)), [count, boxes]);
  useEffect(() => {
    for (const pane of panes) pane.attach(holder);
    invalidate();
    return () => panes.forEach((pane) => pane.remove());
  }, [holder, panes, invalidate]);
  useEffect(() => {
    for (const pane of panes) pane.say(labels);
    invalidate();
  }, [holder, panes, labels, invalidate]);
  useFrame(() => {
    const { camera, size } = get();
    const clip = clipFromWorld(camera as PerspectiveCamera);
    for (const pane of panes) pane.place(clip, size);
  });
  return null;
}
