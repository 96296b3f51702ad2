import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { PerspectiveCamera } from 'three';
import type { KinMap } from '../jobs/api.ts';
import type { Box } from '../../../src/math/box.ts';
import { categoryName } from '../read/names.ts';
import { useText } from '../../../src/ui/useText.ts';
import { shiftOf } from '../../../src/view/clouds/panes.ts';
import { clipFromCloud, projectTo } from '../../../src/view/clouds/project.ts';
import { labelPlaces } from './labelPlaces.ts';
import { kinColour } from './inks.ts';
import type { Drawn } from '../../../src/scene/PaneStage.tsx';

interface Props extends Drawn {
  readonly map: KinMap;
  readonly box: Box;
  /** What the labels stand in; it fills what the canvas fills. */
  readonly root: HTMLElement;
  /** Where the visitor's picture stands; null: not known yet. */
  readonly own: readonly [number, number, number] | null;
}

/** Names at the middles of the categories, and at the visitor's own mark, kept apart; they follow the camera. */
export function KinLabels({ space, palette, map, box, root, own }: Props) {
  const t = useText();
  const get = useThree((state) => state.get);
  const invalidate = useThree((state) => state.invalidate);
  const spots = useMemo(() => {
    const middles = middlesOf(map).map(({ category, middle }) => ({
      text: categoryName(t, category),
      colour: kinColour(palette, category),
      at: middle,
    }));
    return own ? [{ text: t('rec.kin.you'), colour: palette.accent, at: own }, ...middles] : middles;
  }, [t, map, palette, own]);
  const labels = useMemo(
    () =>
      spots.map(({ text, colour }) => {
        const element = document.createElement('span');
        element.textContent = text;
        element.style.color = colour;
        element.dataset['painted'] = '';
        return element;
      }),
    [spots],
  );
  useEffect(() => {
    root.append(...labels);
    invalidate();
    return () => {
      for (const label of labels) label.remove();
    };
  }, [root, labels, invalidate]);
  // What is hidden has no size: each keeps the one it had when it was seen.
  const sizes = useMemo(() => labels.map(() => ({ width: 0, height: 0 })), [labels]);
  useFrame(() => {
    const { camera, size } = get();
    const clip = clipFromCloud(camera as PerspectiveCamera, space.worldFromTarget, null);
    const shift = shiftOf(box, size);
    const at = { x: 0, y: 0, depth: 0 };
    const anchors = spots.map(({ at: place }, i) => {
      projectTo(clip, size, ...place, at);
      const label = labels[i]!;
      if (!label.hidden) sizes[i] = { width: label.offsetWidth, height: label.offsetHeight };
      return { x: at.x + shift.x, y: at.y + shift.y, ...sizes[i]! };
    });
    labelPlaces(anchors, box).forEach((spot, i) => {
      labels[i]!.hidden = spot === null;
      if (spot) labels[i]!.style.transform = `translate(${spot.x.toFixed(1)}px, ${spot.y.toFixed(1)}px)`;
    });
  });
  return null;
}

function middlesOf({ shapes, places }: KinMap) {
  const sums = new Map<string, [number, number, number, number]>();
  shapes.forEach(({ category }, i) => {
    const sum = sums.get(category) ?? [0, 0, 0, 0];
    for (let k = 0; k < 3; k++) sum[k as 0 | 1 | 2] += places[3 * i + k]!;
    sum[3]++;
    sums.set(category, sum);
  });
  return [...sums].map(([category, [x, y, z, count]]) => ({
    category,
    middle: [x / count, y / count, z / count] as const,
  }));
}
