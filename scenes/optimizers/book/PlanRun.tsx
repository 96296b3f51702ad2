import { lab } from '../model.ts';
import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { useStep } from '../../../src/runs/session.tsx';
import type { RunView } from '../runs/runViews.ts';
import { drawnRow } from '../../../src/trace/jump.ts';
import { bookRows } from './bookRows.ts';
import { crossing, dotsUpTo, flatPath, headAt, lineUpTo } from './flatPath.ts';
import { glyphPath, isHollow } from '../../../src/ui/chart/glyph.ts';
import { contains, type Plane } from './plane.ts';

interface PlanRunProps {
  readonly run: RunView;
  readonly plane: Plane;
  readonly colour: string;
  /** id of the clipPath that cuts lines at the plan's border. */
  readonly clip: string;
}

const HEAD_RADIUS = 6;

/**
 * One path on a plan: its line and dots up to the clock's step, and its head. Steps pass through React; between them the
 * head and the line behind it move by reference, as the clock ticks.
 */
export const PlanRun = memo(function PlanRun({ run, plane, colour, clip }: PlanRunProps) {
  const { clock } = lab.useSession();
  const step = useStep();
  const head = useRef<SVGPathElement>(null);
  const behind = useRef<SVGPathElement>(null);
  const path = useMemo(() => flatPath(run.record.x, bookRows(run.record), plane), [run, plane]);
  const row = Math.min(step, path.rows - 1);

  useLayoutEffect(() => {
    const at = new Float64Array(2);
    const move = () => {
      // Where f has no value at the start there is no iterate at all.
      if (path.rows === 0) return;
      const drawn = Math.min(drawnRow(clock.t), path.rows - 1);
      headAt(path, drawn, at);
      const [x = 0, y = 0] = at;
      // Beyond the border there is no head; its line shows where it left.
      head.current?.setAttribute('visibility', contains(plane.rect, x, y) ? 'inherit' : 'hidden');
      head.current?.setAttribute('transform', `translate(${x} ${y})`);
      behind.current?.setAttribute('d', crossing(path, drawn, plane, at));
    };
    move();
    return clock.subscribe(move);
  }, [clock, path, plane]);

  const hollow = isHollow(run.ink.shape);
  return (
    <g data-run={run.id} color={colour}>
      <g clipPath={`url(#${clip})`}>
        <path data-part="path" className="plan-path" d={lineUpTo(path, row)} />
        <path data-part="path" className="plan-path" ref={behind} />
        <path data-part="dot" className="plan-dots" d={dotsUpTo(path, row)} />
      </g>
      {path.exit && run.record.leftAt !== null && step >= run.record.leftAt && (
        <circle data-part="exit" className="plan-exit" cx={path.exit[0]} cy={path.exit[1]} r={3.5} />
      )}
      <path
        data-part="head"
        visibility="hidden"
        className={hollow ? 'plan-head plan-head-hollow' : 'plan-head'}
        ref={head}
        d={glyphPath(run.ink.shape, HEAD_RADIUS)}
      />
    </g>
  );
});
