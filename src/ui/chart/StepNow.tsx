import { useLayoutEffect, useRef } from 'react';
import { useSession } from '../../runs/session.tsx';
import { drawnRow } from '../../trace/jump.ts';
import { glyphPath, isHollow } from './glyph.ts';
import { xOf, yOf } from './frame.ts';
import { heightAtRow } from './stepLine.ts';
import type { StepLinesProps } from './StepLines.tsx';

const RADIUS = 3.6;

/** Cursor and heads at the clock. They move as those in the scene do (crossing, then resting), by reference: a tick renders nothing. */
export function StepNow({ lines, heightOf, frame, past }: StepLinesProps) {
  const { clock } = useSession();
  const clip = useRef<SVGRectElement>(null);
  const cursor = useRef<SVGLineElement>(null);
  const heads = useRef<(SVGElement | null)[]>([]);
  useLayoutEffect(() => {
    const move = () => {
      const row = Math.min(drawnRow(clock.t), frame.steps);
      const x = xOf(frame, row);
      clip.current?.setAttribute('width', String(x));
      cursor.current?.setAttribute('transform', `translate(${x} 0)`);
      for (let k = 0; k < lines.length; k++) {
        const { values } = lines[k]!;
        // What ended earlier keeps its head where it ended.
        const at = Math.min(row, values.length - 1);
        const height = heightAtRow(heightOf, values, at);
        heads.current[k]?.setAttribute('visibility', Number.isFinite(height) ? 'inherit' : 'hidden');
        if (!Number.isFinite(height)) continue;
        heads.current[k]?.setAttribute('transform', `translate(${xOf(frame, at)} ${yOf(frame, height)})`);
      }
    };
    move();
    return clock.subscribe(move);
  }, [clock, lines, heightOf, frame]);
  return (
    <>
      <clipPath id={past}>
        <rect ref={clip} height={frame.height} />
      </clipPath>
      <line ref={cursor} className="chart-cursor" data-part="cursor" y1={frame.top - 4} y2={frame.bottom} />
      {lines.map(({ key, run, colour, shape }, k) => {
        const head = {
          ref: (element: SVGElement | null) => {
            heads.current[k] = element;
          },
          'data-part': 'head',
          'data-run': run,
          color: colour,
        };
        return shape === undefined ? (
          <circle key={key} {...head} className="chart-head" r={RADIUS} />
        ) : (
          <path
            key={key}
            {...head}
            className={isHollow(shape) ? 'chart-head chart-head-hollow' : 'chart-head'}
            d={glyphPath(shape, RADIUS)}
          />
        );
      })}
    </>
  );
}
