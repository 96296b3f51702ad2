import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../src/ui/useText.ts';
import type { PickedPoint } from '../../../src/view/clouds/usePointPick.ts';
import { contentOf } from './panes.ts';
import { useSeen } from '../model.ts';
import type { PaneId } from '../state.ts';

interface Props {
  readonly at: PickedPoint;
  readonly id: PaneId | undefined;
}

/** CSS pixels, as in the style sheet. */
const WIDTH = 236;
const AWAY = 14;

/** The numbers of the point under the pointer. */
export function PointTip({ at, id }: Props) {
  const t = useText();
  const seen = useSeen();
  const tip = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ left: 0, top: 0, width: Infinity });
  useEffect(() => {
    const box = tip.current?.parentElement?.getBoundingClientRect();
    if (box) setRoom({ left: box.left, top: box.top, width: box.width });
  }, []);
  const { points, distances } = id ? contentOf(id, seen) : { points: null, distances: null };
  const { index } = at;
  // The picture may have changed under a pointer that rests.
  if (!id || !points || 3 * index >= points.length) return null;
  const [x, y, z] = [0, 1, 2].map((k) => t.fixed(points[3 * index + k]!, 2)) as [string, string, string];
  const left = at.clientX - room.left;
  const style = {
    left: Math.max(left + AWAY + WIDTH < room.width ? left + AWAY : left - AWAY - WIDTH, 0),
    top: Math.max(at.clientY - room.top - 66, 4),
  };
  return (
    <div ref={tip} className="rec-tip card" style={style} aria-hidden="true">
      <div>{t('rec.point', { number: index + 1, x, y, z })}</div>
      {distances && (
        <div>
          {t(id === 'truth' ? 'rec.point.missed' : 'rec.point.off', { distance: t.fixed(100 * distances[index]!, 1) })}
        </div>
      )}
    </div>
  );
}
