import { useEffect, useRef, useState } from 'react';
import type { KinShape } from '../jobs/api.ts';
import { categoryName } from '../read/names.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { PickedPoint } from '../../../src/view/clouds/usePointPick.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';
import { useJobsOf } from '../../../src/scene/computing.tsx';
import { Thumb } from '../input/Thumb.tsx';
import { model } from '../model.ts';

interface Props {
  readonly at: PickedPoint;
  readonly shape: KinShape;
}

const WIDTH = 118;
const AWAY = 14;

/** A shape's name and picture beside the pointer. */
export function KinTip({ at, shape }: Props) {
  const t = useText();
  const jobs = useJobsOf(model);
  const tip = useRef<HTMLDivElement>(null);
  const [picture, setPicture] = useState<{ readonly of: KinShape; readonly picture: Picture } | null>(null);
  useEffect(() => {
    if (!jobs) return undefined;
    const ending = new AbortController();
    jobs.truth(shape.category, shape.seed, ending.signal).then(
      (sample) => setPicture({ of: shape, picture: sample.picture }),
      () => undefined,
    );
    return () => ending.abort();
  }, [jobs, shape]);
  const [origin, setOrigin] = useState({ left: 0, top: 0, right: Infinity });
  useEffect(() => {
    const room = tip.current?.parentElement?.getBoundingClientRect();
    if (room) setOrigin({ left: room.left, top: room.top, right: room.right });
  }, []);
  const right = at.clientX + AWAY + WIDTH < origin.right;
  const style = {
    left: at.clientX - origin.left + (right ? AWAY : -AWAY - WIDTH),
    top: Math.max(at.clientY - origin.top - 60, 4),
    width: WIDTH,
  };
  return (
    <div ref={tip} className="kin-tip card" style={style} aria-hidden="true">
      <Thumb picture={picture?.of === shape ? picture.picture : null} className="kin-thumbnail" />
      <span>{t('rec.kin.shape', { category: categoryName(t, shape.category), seed: shape.seed })}</span>
    </div>
  );
}
