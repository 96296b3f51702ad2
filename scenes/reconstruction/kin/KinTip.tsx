import { useEffect, useRef, useState } from 'react';
import type { KinShape } from '../../../src/jobs/reconstruction/moreApi.ts';
import { useComputing } from '../runs/jobs.tsx';
import { categoryName } from '../read/names.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { PickedPoint } from '../../../src/view/clouds/usePointPick.ts';
import { Thumbnail } from './Thumbnail.tsx';
import type { Picture } from '../../../src/reconstruction/types.ts';

interface Props {
  readonly at: PickedPoint;
  readonly shape: KinShape;
}

const WIDTH = 118;
const AWAY = 14;

/** A shape's name and picture beside the pointer. */
export function KinTip({ at, shape }: Props) {
  const t = useText();
  const computing = useComputing();
  const tip = useRef<HTMLDivElement>(null);
  const [picture, setPicture] = useState<{ readonly of: KinShape; readonly picture: Picture } | null>(null);
  useEffect(() => {
    if (!computing) return undefined;
    const ending = new AbortController();
    computing.jobs.truth(shape.category, shape.seed, ending.signal).then(
      (sample) => setPicture({ of: shape, picture: sample.picture }),
      () => undefined,
    );
    return () => ending.abort();
  }, [computing, shape]);
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
      {picture?.of === shape ? <Thumbnail picture={picture.picture} /> : <div className="kin-thumbnail" />}
      <span>{t('rec.kin.shape', { category: categoryName(t, shape.category), seed: shape.seed })}</span>
    </div>
  );
}
