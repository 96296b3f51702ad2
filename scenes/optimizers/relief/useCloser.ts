import { useCallback } from 'react';
import type { CameraState } from '../../../src/state/common.ts';
import type { Objective } from '../../../src/surfaces/objective.ts';
import { displayPoint, floorPoint, type Display } from '../../../src/view/display.ts';
import type { Direction, Framing } from '../../../src/view/framing.ts';
import type { Picked } from '../../../src/view/pick.ts';

/** How much closer each time, and as near as links accept. */
const CLOSER = 2;
const NEAREST = 20;
const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** A camera that looks at a place of the picture, closer than now and from the same side. */
export function useCloser(framing: Framing, direction: Direction, display: Display, objective: Objective) {
  return useCallback(
    ({ x, y, on }: Picked, now: CameraState | null): CameraState => {
      const world = { x: 0, y: 0, z: 0 };
      if (on === 'plan') floorPoint(display, x, y, world);
      else displayPoint(display, x, y, objective.value(x, y), world);
      const { azimuth, elevation, zoom } = now ?? { ...direction, zoom: 1 };
      const [tx, ty, tz] = framing.target;
      return {
        azimuth,
        elevation,
        zoom: Math.min(zoom * CLOSER, NEAREST),
        pan: [rounded(world.x - tx), rounded(world.y - ty), rounded(world.z - tz)],
      };
    },
    [framing, direction, display, objective],
  );
}
