import { useMemo } from 'react';
import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { Ink } from '../../../src/state/ink.ts';
import { glyphPath, isHollow } from '../../../src/ui/chart/glyph.ts';
import { dotsUpTo, flatPath, lineUpTo } from '../book/flatPath.ts';
import { contains, type Plane } from '../book/plane.ts';

interface Props {
  readonly record: OptimizerRecord;
  readonly ink: Ink;
  readonly colour: string;
  readonly plane: Plane;
  readonly clip: string;
  /** It is drawn up to here. */
  readonly row: number;
}

/** The path of a run on a plan, up to a row. */
export function CellRun({ record, ink, colour, plane, clip, row }: Props) {
  const path = useMemo(() => flatPath(record.x, record.count, plane), [record, plane]);
  const at = Math.min(row, path.rows - 1);
  const [x, y] = [path.points[2 * at] ?? NaN, path.points[2 * at + 1] ?? NaN];
  return (
    <g color={colour}>
      <g clipPath={`url(#${clip})`}>
        <path data-part="path" className="plan-path" d={lineUpTo(path, at)} />
        <path data-part="dot" className="plan-dots" d={dotsUpTo(path, at)} />
      </g>
      {path.exit && record.leftAt !== null && at >= record.leftAt && (
        <circle data-part="exit" className="plan-exit" cx={path.exit[0]} cy={path.exit[1]} r={3.5} />
      )}
      {contains(plane.rect, x, y) && (
        <path
          data-part="head"
          className={isHollow(ink.shape) ? 'plan-head plan-head-hollow' : 'plan-head'}
          transform={`translate(${x} ${y})`}
          d={glyphPath(ink.shape, 6)}
        />
      )}
    </g>
  );
}
