import type { Box } from '../../../src/math/box.ts';
import { MORPH_STEPS } from '../runs/jobs.tsx';
import { useResults } from '../runs/session.tsx';
import { useStep } from '../../../src/runs/session.tsx';
import type { PaneId } from '../state/types.ts';
import { usePointPick, type PickedPoint } from '../../../src/view/clouds/usePointPick.ts';
import type { Drawn } from '../stage/CloudStage.tsx';
import { contentOf } from './panes.ts';

interface Props extends Drawn {
  readonly boxes: readonly Box[];
  readonly shown: readonly PaneId[];
  readonly onPoint: (point: PickedPoint | null) => void;
}

const nowhere = () => null;

/** Tells which point the pointer is on, or a finger taps; not of those that are still under way. */
export function PointAt({ space, boxes, shown, onPoint }: Props) {
  const results = useResults((all) => all);
  const ended = useStep() >= MORPH_STEPS;
  usePointPick({
    enabled: true,
    space,
    boxes,
    points: (pane) => {
      const id = shown[pane];
      return id && (ended || id !== 'network') ? contentOf(id, results).points : null;
    },
    poseIn: nowhere,
    onPick: onPoint,
    onHover: onPoint,
  });
  return null;
}
