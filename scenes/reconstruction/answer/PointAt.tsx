import { useStep } from '../../../src/runs/session.tsx';
import { usePointPick, type PickedPoint } from '../../../src/view/clouds/usePointPick.ts';
import { contentOf } from './panes.ts';
import { MORPH_STEPS, useSeen } from '../model.ts';
import type { PaneId } from '../state.ts';
import type { Drawn } from '../../../src/scene/stage.ts';

interface Props extends Drawn {
  readonly shown: readonly PaneId[];
  readonly onPoint: (point: PickedPoint | null) => void;
}

/** Tells which point the pointer is on, or a finger taps; not of those that are still under way. */
export function PointAt({ space, boxes, shown, onPoint }: Props) {
  const seen = useSeen();
  const ended = useStep() >= MORPH_STEPS;
  usePointPick({
    enabled: true,
    space,
    boxes,
    cloudsIn: (pane) => {
      const id = shown[pane];
      const points = id && (ended || id !== 'network') ? contentOf(id, seen).points : null;
      return points ? [{ points, pose: null }] : [];
    },
    onPick: onPoint,
    onHover: onPoint,
  });
  return null;
}
