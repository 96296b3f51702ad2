import type { KinMap } from '../jobs/api.ts';
import { usePointPick, type PickedPoint } from '../../../src/view/clouds/usePointPick.ts';
import { KinLabels } from './KinLabels.tsx';
import type { Drawn } from '../../../src/scene/stage.ts';

interface Props extends Drawn {
  readonly map: KinMap;
  readonly root: HTMLElement | null;
  readonly own: readonly [number, number, number] | null;
  readonly onPick: (picked: PickedPoint) => void;
  readonly onHover: (picked: PickedPoint | null) => void;
}

/** Pointing at shapes, and their names. */
export function KinInside({ map, root, own, onPick, onHover, ...drawn }: Props) {
  const { space, boxes } = drawn;
  usePointPick({ enabled: true, space, boxes, cloudsIn: () => [{ points: map.places, pose: null }], onPick, onHover });
  const [box] = boxes;
  return root && box ? <KinLabels {...drawn} map={map} box={box} root={root} own={own} /> : null;
}
