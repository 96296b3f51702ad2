import { useMemo } from 'react';
import { identity, multiply } from '../../../src/math/matrix4.ts';
import type { Drawn } from '../../../src/scene/stage.ts';
import { FollowLabels, type FollowLabel } from '../../../src/scene/parts/FollowLabels.tsx';
import { useText } from '../../../src/ui/useText.ts';
import type { Points } from '../../../src/clouds/types.ts';
import { useRegistrationSession } from '../model.ts';
import { nameAmong } from '../read/methods.ts';
import { ghostPoints } from '../runs/beside.ts';
import type { PaneView } from '../runs/paneRuns.ts';
import { placeOf } from '../runs/pointed.ts';
import { poseNow } from './poseNow.ts';

interface Props extends Drawn {
  readonly views: readonly PaneView[];
  readonly colours: readonly string[];
}

/** How high on its cloud each name's leader ends, from above to below; round about it, so that one is on the near side. Degrees. */
const HEIGHTS = [50, 15, -20, -55] as const;
const ROUND = [0, 45, 90, 135, 180, 225, 270, 315] as const;
const RADIAN = Math.PI / 180;
/** A scan has no rim to speak of: leaders end this far from the middle of the picture, in its radii. */
const SCAN = 0.25;

/** Where all methods lie over one another: which cloud is whose. */
export function MethodLabels({ views, colours, space, boxes, holder }: Props) {
  const t = useText();
  const session = useRegistrationSession();
  const labels = useMemo(() => {
    const runs = views.flatMap(({ run }) => run ?? []);
    return views.flatMap(({ run }, k): readonly FollowLabel[] => {
      if (!run) return [];
      const pose = identity();
      const points = ghostPoints(run);
      const end = multiply(space.worldFromTarget, run.answer.targetFromSource);
      const high = HEIGHTS[k % HEIGHTS.length]! * RADIAN;
      const reach = run.pair.mesh ? 10 * space.radius : SCAN * space.radius;
      const indices = ROUND.map((degrees) => {
        const around = degrees * RADIAN;
        const flat = reach * Math.cos(high);
        return nearestTo(points, end, [flat * Math.cos(around), reach * Math.sin(high), flat * Math.sin(around)]);
      });
      return [
        {
          id: run.settings.method,
          text: nameAmong(t, run.settings, runs),
          colour: colours[k] ?? '',
          where() {
            const now = multiply(space.worldFromTarget, poseNow(session, run, pose));
            return indices.map((index) => placeOf(points, index, now));
          },
        },
      ];
    });
  }, [t, session, views, colours, space]);
  const [box] = boxes;
  return box ? <FollowLabels labels={labels} box={box} holder={holder} /> : null;
}

/** The point nearest to a place of the world. */
function nearestTo(points: Points, worldFromPoints: Float64Array, place: readonly [number, number, number]): number {
  let best = 0;
  let least = Infinity;
  for (let i = 0; 3 * i < points.length; i++) {
    const [x, y, z] = placeOf(points, i, worldFromPoints);
    const distance = Math.hypot(x - place[0], y - place[1], z - place[2]);
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}
