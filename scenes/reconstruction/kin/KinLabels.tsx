import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { PerspectiveCamera } from 'three';
import type { KinMap } from '../jobs/api.ts';
import type { Box } from '../../../src/math/box.ts';
import { useReducedMotion } from '../../../src/ui/preferences.ts';
import { categoryName } from '../read/names.ts';
import { useText } from '../../../src/ui/useText.ts';
import { around, shiftOf } from '../../../src/view/clouds/panes.ts';
import { clipFromCloud, projectTo } from '../../../src/view/clouds/project.ts';
import { LabelLayer, type LabelSpec } from '../../../src/view/LabelLayer.ts';
import type { Drawn } from '../../../src/scene/stage.ts';
import { kinColour } from './inks.ts';
import { useDispose } from '../../../src/view/useDispose.ts';

interface Props extends Drawn {
  readonly map: KinMap;
  readonly box: Box;
  /** What the labels stand in; it fills what the canvas fills. */
  readonly root: HTMLElement;
  /** Where the visitor's picture stands; null: not known yet. */
  readonly own: readonly [number, number, number] | null;
}

/** From a mark to the middle of its name, and how far that may stray; CSS pixels. */
const ABOVE = 19;
const REACH = 64;

/** Names at the middles of the categories, and first at the visitor's own mark, kept apart; they follow the camera. */
export function KinLabels({ space, palette, map, box, root, own }: Props) {
  const t = useText();
  const get = useThree((state) => state.get);
  const invalidate = useThree((state) => state.invalidate);
  const instant = useReducedMotion();
  const spots = useMemo(() => {
    const middles = middlesOf(map).map(({ category, middle }) => ({
      id: category,
      text: categoryName(t, category),
      colour: kinColour(palette, category),
      at: middle,
    }));
    return own ? [{ id: 'own', text: t('rec.kin.you'), colour: palette.accent, at: own }, ...middles] : middles;
  }, [t, map, palette, own]);
  const layer = useMemo(() => new LabelLayer(root), [root]);
  useDispose(layer);
  useEffect(invalidate, [layer, spots, invalidate]);
  useFrame((_, seconds) => {
    const { camera, size } = get();
    const clip = clipFromCloud(camera as PerspectiveCamera, space.worldFromTarget, null);
    const shift = shiftOf(box, size);
    const at = { x: 0, y: 0, depth: 0 };
    const specs = spots.map(({ at: place, ...spot }): LabelSpec => {
      projectTo(clip, size, ...place, at);
      const anchor = { anchorX: at.x + shift.x, anchorY: at.y + shift.y };
      return { ...spot, ...anchor, kind: 'group', wishX: 0, wishY: -ABOVE, reach: REACH };
    });
    layer.layout(specs, size, around(box, size));
    if (layer.ease(seconds, instant)) invalidate();
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
