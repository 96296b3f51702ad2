import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { PerspectiveCamera } from 'three';
import type { Box } from '../../math/box.ts';
import { shiftOf } from '../../view/clouds/panes.ts';
import { clipFromWorld, projectTo, type Projected } from '../../view/clouds/project.ts';
import { spread } from '../../ui/spread.ts';
import './followLabels.css';

/** A name at a thing that moves. */
export interface FollowLabel {
  readonly id: string;
  readonly text: string;
  readonly colour: string;
  /** Places of the thing now, in the world, any of which may be led to: read every frame. */
  readonly where: () => readonly (readonly [x: number, y: number, z: number])[];
}

interface Props {
  /** The same list as long as nothing of it changes. */
  readonly labels: readonly FollowLabel[];
  /** The pane in which they stand. */
  readonly box: Box;
  /** What the canvas fills. */
  readonly holder: HTMLElement;
}

/** CSS pixels: from the pane's border, and between names. */
const BORDER = 10;
const APART = 20;
/** Below the titles, above the foot. */
const CLEAR = { top: 0.3, bottom: 0.9 } as const;

/** Names along the pane's right border, each with a leader to its thing: they never lie on one another, nor on the things. */
export function FollowLabels({ labels, box, holder }: Props) {
  const get = useThree((state) => state.get);
  const invalidate = useThree((state) => state.invalidate);
  const shown = useMemo(
    () =>
      labels.map((label) => {
        const name = document.createElement('span');
        name.className = 'follow-label';
        name.textContent = label.text;
        name.style.color = label.colour;
        // Until a frame has measured and placed it.
        name.style.visibility = 'hidden';
        name.dataset['painted'] = '';
        name.dataset['follows'] = label.id;
        const leader = document.createElement('span');
        leader.className = 'follow-leader';
        leader.style.background = label.colour;
        return { label, name, leader };
      }),
    [labels],
  );
  useEffect(() => {
    for (const { name, leader } of shown) holder.append(leader, name);
    invalidate();
    return () => {
      for (const { name, leader } of shown) {
        name.remove();
        leader.remove();
      }
    };
  }, [holder, shown, invalidate]);
  useFrame(() => {
    const { camera, size } = get();
    const clip = clipFromWorld(camera as PerspectiveCamera);
    const shift = shiftOf(box, size);
    const isIn = ({ x, y, depth }: Projected) =>
      depth > 0 &&
      x + shift.x > box.left &&
      x + shift.x < box.right &&
      y + shift.y > box.top &&
      y + shift.y < box.bottom;
    // The one nearest to its name; null: none is in the pane.
    const spots = shown.map(({ label }) =>
      label
        .where()
        .map((place) => projectTo(clip, size, ...place, { x: 0, y: 0, depth: 0 }))
        .filter(isIn)
        .reduce<Projected | null>((best, spot) => (best && best.x > spot.x ? best : spot), null),
    );
    const height = box.bottom - box.top;
    const ys = spread(
      spots.map((spot) => (spot ? spot.y + shift.y : (box.top + box.bottom) / 2)),
      APART,
      box.top + CLEAR.top * height,
      box.top + CLEAR.bottom * height,
    );
    shown.forEach(({ name, leader }, k) => {
      if (!name.isConnected) return;
      name.style.visibility = 'visible';
      const [fromX, fromY] = [box.right - BORDER - name.offsetWidth - 4, ys[k]!];
      name.style.transform = `translate(${(fromX + 4).toFixed(1)}px, ${(fromY - name.offsetHeight / 2).toFixed(1)}px)`;
      const spot = spots[k];
      leader.style.visibility = spot ? 'visible' : 'hidden';
      if (!spot) return;
      const [toX, toY] = [spot.x + shift.x, spot.y + shift.y];
      const length = Math.hypot(toX - fromX, toY - fromY);
      const angle = Math.atan2(toY - fromY, toX - fromX);
      leader.style.width = `${length.toFixed(1)}px`;
      leader.style.transform = `translate(${fromX.toFixed(1)}px, ${fromY.toFixed(1)}px) rotate(${angle.toFixed(4)}rad)`;
    });
  });
  return null;
}
