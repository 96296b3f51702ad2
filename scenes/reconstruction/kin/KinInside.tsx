import type { KinMap } from '../../../src/jobs/reconstruction/moreApi.ts';
import type { Box } from '../../../src/math/box.ts';
import { usePointPick, type PickedPoint } from '../../../src/view/clouds/usePointPick.ts';
import type { Drawn } from '../stage/CloudStage.tsx';
import { KinLabels } from './KinLabels.tsx';

interface Props extends Drawn {
  readonly map: KinMap;
  readonly boxes: readonly Box[];
  readonly root: HTMLElement | null;
  readonly own: readonly [number, number, number] | null;
  readonly onPick: (picked: PickedPoint) => void;
  readonly onHover: (picked: PickedPoint | null) => void;
}

const nowhere = () => null;

/** Pointing at shapes, and their names. */
export function KinInside({ map, boxes, root, own, onPick, onHover, ...drawn }: Props) {
  usePointPick({ enabled: true, space: drawn.space, boxes, points: map.places, poseIn: nowhere, onPick, onHover });
  const [box] = boxes;
  return root && box ? <KinLabels {...drawn} map={map} box={box} root={root} own={own} /> : null;
}
